import { FORMS } from './given-name-lists.ts';
import { FORMS_ABROAD } from './given-names-abroad.ts';
import { ROMANCE_FORMS } from './given-names-romance.ts';
import { EAST_ASIAN_GIVEN, OTHERS } from './other-given-names.ts';
import { isSlip } from './slips.ts';

const groups = new Map<string, number[]>();
const eastAsian = new Set(EAST_ASIAN_GIVEN.trim().split(/\s+/));
const known = new Set([...OTHERS.split(/\s+/), ...eastAsian]);
/** What a line is led by, and the initial of each line's. */
const full = new Set<string>();
const initials: string[] = [];
const lines = [FORMS, ROMANCE_FORMS, FORMS_ABROAD].flatMap((all) =>
  all
    .trim()
    .split('\n')
    .map((line) => line.split(' ')),
);
/** Forms that are given as names of their own: a longer form is another name (Lisa, Elizabeth), a shorter one may be theirs (Liz). */
const OWN = new Set(
  'barbel carol celia clara dora elise eliza elsa enzo gail gerard greta heidi isabella kathe kathleen kirsten lena leon lisa lori lucille margot mark mia neil ramon rita rolf rupert sandra'.split(
    ' ',
  ),
);
for (const [i, line] of lines.entries())
  for (const [at, name] of line.entries()) {
    groups.set(name, [...(groups.get(name) ?? []), i]);
    known.add(name);
    if (at > 0) continue;
    full.add(name);
    initials[i] = name.charAt(0);
  }

/** Whether it is a given name of our lists, in plain letters. */
export const isGivenName = (name: string): boolean => known.has(name);

/** Whether it is such a name, and none of East Asia. */
export const isWesternGiven = (name: string): boolean => known.has(name) && !eastAsian.has(name);

/** Whether two given names are forms of one. */
export function isSameGiven(a: string, b: string): boolean {
  const theirs = groups.get(b);
  return theirs !== undefined && (groups.get(a)?.some((group) => theirs.includes(group)) ?? false);
}

/** Whether an initial stands for a given name, or for the one behind a short form: both D. and R. are Dick. */
export const isInitialOf = (initial: string, name: string): boolean =>
  name.startsWith(initial) || (groups.get(name)?.some((group) => initials[group] === initial) ?? false);

/** Whether a name that no list has is a slip away from a form of one that has several: Peggy is Marfaret. */
export const isFormOfSlip = (form: string, slip: string): boolean =>
  !known.has(slip) &&
  slip.length > 4 &&
  (groups.get(form)?.some((group) => lines[group]?.some((other) => isSlip(other, slip))) ?? false);

/** Whether two forms of one name are names of their own as well (Rose, Rosemary): then they may be two people. */
export const areBothFull = (a: string, b: string): boolean =>
  (full.has(a) && full.has(b)) || (OWN.has(a) && b.length >= a.length) || (OWN.has(b) && a.length >= b.length);
