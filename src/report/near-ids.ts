import { lookup } from '../judge/lookup.ts';
import type { Meeting } from '../read/records.ts';

const withoutZeros = (id: string | undefined): string | undefined => id?.replace(/^0+/, '');
const idsOf = ({ id, lead_id }: Meeting): readonly (string | undefined)[] => [id, lead_id];
const alike = lookup((row: Meeting) => idsOf(row).map(withoutZeros));

/** The id of a drop row that differs from another one in leading zeros alone: a spreadsheet drops them. */
export function nearId(id: string, meetings: readonly Meeting[]): string | undefined {
  const [row] = alike(meetings, [withoutZeros(id)]);
  return row && idsOf(row).find((other) => other !== id && withoutZeros(other) === withoutZeros(id));
}
