import type { Facts } from '../sow/criteria.ts';
import type { Group } from './metrics.ts';
import { ALL } from './tally.ts';
import { isoWeek } from './week.ts';

/** Numbers the tallies that rows belong to: 0 is the whole, then one for each value of each group. */
export class Grouping {
  /** Their names, by number. */
  readonly names: string[] = [ALL];
  readonly #found = [0];
  readonly #groups: readonly { readonly group: Group; readonly numbers: Map<string, number> }[];

  constructor(groups: readonly Group[]) {
    this.#groups = groups.map((group) => ({ group, numbers: new Map() }));
  }

  /** The tallies of one row, up to the next. */
  of(facts: Facts, date: string): readonly number[] {
    const found = this.#found;
    found.length = 1;
    for (const { group, numbers } of this.#groups) {
      const value = groupOf(group, facts, date);
      if (value === undefined) continue;
      const known = numbers.get(value);
      if (known === undefined) numbers.set(value, this.names.push(keyOf(group, value)) - 1);
      found.push(known ?? this.names.length - 1);
    }
    return found;
  }
}

/** The name of a group's tally, such as `agent=Pia`. */
export const keyOf = (group: string, value: string): string => `${group}=${value}`;

/** The field that a group is made by; weeks and days are made from the row's day. */
export const fieldOfGroup = (group: Exclude<Group, 'week' | 'day'>): string =>
  // Where a lead came from is its channel, and so is the class of its price.
  group === 'class' || group === 'source' ? 'channel' : group;

function groupOf(group: Group, facts: Facts, date: string): string | undefined {
  if (group === 'week') return isoWeek(date);
  if (group === 'day') return date;
  const fact = facts(fieldOfGroup(group));
  return fact === undefined ? undefined : String(fact);
}
