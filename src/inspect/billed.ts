import type { ColumnFacts } from './columns.ts';
import { areMoments } from './guess.ts';

/** Headers by which invoices call an id, a person or a day. */
const BILLED = /^(lead|prospect|meeting|appointment|demo|termin|rdv|rendez-vous|cita)s?$/i;
const NAME = /^\p{L}[\p{L}\p{M}.'’-]*(,? \p{L}[\p{L}\p{M}.'’-]*)+$/u;

/** The column of an invoice called `Lead` or `Meeting`: whom its lines bill, or when that was, as its cells say; ids are not looked for. */
export function billedColumns(
  headers: readonly Pick<ColumnFacts, 'header' | 'samples'>[],
): Partial<Record<'contact_name' | 'meeting_date', string>> {
  const found: Partial<Record<'contact_name' | 'meeting_date', string>> = {};
  for (const { header, samples } of headers) {
    if (!BILLED.test(header.trim()) || !samples.length) continue;
    if (samples.every((text) => NAME.test(text.trim()))) found.contact_name ??= header;
    else if (areMoments(samples)) found.meeting_date ??= header;
  }
  return found;
}
