import type { AnomalyName } from '../../src/sow/anomaly-names.ts';
import { at, type Rows, signalsOf } from './watched.ts';

export type Call = Rows<'calls'>[number];
export type Meeting = Rows<'meetings'>[number];
export type Seat = Rows<'attendance'>[number];

/** A call of Ada on 15 June; `talk` in seconds, rung for ten before. */
export const call = (time: string, talk: number, cells: Call = {}): Call => ({
  agent: 'Ada',
  started_at: at(time.includes('T') ? time : `06-15T${time}`),
  disposition: 'conversation',
  talk,
  duration: talk + 10,
  phone: '+12125550100',
  ...cells,
});
/** So many calls, made of their number; a working day holds 100, one every four minutes from nine on. */
export const callsOf = (n: number, made: (i: number) => Call): Call[] =>
  Array.from({ length: n }, (_, i) => ({
    ...call('09:00', 60),
    started_at: at(`06-${String(1 + (Math.floor(i / 100) % 5)).padStart(2, '0')}T09:00`) + (i % 100) * 240_000,
    ...made(i),
  }));
export const by = (agent: string, calls: readonly Call[]): Call[] => calls.map((row) => ({ ...row, agent }));
/** The signals of a test that needs calls alone. */
export const inCalls = (test: AnomalyName, calls: readonly Call[]) => signalsOf(test, { calls }).signals;

/** A number in letters: names that nobody takes for one another. */
export const letters = (n: number): string => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
/** A held meeting of somebody else than all others, booked on 1 June for ten on 8 June. */
export const meeting = (n: number, cells: Meeting = {}): Meeting => ({
  id: `M${n}`,
  contact_name: `Lead ${letters(n)}`,
  email: `${letters(n)}@firm${n}.example`,
  company: `Firm ${letters(n)}`,
  booked_at: at('06-01T11:00'),
  starts_at: at('06-08T10:00'),
  ends_at: at('06-08T10:30'),
  outcome: 'held',
  ...cells,
});
export const meetingsOf = (n: number, made: (i: number) => Meeting = () => ({}), first = 0): Meeting[] =>
  Array.from({ length: n }, (_, i) => meeting(first + i, made(i)));
/** The signals of a test that needs meetings alone. */
export const inMeetings = (test: AnomalyName, meetings: readonly Meeting[], more: object = {}) =>
  signalsOf(test, { meetings }, more).signals;

/** The working days of June 2026: the 19th is a holiday. */
export const DAYS = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 17, 18, 22, 23, 24, 25, 26, 29, 30].map(
  (day) => `06-${String(day).padStart(2, '0')}`,
);
export const onDay = (day: string): Meeting => ({ booked_at: at(`${day}T11:00`) });
