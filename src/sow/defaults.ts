import { z } from 'zod';
import type { Assumption } from './sow.ts';
import type { YamlValue } from './yaml.ts';

/** The defaults in force: keys of applied blocks that the file leaves out and the schema fills in. */
export function defaultsTaken(schema: z.ZodType, value: YamlValue | undefined, path = ''): Assumption[] {
  const inner = peel(schema);
  if (inner.given !== undefined && value === undefined && !(inner.schema instanceof z.ZodObject)) {
    return [{ key: path, value: spell(inner.given) }];
  }
  if (value === undefined && inner.given === undefined) return [];
  if (inner.schema instanceof z.ZodObject) {
    return Object.entries(inner.schema.shape).flatMap(([key, member]) =>
      SILENT.has(path ? `${path}.${key}` : key)
        ? []
        : defaultsTaken(member as z.ZodType, child(value, key), path ? `${path}.${key}` : key),
    );
  }
  return [];
}

/** Lists that are empty by default, and blocks whose members speak for themselves, are no assumptions. */
const SILENT = new Set([
  'sources',
  'metrics',
  'checks',
  'sow.client_domains',
  'sow.vendor_domains',
  'matching.free_mail',
  'fees.rates.effective',
]);

function child(value: YamlValue | undefined, key: string): YamlValue | undefined {
  return typeof value === 'object' && !Array.isArray(value) ? value[key] : undefined;
}

function peel(schema: z.ZodType): { schema: z.ZodType; given: unknown } {
  let at = schema;
  let given: unknown;
  for (;;) {
    if (at instanceof z.ZodDefault || at instanceof z.ZodPrefault) {
      given = at.def.defaultValue;
      at = at.def.innerType as z.ZodType;
    } else if (at instanceof z.ZodOptional) at = at.def.innerType as z.ZodType;
    else return { schema: at, given };
  }
}

const spell = (given: unknown): string =>
  Array.isArray(given) ? (given.length ? given.join(', ') : 'none') : String(given);
