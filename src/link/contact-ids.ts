import type { CrmMeeting } from '../read/records.ts';

/** The people of a CRM by their ids; one that several rows have stands for all of them. */
export type PeopleById = ReadonlyMap<string, readonly CrmMeeting[]>;
export const NO_PEOPLE: PeopleById = new Map();

/** Of Salesforce the first 15 characters are the id, and three more say their case. */
const keyOf = (id: string): string => (/^00[a-zA-Z0-9]{16}$/.test(id) ? id.slice(0, 15) : id);

/** Rows without a start are people: who has which id. */
export function peopleById(crm: readonly CrmMeeting[]): PeopleById {
  const people = new Map<string, CrmMeeting[]>();
  for (const row of crm) {
    if (row.id === undefined || row.starts_at !== undefined) continue;
    const key = keyOf(row.id);
    const known = people.get(key);
    if (known) known.push(row);
    else people.set(key, [row]);
  }
  return people;
}

/** The people that a meeting names by their ids alone: whom it names itself is meant. */
export function namedById(row: CrmMeeting, people: PeopleById): readonly CrmMeeting[] {
  const { contact_id = '', contact_name, email } = row;
  const ids = contact_name === undefined && email === undefined ? contact_id.split(/[;,|\s]+/) : [];
  return ids.flatMap((id) => people.get(keyOf(id)) ?? []);
}
