import type { Value } from './coercers.ts';
import type { Field } from './field.ts';
import { readEmail } from './values.ts';

const ADDRESS = /[^\s<>()[\]"',;:|]+@[^\s<>()[\]"',;:|]+/g;

/** The name and the address of a person who is written as both: `Ruth Imai <ruth@harborline.example>`; either may be missing. */
export function nameAndAddress(text: string): { readonly name: string; readonly email: string | undefined } {
  const [address] = text.match(ADDRESS) ?? [];
  const name = (address === undefined ? text : text.replace(address, ' '))
    .replace(/[<>()[\]"]|\bmailto:/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s;,:-]+$/, '')
    .trim();
  return { name, email: address === undefined ? undefined : readEmail(address) };
}

/**
 * The values of a row whose name holds more than a name: `Ruth Imai (ruth@harborline.example)` is a name and an address, where the row has none; several people of a CRM's
 * meeting, parted by semicolons, are who was invited.
 */
export function withoutAddress(
  values: Record<string, Value>,
  fields: Readonly<Record<string, Field>>,
): Record<string, Value> {
  const cell = values.contact_name;
  // The address of a telephone (`sip:lab@agency.example`) is no post.
  if (typeof cell !== 'string' || !/[@;]/.test(cell) || /^(?!mailto:)[a-z]+:/i.test(cell)) return values;
  const { contact_name: _, ...rest } = values;
  const [address, ...others] = cell.match(ADDRESS) ?? [];
  if (others.length || (address === undefined && cell.includes(';')))
    return fields.attendees && rest.attendees === undefined ? { ...rest, attendees: cell } : values;
  const { name, email } = nameAndAddress(cell);
  if (email === undefined || !fields.email) return values;
  return { email, ...rest, ...(name && { contact_name: name }) };
}
