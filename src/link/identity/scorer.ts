import { bitsOf, FIELDS, type Field, MISSING, type Scale } from './fields.ts';
import type { Identity } from './identity.ts';
import { type Levels, type VetoCode, vetoOn } from './vetoes.ts';

/** Version of levels, bits and bounds: it moves whenever a link could. */
export const SCALE_VERSION = 1;
/** From this score on two rows are one person; below `REVIEW` they are told as two; the best must lead by `MARGIN`. */
export const LINK = 17;
export const REVIEW = 10;
export const MARGIN = 7;
/** The same for half a name that fits the next as well: a number or an hour alone does not say which of the two is meant. */
export const HALF_MARGIN = 15;

/** What one field adds to a link. */
export interface FieldScore {
  readonly field: string;
  readonly level: string;
  readonly bits: number;
  readonly ours: string;
  readonly theirs: string;
}

/** A runner-up below this is out of reach: nobody asks by how much the best leads over it. */
const REACH = REVIEW - MARGIN;
/** The most that the fields from each place on can add. */
const MOST_TENTHS = FIELDS.map((_, from) =>
  FIELDS.slice(from).reduce(
    (sum, { levels }) => sum + 10 * Math.max(...Object.values(levels).map((level) => level.bits)),
    0,
  ),
);

/** Bits for that two rows are one person: the sum over the fields, to a tenth; undefined where it stays out of reach. */
export function scoreOf(a: Identity, b: Identity, scale: Scale): number | undefined {
  let tenths = 0;
  let i = 0;
  for (const field of FIELDS) {
    if (tenths + (MOST_TENTHS[i++] ?? 0) < REACH * 10) return undefined;
    const level = field.compare(a, b, scale);
    if (level !== MISSING) tenths += Math.round(bitsOf(field, level, b, scale) * 10);
  }
  return tenths < REACH * 10 ? undefined : tenths / 10;
}

/** The sum of all bits of a pair in tenths, however low it is. */
export function tenthsOf(a: Identity, b: Identity, scale: Scale): number {
  let tenths = 0;
  for (const field of FIELDS) {
    const level = field.compare(a, b, scale);
    if (level !== MISSING) tenths += Math.round(bitsOf(field, level, b, scale) * 10);
  }
  return tenths;
}

/** The fields of a score, each with what both sides hold. Bits add up to the score exactly. */
export function fieldsOf(a: Identity, b: Identity, scale: Scale): FieldScore[] {
  const fields: readonly Field[] = FIELDS;
  return fields.map((field) => {
    const level = field.compare(a, b, scale);
    const bits = level === MISSING ? 0 : bitsOf(field, level, b, scale);
    return { field: field.field, level, bits, ours: field.shown(a), theirs: field.shown(b) };
  });
}

/** The level of each field of a pair. */
export function levelsOf(a: Identity, b: Identity, scale: Scale): Levels {
  const [email = MISSING, name = MISSING, phone = MISSING, company = MISSING, time = MISSING] = FIELDS.map((field) =>
    field.compare(a, b, scale),
  );
  return { email, name, phone, company, time };
}

/** What forbids to take a pair for one person without asking. */
export const vetoOf = (a: Identity, b: Identity, scale: Scale): VetoCode | undefined =>
  vetoOn(levelsOf(a, b, scale), a, b, scale);

/** Whether two rows of one side are certainly one person; a second address at one host may be a namesake's. */
export function isSamePerson(a: Identity, b: Identity, scale: Scale): boolean {
  if ((scoreOf(a, b, scale) ?? 0) < LINK) return false;
  const levels = levelsOf(a, b, scale);
  // Where only one row shows an address, it is no one else's.
  const own = levels.email === MISSING ? 'others_address' : undefined;
  return levels.email !== 'other' && vetoOn(levels, a, b, scale, own) === undefined;
}
