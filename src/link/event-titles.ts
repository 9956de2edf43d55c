import { BETWEEN, BETWEEN_BUT_COMMAS, type Called, type CalledBy, withoutMeeting } from './called.ts';
import { isAddressOf } from './identity/emails.ts';
import { FIELDS, type Scale } from './identity/fields.ts';
import type { Identity } from './identity/identity.ts';

/** What is longer is no title. */
const MOST_LETTERS = 300;

/** All that a title names between two marks, the person before the firm. */
export function namedInTitle<T>(title: string, called: Called<T>): ReadonlyMap<T, CalledBy> {
  const text = title.slice(0, MOST_LETTERS).replace(/\s+/g, ' ');
  const parts = [BETWEEN, BETWEEN_BUT_COMMAS]
    .flatMap((marks) => text.split(marks))
    .flatMap((part) => withoutMeeting(part) || []);
  const named = (level: CalledBy, of: (part: string) => ReadonlySet<T> | undefined): [T, CalledBy][] =>
    parts.flatMap((part) => [...(of(part) ?? [])].map((one): [T, CalledBy] => [one, level]));
  return new Map([...named('company', called.firm), ...named('person', called.person)]);
}

/** The firm of one of them that stands in brackets behind a name: `Linda Ellis (Cruz, Garrett and Chandler)`. */
export function firmBehind<T>(name: string, called: () => Called<T>): string | undefined {
  const [, behind] = /\S\s*[([]([^()[\]]+)[)\]]\s*$/.exec(name) ?? [];
  return behind !== undefined && called().firm(behind) ? behind : undefined;
}

/** Whether an invitation shows people of the firm, or of no firm, and whom the slot is with is none of them: then its title tells another meeting of that firm. */
export function isWithOthers(ours: readonly Identity[], invited: readonly Identity[], scale: Scale): boolean {
  const isOurs = (one: Identity): boolean =>
    ours.some(({ email, name }) => {
      const own = scale.registry.name(name);
      return one.email === email || (own !== undefined && isAddressOf(one.cells.email ?? '', own));
    });
  const isTheirs = (one: Identity): boolean =>
    one.isPrivate || ours.some((own) => ['same', 'near', 'part'].includes(FIELDS.company.compare(own, one, scale)));
  const outside = invited.filter((one) => one.email >= 0 && isTheirs(one));
  return outside.length > 0 && !outside.some(isOurs);
}
