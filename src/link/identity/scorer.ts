import { bitsOf, FIELDS, type Field, type Levels, MISSING, mostOfEmail, type Scale } from './fields.ts';
import type { Identity } from './identity.ts';
import { type VetoCode, vetoOn } from './vetoes.ts';

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
const REACH_TENTHS = (REVIEW - MARGIN) * 10;

/** How a pair agrees as a whole. */
export interface Agreement {
  /** Bits for that two rows are one person: the sum over the fields, to a tenth. */
  readonly score: number;
  readonly levels: Levels;
}

const ROWS: readonly Field[] = Object.values(FIELDS);
const { email: EMAIL, name: NAME, phone: PHONE, company: COMPANY, time: TIME } = FIELDS;
const most = ({ levels }: Field): number => 10 * Math.max(...Object.values(levels).map(({ bits }) => bits));
/** The most that the fields behind the name can add but for the address, and behind number and time. */
const MOST_BEHIND_NAME = most(PHONE) + most(TIME) + most(COMPANY);
const MOST_BEHIND_TIME = most(COMPANY);

/**
 * How a pair agrees; undefined where the score stays out of reach. What costs little to compare comes first, and what the rest can add at most is known: few pairs
 * that share a key are alike enough to look at their companies and addresses.
 */
export function agreement(a: Identity, b: Identity, scale: Scale): Agreement | undefined {
  const name = NAME.compare(a, b, scale);
  let tenths = tenthsOf(NAME, name, b, scale);
  const ofEmail = 10 * mostOfEmail(a, b, name);
  if (tenths + ofEmail + MOST_BEHIND_NAME < REACH_TENTHS) return undefined;
  const phone = PHONE.compare(a, b, scale);
  const time = TIME.compare(a, b, scale);
  tenths += tenthsOf(PHONE, phone, b, scale) + tenthsOf(TIME, time, b, scale);
  if (tenths + ofEmail + MOST_BEHIND_TIME < REACH_TENTHS) return undefined;
  const company = COMPANY.compare(a, b, scale);
  tenths += tenthsOf(COMPANY, company, b, scale);
  if (tenths + ofEmail < REACH_TENTHS) return undefined;
  const email = EMAIL.compare(a, b, scale);
  tenths += tenthsOf(EMAIL, email, b, scale);
  return tenths < REACH_TENTHS ? undefined : { score: tenths / 10, levels: { email, name, phone, company, time } };
}

const tenthsOf = (field: Field, level: string, b: Identity, scale: Scale): number =>
  level === MISSING ? 0 : Math.round(bitsOf(field, level, b, scale) * 10);

/** The sum of all bits of a pair in tenths, however low it is. */
export const allTenthsOf = (a: Identity, b: Identity, scale: Scale): number =>
  ROWS.reduce((sum, field) => sum + tenthsOf(field, field.compare(a, b, scale), b, scale), 0);

/** The fields of a score, each with what both sides hold. Bits add up to the score exactly. */
export function fieldsOf(a: Identity, b: Identity, scale: Scale, levels = levelsOf(a, b, scale)): FieldScore[] {
  return ROWS.map((field) => {
    const level = levels[field.field];
    const bits = level === MISSING ? 0 : bitsOf(field, level, b, scale);
    return { field: field.field, level, bits, ours: field.shown(a), theirs: field.shown(b) };
  });
}

/** The level of each field of a pair. */
export const levelsOf = (a: Identity, b: Identity, scale: Scale): Levels => ({
  email: EMAIL.compare(a, b, scale),
  name: NAME.compare(a, b, scale),
  phone: PHONE.compare(a, b, scale),
  company: COMPANY.compare(a, b, scale),
  time: TIME.compare(a, b, scale),
});

/** What forbids to take a pair for one person without asking. */
export const vetoOf = (a: Identity, b: Identity, scale: Scale): VetoCode | undefined =>
  vetoOn(levelsOf(a, b, scale), a, b, scale);

/** Whether two rows of one side are certainly one person; a second address at one host may be a namesake's. */
export function isSamePerson(a: Identity, b: Identity, scale: Scale): boolean {
  return sameScore(a, b, scale) !== undefined || hasMoved(a, b, scale);
}

/** Whether a name took its number along to another firm: a switchboard stays where it is. */
function hasMoved(a: Identity, b: Identity, scale: Scale): boolean {
  if (a.phone < 0 || a.phone !== b.phone || scale.census.behindPhone(a.phone) > 1) return false;
  return ['same', 'turned'].includes(NAME.compare(a, b, scale)) && COMPANY.compare(a, b, scale) === 'other';
}

/** The score of two rows of one side that are certainly one person. */
export function sameScore(a: Identity, b: Identity, scale: Scale): number | undefined {
  const found = agreement(a, b, scale);
  if (!found || found.score < LINK || found.levels.email === 'other') return undefined;
  // Where only one row shows an address, it is no one else's.
  const own = found.levels.email === MISSING ? 'others_address' : undefined;
  return vetoOn(found.levels, a, b, scale, own) === undefined ? found.score : undefined;
}
