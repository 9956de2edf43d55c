import { termOf } from '../../judge/contract.ts';
import { clockOf, hoursOf } from '../clock.ts';
import { businessClocks } from '../contradictions.ts';
import { addDays, DAY_MS, type Instant, type PlainDate, weekdayOf } from '../dates.ts';
import type { Duration } from '../duration.ts';
import type { Path } from '../yaml.ts';
import { defineCheck, type Hit, hit, type LintContext } from './check.ts';

/** Checks for what a weekend, a holiday or the end of the contract changes. */
export const noHolidays = defineCheck({
  severity: 'warning',
  title: 'Business clocks without holidays',
  message: 'no holidays are given, so that a public holiday is like any other day in {keys}',
  why: 'A deadline over a holiday is a day off, and each side counts it its own way.',
  help: 'list the holidays of the SOW, or name an .ics file',
  find: ({ sow }): Hit[] => {
    const keys = clocksOf(sow).map(({ path }) => path.join('.'));
    return keys.length && !sow.holidays.length
      ? [hit(['sow', 'business_hours', 'holidays'], { keys: keys.join(', ') })]
      : [];
  },
});

export const holidaysEnd = defineCheck({
  severity: 'warning',
  title: 'Holidays that end before the contract',
  message: 'the last holiday given is {last}, but the contract runs to {to}',
  why: 'From then on a holiday is a business day.',
  help: 'add the holidays of the whole term',
  find: ({ sow }): Hit[] => {
    const last = [...sow.holidays].sort().at(-1);
    const { to } = termOf(sow);
    return last && to && clocksOf(sow).length && last < to.slice(0, 4)
      ? [hit(['sow', 'business_hours', 'holidays'], { last, to })]
      : [];
  },
});

export const overHoliday = defineCheck({
  severity: 'info',
  title: 'A clock that a holiday changes',
  message: '{length} over the holiday of {holiday}: {story}',
  why: 'The first such date of the term is worth agreeing on before it comes.',
  help: 'ask the vendor for its reading of that date',
  find: ({ sow }): Hit[] => {
    const hours = sow.sow.business_hours;
    if (!hours) return [];
    const plain = clockOf(sow.clock.zone, hoursOf(hours, []));
    const { from, to } = termOf(sow);
    // A holiday on a weekend closes nothing.
    const closes = (day: PlainDate): boolean => plain.businessDaysBetween(addDays(day, -1), day) === 1;
    const inTerm = (day: PlainDate): boolean => (!from || day >= from) && (!to || day <= to);
    const holidays = [...sow.holidays].sort().filter((day) => inTerm(day) && closes(day));
    return clocksOf(sow).flatMap(({ path, duration }): Hit[] => {
      for (const holiday of holidays) {
        const story = storyOf(path, duration, holiday, sow, plain);
        if (story) return [hit(path, { length: duration.text, holiday, story })];
      }
      return [];
    });
  },
});

export const overWeekend = defineCheck({
  severity: 'info',
  title: 'A notice that runs over a weekend',
  message: '{length} before a Monday: notice for {start} is timely until {last}',
  why: 'Hours by the clock and business hours differ most over a weekend, and a notice on a Sunday reaches nobody.',
  help: 'say in the SOW whether hours are business hours',
  find: ({ sow }): Hit[] =>
    NOTICES.flatMap((path): Hit[] => {
      const notice = sow.rules[path[1]]?.notice;
      const { from } = termOf(sow);
      if (!notice || !from || notice.clock === 'days' || notice.clock === 'months') return [];
      // The second Monday or later: the weekend before it lies in the term.
      let monday = addDays(from, 7);
      while (weekdayOf(monday) !== 1 || sow.holidays.includes(monday)) monday = addDays(monday, 1);
      const start = openingOf(monday, sow);
      const last = lastNotice(start, notice, sow.clock);
      return [hit(path, { length: notice.text, start: wall(start, sow), last: wall(last, sow) })];
    }),
});

const NOTICES = [
  ['rules', 'prospect_reschedule', 'notice'],
  ['rules', 'client_reschedule', 'notice'],
] as const;

/** Runs from the last day of a month. */
const PERIOD_END: Path = ['rules', 'reporting', 'due'];

type Sow = LintContext['sow'];

const clocksOf = ({ rules, fees }: Sow): { path: Path; duration: Duration }[] => businessClocks({ rules, fees }, []);

const wall = (at: Instant, { clock }: Sow): string => clock.zone.format(at).slice(0, 16).replace('T', ' ');

/** Nine in the morning where the SOW knows no opening hours. */
const openingOf = (day: PlainDate, { sow, clock }: Sow): Instant =>
  clock.zone.startOf(day) + (sow.business_hours?.open ?? 9 * 60) * 60_000;

/** The last minute at which a notice is still this long before the start. */
function lastNotice(start: Instant, notice: Duration, clock: Pick<Sow['clock'], 'isAtLeastBefore'>): Instant {
  const MINUTE = 60_000;
  let [early, late] = [0, (400 * DAY_MS) / MINUTE];
  // Of minutes before the start the fewest that are enough: more are always enough too.
  while (early < late) {
    const middle = Math.floor((early + late) / 2);
    if (clock.isAtLeastBefore(start - middle * MINUTE, start, notice)) late = middle;
    else early = middle + 1;
  }
  return start - late * MINUTE;
}

/** What a holiday does to one length, where it does anything: seen from the open day before it, or for a notice from the one after it. */
function storyOf(path: Path, length: Duration, holiday: PlainDate, sow: Sow, plain: Sow['clock']): string | undefined {
  const isOpen = (day: PlainDate): boolean => sow.clock.businessDaysBetween(addDays(day, -1), day) === 1;
  const step = (day: PlainDate, by: 1 | -1): PlainDate => {
    let next = addDays(day, by);
    for (let tries = 0; tries < 30 && !isOpen(next); tries++) next = addDays(next, by);
    return next;
  };
  if (NOTICES.some((notice) => notice.join() === path.join())) {
    const start = openingOf(step(holiday, 1), sow);
    const [last, without] = [lastNotice(start, length, sow.clock), lastNotice(start, length, plain)];
    return last === without
      ? undefined
      : `notice for ${wall(start, sow)} must be given by ${wall(last, sow)}, not by ${wall(without, sow)}`;
  }
  if (path.join() === PERIOD_END.join()) {
    const last = addDays(`${holiday.slice(0, 7)}-01`, -1);
    const [due, without] = [sow.clock.endAfter(last, length), plain.endAfter(last, length)];
    return due === without
      ? undefined
      : `for the period that ends on ${last} it ends on ${wall(due, sow)}, not on ${wall(without, sow)}`;
  }
  const trigger = openingOf(step(holiday, -1), sow);
  const [end, without] = [sow.clock.endOf(trigger, length), plain.endOf(trigger, length)];
  return end === without
    ? undefined
    : `begun on ${wall(trigger, sow)} it ends on ${wall(end, sow)}, not on ${wall(without, sow)}`;
}

export const amendmentAfterEnd = defineCheck({
  severity: 'warning',
  title: 'An amendment from after the end',
  message: 'the amendment from {from} never holds: the contract ends on {ends}',
  why: 'What is booked after the end is not paid, by whatever terms.',
  help: 'mend the date, or sow.ends if the term was prolonged',
  find: ({ sow }): Hit[] => {
    const { to } = termOf(sow);
    const late = (all: readonly { from: PlainDate }[], ...path: Path): Hit[] =>
      all.flatMap(({ from }, i) => (to !== undefined && from > to ? [hit([...path, i], { from, ends: to })] : []));
    return [
      ...late(sow.amendments, 'amendments'),
      ...late(sow.fees.rates?.effective ?? [], 'fees', 'rates', 'effective'),
    ];
  },
});
