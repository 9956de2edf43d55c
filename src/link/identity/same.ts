import { Candidates } from './candidates.ts';
import type { Scale } from './fields.ts';
import type { ContactCells, Identity } from './identity.ts';
import { isAnotherName } from './names.ts';
import { levelsOf, sameScore } from './scorer.ts';

/** Two rows that are one person. */
interface Pair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/**
 * Groups rows that name one person, each by the place of its first row. Rows that `known` puts together already stay together; two groups become one where a
 * pair of them is certainly one person, the surest pair first, and no row of one contradicts a row of the other.
 */
export function samePeople(rows: readonly ContactCells[], known: readonly string[], scale: Scale): number[] {
  const people = rows.map((row) => scale.registry.identityOf(row));
  const groupOf: number[] = [];
  const members = new Map<number, number[]>();
  const first = new Map<string, number>();
  for (const [i, key] of known.entries()) {
    const group = first.get(key) ?? i;
    first.set(key, group);
    groupOf.push(group);
    const known = members.get(group);
    if (known) known.push(i);
    else members.set(group, [i]);
  }
  for (const { a, b } of pairsOf(people, groupOf, scale)) {
    const [one = 0, other = 0] = [groupOf[a], groupOf[b]].sort((x = 0, y = 0) => x - y);
    const [ours, theirs] = [members.get(one) ?? [], members.get(other) ?? []];
    if (one === other || ours.some((x) => theirs.some((y) => contradicts(people[x], people[y], scale)))) continue;
    for (const y of theirs) groupOf[y] = one;
    members.set(one, [...ours, ...theirs]);
    members.delete(other);
  }
  return groupOf;
}

/** Pairs of different groups that are one person, the surest first. */
function pairsOf(people: readonly Identity[], groupOf: readonly number[], scale: Scale): Pair[] {
  const candidates = new Candidates(people, scale.registry);
  const pairs: Pair[] = [];
  for (const [a, person] of people.entries())
    for (const b of candidates.of(person)) {
      const other = people[b];
      if (b >= a || !other || groupOf[a] === groupOf[b]) continue;
      const score = sameScore(person, other, scale);
      if (score !== undefined) pairs.push({ a: b, b: a, score });
    }
  return pairs.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

/** Two names, or two addresses at one host, cannot be of one person. */
function contradicts(a: Identity | undefined, b: Identity | undefined, scale: Scale): boolean {
  if (!a || !b) return false;
  const { name, email } = levelsOf(a, b, scale);
  if (name === 'garbled' || name === 'monsieur') return email !== 'same';
  return isAnotherName(name) || name === 'ending' || email === 'other';
}
