import type { Meeting } from '../read/records.ts';
import { groupBy } from './grouped.ts';
import type { ContactCells } from './identity/identity.ts';
import { isKnown } from './persons.ts';
import { rowsOf, type Slot } from './slots.ts';

const PERSONAL = ['contact_name', 'email', 'phone', 'company', 'domain'] as const;
/** What rows show of a person, where all that show it agree; `undefined` where they differ. */
type Shown = Map<(typeof PERSONAL)[number], string | undefined>;

/** Of persons with several slots what their rows show. */
export function shownByPerson(slots: readonly Slot[]): ReadonlyMap<string, Shown> {
  const several = groupBy(slots, ({ person }) => person).filter(([one, other]) => other && one && isKnown(one.person));
  return new Map(
    several.map((own) => {
      const shown: Shown = new Map();
      for (const row of own.flatMap(rowsOf))
        for (const field of PERSONAL)
          if (row[field] !== undefined)
            shown.set(field, !shown.has(field) || shown.get(field) === row[field] ? row[field] : undefined);
      return [own[0]?.person ?? '', shown];
    }),
  );
}

/** A row with what it lacks and other rows of the person show: of two slots of one person the time decides, and not which row shows more. */
export function withOthers(row: Meeting, shown: Shown | undefined): ContactCells {
  const lacks = shown ? PERSONAL.filter((field) => row[field] === undefined && shown.get(field) !== undefined) : [];
  return lacks.length ? { ...row, ...Object.fromEntries(lacks.map((field) => [field, shown?.get(field)])) } : row;
}
