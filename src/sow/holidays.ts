import ICAL from 'ical.js';
import { addDays, type PlainDate } from './dates.ts';

/** Years for which a rule that repeats is written out. */
const FIRST = 2000;
const LAST = 2060;

/** The days that the events of an iCalendar text cover: DTEND is the first day after; yearly rules are written out. Undefined when it is none. */
export function holidaysIn(text: string): PlainDate[] | undefined {
  let events: ICAL.Component[];
  try {
    events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  } catch {
    return undefined;
  }
  return events.flatMap((component) => {
    const event = new ICAL.Event(component);
    const length = Math.max(1, Math.round((event.duration?.toSeconds() ?? 0) / 86_400));
    return startsOf(event).flatMap((start) => Array.from({ length }, (_, i) => addDays(start, i)));
  });
}

function startsOf(event: ICAL.Event): PlainDate[] {
  const dateOf = (time: ICAL.Time): PlainDate => time.toString().slice(0, 10);
  if (!event.isRecurring()) return [dateOf(event.startDate)];
  const days: PlainDate[] = [];
  const occurrences = event.iterator();
  for (let next = occurrences.next(); next && next.year <= LAST; next = occurrences.next())
    if (next.year >= FIRST) days.push(dateOf(next));
  return days;
}
