import { addTo } from '../link/grouped.ts';
import type { WhoseLink } from '../link/whose.ts';

/** Rows that speak of people, by whose they are. */
export interface RowsOf<R> {
  /** Surely of this person, in the order of the rows. */
  of(person: string): readonly R[];
  /** Perhaps theirs: nobody can tell, until a person has said so. */
  perhapsOf(person: string): readonly R[];
}

/** Indexes rows by the people of the vendor to whom they were tied. */
export function rowsBy<R>(rows: readonly R[], links: ReadonlyMap<R, WhoseLink>): RowsOf<R> {
  const [sure, perhaps] = [new Map<string, Set<R>>(), new Map<string, Set<R>>()];
  for (const row of rows) {
    const link = links.get(row);
    if (!link || link.decision === 'none') continue;
    for (const { person } of link.slots) addTo(link.decision === 'linked' ? sure : perhaps, person, row);
  }
  return { of: (person) => [...(sure.get(person) ?? [])], perhapsOf: (person) => [...(perhaps.get(person) ?? [])] };
}
