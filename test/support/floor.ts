import { addDays, weekdayOf } from '../../src/sow/dates.ts';
import { type Dice, diceOf } from './dice.ts';
import { at, JUNE, type Month, type Rows } from './watched.ts';

type Call = Rows<'calls'>[number];
type Meeting = Rows<'meetings'>[number];
type Seat = Rows<'attendance'>[number];

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const AGENTS = ['Ada', 'Bert', 'Cora', 'Dirk', 'Elsa'];
const HOLIDAYS = ['2026-06-19', '2026-07-03'];
const AREAS = ['212', '305', '404', '617', '703', '415'];
const FIRST =
  'Ann Ben Cleo Dina Egon Fay Gus Hana Ivo Jane Karl Lena Milo Nora Otto Pia Quin Rosa Saul Tess Umar Vera Walt Xena Yuri Zoe'.split(
    ' ',
  );
const LAST =
  'Abel Brock Crane Doyle Emms Frost Gale Hurst Innes Judd Kerr Lowe Marsh Nash Orr Pratt Quirk Rudd Stark Thorn Upton Vance Wyatt Yates'.split(
    ' ',
  );

/** Draws that a floor needs beside dice. */
const share = (dice: Dice): number => (dice.whole(0, 2 ** 30) + 0.5) / (2 ** 30 + 1);
const normal = (dice: Dice): number => Math.sqrt(-2 * Math.log(share(dice))) * Math.cos(2 * Math.PI * share(dice));
const lognormal = (dice: Dice, median: number, spread: number): number =>
  Math.max(1, Math.round(median * Math.exp(spread * normal(dice))));
const waiting = (dice: Dice, mean: number): number => -Math.log(share(dice)) * mean;

const isOpen = (day: string): boolean => ![0, 6].includes(weekdayOf(day)) && !HOLIDAYS.includes(day);
const daysOf = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isOpen(day)) days.push(day);
  return days;
};

/** An agent as people are: each a little better or worse at everything. */
interface Agent {
  readonly name: string;
  readonly gap: number;
  readonly converts: number;
  readonly hangUps: number;
  readonly staysLate: number;
}
const agentOf = (name: string, dice: Dice): Agent => {
  const own = (): number => Math.exp(0.1 * normal(dice));
  return { name, gap: 14 * own(), converts: 0.25 * own(), hangUps: 0.3 * own(), staysLate: 0.02 * own() };
};

/** A lead: a person of a company; now and then a colleague of the one before, behind the same switchboard. */
class Leads {
  #n = 0;
  #company: { company: string; domain: string; phone: string } | undefined;

  next(dice: Dice): Required<Pick<Meeting, 'contact_name' | 'email' | 'company' | 'phone'>> {
    const n = ++this.#n;
    const [first, last] = [dice.pick(FIRST), dice.pick(LAST)];
    const firm = `${dice.pick(LAST)}${dice.pick(LAST).toLowerCase()}${n}`;
    if (!this.#company || !dice.chance(0.05))
      this.#company = {
        company: `${firm} Systems`,
        domain: `${firm.toLowerCase()}.example`,
        phone: `+1${dice.pick(AREAS)}555${String(n).padStart(4, '0')}`,
      };
    const { company, domain, phone } = this.#company;
    return { contact_name: `${first} ${last}`, email: `${first}.${last}${n}@${domain}`.toLowerCase(), company, phone };
  }
}

/**
 * A month on a clean floor: five agents dial through their lists, talk as long as talks take, book one conversation in four, and report what they did.
 * Nothing is planted; whatever signals is a false alarm.
 */
export function cleanMonth(seed: number): Required<Omit<Month, 'recordings'>> {
  const dice = diceOf(seed);
  const leads = new Leads();
  const calls: Call[] = [];
  const sessions: Rows<'sessions'>[number][] = [];
  const meetings: Meeting[] = [];
  for (const [i, name] of AGENTS.entries()) {
    const own = dice.branch(i);
    const agent = agentOf(name, own);
    for (const day of daysOf(JUNE.from, JUNE.to)) {
      const first = calls.length;
      workDay(agent, day, own, leads, calls, meetings);
      const [start, end] = [calls[first]?.started_at ?? 0, calls.at(-1)?.started_at ?? 0];
      if (calls.length > first)
        sessions.push({ agent: name, login_at: start - own.whole(1, 9) * MINUTE, logout_at: end + 20 * MINUTE });
    }
  }
  const before = dice.branch(90);
  for (const day of daysOf('2026-05-20', '2026-05-29'))
    for (let n = before.whole(1, 6); n > 0; n--)
      meetings.push(
        ...booked(before.pick(['Ada', 'Bert', 'Cora']), at(`${day.slice(5)}T10:00`), leads.next(before), before),
      );
  for (const [i, meeting] of meetings.entries())
    if (meeting.id === undefined) meetings[i] = { ...meeting, id: `M${i}` };
  const rival = dice.branch(91);
  const theirs = daysOf('2026-05-29', '2026-06-15').flatMap((day) =>
    [1, 2, 3, 4].flatMap(() =>
      booked('Zack', at(`${day.slice(5)}T11:00`), leads.next(rival), rival).map((row, i) => ({
        ...row,
        id: `Z${day}${row.email}${i}`,
        vendor: 'Castle Dial',
      })),
    ),
  );
  return {
    calls,
    sessions,
    meetings: [...meetings, ...theirs],
    attendance: meetings.flatMap((row) => seatsOf(row, dice)),
    reported_metrics: reportOf(calls, sessions),
    roster: AGENTS.map((agent) => ({ agent })),
  };
}

/** Dials of one agent from nine on, one after the other, with lunch between; now and then somebody stays late. */
function workDay(agent: Agent, day: string, dice: Dice, leads: Leads, calls: Call[], meetings: Meeting[]): void {
  const end = dice.chance(agent.staysLate) ? '18:40' : '16:50';
  let now = at(`${day.slice(5)}T09:00`) + dice.whole(0, 10 * MINUTE);
  while (now < at(`${day.slice(5)}T${end}`)) {
    const lead = leads.next(dice);
    // California is still in bed.
    const isEarly = lead.phone?.startsWith('+1415') && now < at(`${day.slice(5)}T11:05`);
    if (!isEarly) {
      const { booking, ...call } = dial(agent, now, lead, dice);
      calls.push(call);
      now += (call.duration ?? 0) * 1000;
      if (booking) meetings.push(...booked(agent.name, now, lead, dice));
    }
    now += Math.round(waiting(dice, agent.gap * MINUTE) / 1000) * 1000 + 20_000;
    if (now > at(`${day.slice(5)}T12:00`) && now < at(`${day.slice(5)}T12:40`)) now += 45 * MINUTE;
  }
}

function dial(
  { name, converts, hangUps }: Agent,
  started_at: number,
  lead: Meeting,
  dice: Dice,
): Call & { booking: boolean } {
  const ring = dice.whole(5, 30);
  const kind = dice.whole(0, 99);
  const base = { agent: name, phone: lead.phone, email: lead.email, direction: 'outbound', started_at } as const;
  const spoke = (disposition: 'conversation' | 'human', talk: number, booking = false) => {
    const recording = { recording: `${started_at}.mp3`, recording_duration: talk + dice.whole(-1, 2) };
    return { ...base, ...recording, disposition, talk, duration: ring + talk, booking };
  };
  if (kind < 14) {
    const booking = dice.chance(converts);
    const talk = booking ? 60 + lognormal(dice, 200, 0.5) : lognormal(dice, 95, 0.75);
    return spoke(talk < 30 ? 'human' : 'conversation', talk, booking);
  }
  if (kind < 22) return spoke('human', dice.chance(hangUps) ? dice.whole(1, 9) : 9 + lognormal(dice, 14, 0.5));
  // A voicemail drop lasts as long as its tape.
  if (kind < 45) return { ...base, disposition: 'voicemail', talk: 25, duration: ring + 25, booking: false };
  const disposition = kind < 88 ? 'no_answer' : kind < 94 ? 'busy' : 'failed';
  return { ...base, disposition, talk: 0, duration: ring, booking: false };
}

/** A booking, and what became of it: held, missed (and rebooked), moved, cancelled. */
function booked(agent: string, booked_at: number, lead: Meeting, dice: Dice): Meeting[] {
  const slot = (from: number, most: number): number => {
    const days = daysOf(addDays(dayOf(from), 1), addDays(dayOf(from), most));
    const hour = dice.whole(11, 16);
    return at(`${dice.pick(days).slice(5)}T${hour}:${dice.pick(['00', '30'])}`);
  };
  const notes = 'asked for prices, wants to see the product with two of the team before the summer. '.repeat(
    dice.whole(1, 5),
  );
  const row = (starts_at: number, more: Meeting): Meeting => ({
    ...lead,
    agent,
    booked_at,
    starts_at,
    ends_at: starts_at + 30 * MINUTE,
    notes,
    ...more,
  });
  const start = slot(booked_at, 14);
  const [fate, id] = [dice.whole(0, 99), `${lead.email}/1`];
  if (fate < 74) return [row(start, { id, outcome: 'held' })];
  if (fate < 80)
    return [row(start, { id, outcome: 'canceled_prospect', canceled_at: Math.max(booked_at, start - DAY) })];
  const next = slot(start, 10);
  if (fate < 88)
    return [
      row(start, { id, outcome: 'rescheduled_prospect', canceled_at: Math.max(booked_at, start - DAY) }),
      row(next, {
        id: `${lead.email}/2`,
        previous_id: id,
        booked_at: Math.max(booked_at, start - DAY),
        outcome: 'held',
      }),
    ];
  const missed = row(start, { id, outcome: 'no_show_prospect' });
  return dice.chance(0.4)
    ? [missed, row(next, { id: `${lead.email}/2`, booked_at: start + 3 * 60 * MINUTE, outcome: 'held' })]
    : [missed];
}

const dayOf = (moment: number): string => new Date(moment - 4 * 60 * MINUTE).toISOString().slice(0, 10);

/** Who sat in a meeting: host, guest, now and then a colleague, a note taker, the agent, or somebody on a phone. */
function seatsOf(meeting: Meeting, dice: Dice): Seat[] {
  const { id, starts_at: start = 0, outcome, email = '' } = meeting;
  if (!['held', 'no_show_prospect'].includes(outcome ?? '') || dice.chance(0.1)) return [];
  const end = start + dice.whole(18, 40) * MINUTE;
  const seat = (name: string, address: string | undefined, late = dice.whole(-60, 150)): Seat => ({
    meeting_id: id,
    meeting_starts_at: start,
    name,
    email: address,
    joined_at: start + late * 1000,
    left_at: end + dice.whole(-20, 20) * 1000,
  });
  const host = seat('Helga Host', 'helga@alder.example');
  if (outcome !== 'held') return [{ ...host, left_at: start + 12 * MINUTE }];
  const all = [host, seat(meeting.contact_name ?? '', email)];
  if (dice.chance(0.2)) all.push(seat('Cleo Colleague', `cleo@${email.split('@')[1]}`));
  if (dice.chance(0.3)) all.push(seat('Fireflies.ai Notetaker', 'fred@fireflies.ai'));
  if (dice.chance(0.2)) all.push(seat(meeting.agent ?? '', `${meeting.agent}@brightline.example`.toLowerCase()));
  if (dice.chance(0.05)) all[1] = seat('+1 646 *** **12', undefined);
  return all;
}

/** The vendor's own summary, by agent: counts, and hours that are rounded to a tenth. */
function reportOf(calls: readonly Call[], sessions: Rows<'sessions'>): Rows<'reported_metrics'> {
  const names = [...new Set(calls.map(({ agent }) => agent))];
  const dials = (name?: string): number => calls.filter(({ agent }) => name === undefined || agent === name).length;
  const hours = (name?: string): number =>
    sessions
      .filter(({ agent }) => name === undefined || agent === name)
      .reduce((sum, { login_at = 0, logout_at = 0 }) => sum + (logout_at - login_at) / 3_600_000, 0);
  return [undefined, ...names].flatMap((agent) => [
    { metric: 'Dials', period: '2026-06', agent, value: dials(agent).toLocaleString('en-US') },
    { metric: 'Agent hours', period: '2026-06', agent, value: hours(agent).toFixed(1) },
    { metric: 'Show rate', period: '2026-06', agent, value: '78%' },
  ]);
}
