import { BETWEEN, type Called, type CalledBy, withoutMeeting } from './called.ts';

/** What is longer is no title. */
const MOST_LETTERS = 300;

/** All that a title names between two marks, the person before the firm. */
export function namedInTitle<T>(title: string, called: Called<T>): ReadonlyMap<T, CalledBy> {
  const parts = title
    .slice(0, MOST_LETTERS)
    .replace(/\s+/g, ' ')
    .split(BETWEEN)
    .flatMap((part) => withoutMeeting(part) || []);
  const named = (level: CalledBy, of: (part: string) => ReadonlySet<T> | undefined): [T, CalledBy][] =>
    parts.flatMap((part) => [...(of(part) ?? [])].map((one): [T, CalledBy] => [one, level]));
  return new Map([...named('company', called.firm), ...named('person', called.person)]);
}
