import { freeMailOf } from '../../src/link/identity/emails.ts';
import { Registry } from '../../src/link/identity/identity.ts';
import { linkPeople, type PersonLink, scaleOf } from '../../src/link/identity/people.ts';
import { zoneOf } from '../../src/sow/zone.ts';
import type { PersonCells } from './link-world.ts';

export const LIMITS = { sameMeetingMs: 5 * 60_000, shiftedStartMs: 2 * 3_600_000, zone: zoneOf('UTC') };
export const FREE_MAIL = freeMailOf([]);

/** The links of leads to people, as a month without rules of its own has them. */
export const linked = (leads: readonly PersonCells[], people: readonly PersonCells[]): PersonLink<PersonCells>[] =>
  linkPeople(leads, people, scaleOf(leads, people, LIMITS, new Registry(FREE_MAIL)));
