import { FORMS } from './given-name-lists.ts';
import { OTHERS } from './other-given-names.ts';

const groups = new Map<string, number[]>();
const known = new Set(OTHERS.split(/\s+/));
for (const [i, line] of FORMS.trim().split('\n').entries())
  for (const name of line.split(' ')) {
    groups.set(name, [...(groups.get(name) ?? []), i]);
    known.add(name);
  }

/** Whether it is a given name of our lists, in plain letters. */
export const isGivenName = (name: string): boolean => known.has(name);

/** Whether two given names are forms of one. */
export function isSameGiven(a: string, b: string): boolean {
  const theirs = groups.get(b);
  return theirs !== undefined && (groups.get(a)?.some((group) => theirs.includes(group)) ?? false);
}
