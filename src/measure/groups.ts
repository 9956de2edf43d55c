import type { Facts } from '../sow/criteria.ts';
import type { Group } from './metrics.ts';
import { ALL } from './tally.ts';
import { isoWeek } from './week.ts';

/** Under which names a row is tallied: as a whole, and as one of each group. A name is made once. */
export function keysBy(groups: readonly Group[]): (facts: Facts, date: string) => string[] {
  const known = groups.map((group) => ({ group, names: new Map<string, string>() }));
  return (facts, date) => {
    const keys = [ALL];
    for (const { group, names } of known) {
      const value = groupOf(group, facts, date);
      if (value === undefined) continue;
      const name = names.get(value) ?? keyOf(group, value);
      names.set(value, name);
      keys.push(name);
    }
    return keys;
  };
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
