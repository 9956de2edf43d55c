import { describe, expect, test } from 'vitest';
import { type Occurrence, type OccurrenceTerms, occurrenceOf } from '../src/judge/occurrence.ts';
import { isBooked, presenceOf, type Sides, sideOf } from '../src/judge/presence.ts';
import { statementsOf, strongest } from '../src/judge/statements.ts';
import type { Evidence, Slot } from '../src/link/slots.ts';
import { EVIDENCE_KINDS, type EvidenceKind, type RowRef } from '../src/model.ts';
import type { Meeting } from '../src/read/records.ts';
import { clockOf } from '../src/sow/clock.ts';
import { parseDuration } from '../src/sow/duration.ts';
import { zoneOf } from '../src/sow/zone.ts';
import { attends, calendar, crm, evidence, meeting, minute, recorded, START, slot } from './support/slots.ts';

const RUTH = 'ruth@prospect.example';
const DANA = 'dana@client.example';
const VIC = 'vic@vendor.example';
const sides: Sides = {
  clientDomains: new Set(['client.example']),
  vendorDomains: new Set(['vendor.example']),
  freeMail: new Set(['gmail.com']),
  contact: { email: RUTH, phone: undefined, name: 'ruth imai', company: undefined, domain: 'prospect.example' },
};
const clock = clockOf(zoneOf('UTC'), undefined);
const hours = (n: number) => parseDuration(`${n} hours`);

/** Overlap 15 minutes, grace 5, wait 10; everything is enough. */
const TERMS: OccurrenceTerms = {
  order: EVIDENCE_KINDS,
  enough: new Set(EVIDENCE_KINDS),
  burdenOnClient: false,
  overlap: 900,
  lateGrace: 300,
  wait: 600,
  prospectNotice: hours(24),
  clientNotice: hours(24),
  clientMustReportWithin: undefined,
};

interface Given {
  readonly row?: Partial<Meeting>;
  readonly more?: Partial<Slot>;
  readonly found?: Partial<Evidence>;
  readonly terms?: Partial<OccurrenceTerms>;
  readonly reported?: readonly number[];
  readonly asOf?: number;
}

const judged = ({ row, more, found, terms, reported = [], asOf = minute(100_000) }: Given): Occurrence =>
  occurrenceOf(slot(row, more), evidence(found), sides, { ...TERMS, ...terms }, reported, clock, asOf);

const enough = (...kinds: EvidenceKind[]) => ({ enough: new Set(kinds) });
const ruth = (from: number, to: number) => attends(RUTH, from, to);
const dana = (from: number, to: number) => attends(DANA, from, to);
const nobodyKnows = attends('x@else.example', 0, 30);
/** A move that was made so many minutes before the start. */
const moved = (word: string, before?: number): Partial<Meeting> => ({
  outcome: word as never,
  ...(before === undefined ? {} : { canceled_at: minute(-before) }),
});
const DAY = 24 * 60;

describe('the table of occurrence', () => {
  const log = (...attendance: Evidence['attendance']): Given => ({ found: { attendance } });

  test.each<[number, Occurrence['outcome'], string, Given]>([
    [1, 'future', 'it starts a moment after as-of', { row: moved('held'), asOf: START - 1 }],
    [16, 'held', 'it starts at as-of', { row: moved('held'), asOf: START }],
    [2, 'held', 'both were there as long as asked', log(ruth(0, 15), dana(0, 15))],
    [10, 'short', 'both were there a moment less', log(ruth(0, 14.99), dana(0, 15))],
    [2, 'held', 'a log outweighs a word', { ...log(ruth(0, 15), dana(0, 15)), row: moved('technical') }],
    [3, 'technical', 'it failed, as one says whose word is enough', { row: moved('technical') }],
    [17, 'unproven', 'it failed, as one says whose word is not', { row: moved('technical'), terms: enough('crm') }],
    [
      17,
      'unproven',
      'it failed, by too weak a word, after both had met',
      { ...log(ruth(0, 5), dana(0, 5)), row: moved('technical'), terms: enough('crm') },
    ],
    [4, 'prospect_moved', 'the prospect moved a day before', { row: moved('canceled_prospect', DAY) }],
    [5, 'prospect_moved_late', 'the prospect moved later', { row: moved('canceled_prospect', DAY - 1) }],
    [4, 'prospect_moved', 'nobody knows when the prospect moved', { row: moved('canceled_prospect') }],
    [
      4,
      'prospect_moved',
      'no notice is asked for',
      { row: moved('rescheduled_prospect', 1), terms: { prospectNotice: undefined } },
    ],
    [6, 'client_moved', 'the client moved a day before', { row: moved('rescheduled_client', DAY) }],
    [7, 'client_late', 'the client moved later', { row: moved('rescheduled_client', DAY - 1) }],
    [17, 'unproven', 'nobody knows when the client moved', { row: moved('rescheduled_client') }],
    [
      6,
      'client_moved',
      'no notice is asked of the client',
      { row: moved('rescheduled_client'), terms: { clientNotice: undefined } },
    ],
    [
      7,
      'client_late',
      "the client's notice is its own",
      { row: moved('rescheduled_client', 60), terms: { prospectNotice: undefined } },
    ],
    [
      5,
      'prospect_moved_late',
      "the prospect's notice is its own",
      { row: moved('rescheduled_prospect', 60), terms: { clientNotice: undefined } },
    ],
    [8, 'vendor_canceled', 'the vendor moved', { row: moved('canceled_vendor', 60) }],
    [17, 'unproven', 'somebody moved', { row: moved('canceled', 60) }],
    [17, 'unproven', 'a move that nothing proves', { row: moved('canceled_prospect', DAY), terms: enough('crm') }],
    [17, 'unproven', 'a move at the start is none', { row: moved('canceled_prospect', 0) }],
    [
      4,
      'prospect_moved',
      'a move a minute before the start is one',
      {
        row: moved('canceled_prospect', 1),
        terms: { prospectNotice: undefined },
      },
    ],
    [9, 'short_client', 'the client came after the grace', log(ruth(0, 20), dana(5.01, 19))],
    [10, 'short', 'the client came within the grace', log(ruth(0, 20), dana(5, 19))],
    [10, 'short', 'the prospect left before', log(ruth(0, 14), dana(5.01, 19))],
    [10, 'unproven', 'both met, and one more', log(ruth(0, 10), dana(0, 10), nobodyKnows)],
    [11, 'client_no_show', 'they missed each other: the client was late', log(ruth(0, 16), dana(17, 30))],
    [11, 'prospect_no_show', 'they missed each other: the prospect was late', log(ruth(17, 30), dana(0, 16))],
    [11, 'unproven', 'they missed each other, both late', log(ruth(6, 16), dana(17, 30))],
    [11, 'unproven', 'they missed each other, neither late', log(ruth(0, 1), dana(2, 3))],
    [11, 'unproven', 'they missed each other, and one more', log(ruth(0, 16), dana(17, 30), nobodyKnows)],
    [12, 'client_no_show', 'the prospect waited', log(ruth(0, 10))],
    [12, 'unproven', 'the prospect waited, and one more', log(ruth(0, 10), nobodyKnows)],
    [14, 'short_wait', 'the prospect waited less', log(ruth(0, 9.99))],
    [13, 'prospect_no_show', 'the client waited', log(dana(0, 10))],
    [13, 'unproven', 'the client waited, and one more', log(dana(0, 10), nobodyKnows)],
    [14, 'short_wait', 'the client waited less', log(dana(0, 9.99))],
    [14, 'unproven', 'the client waited less, and one more', log(dana(0, 5), nobodyKnows)],
    [15, 'both_absent', 'nobody came', log(attends(VIC, 0, 30))],
    [15, 'unproven', 'one came whom nobody knows', log(nobodyKnows)],
    [13, 'prospect_no_show', 'without a wait any time is enough', { ...log(dana(0, 1)), terms: { wait: 0 } }],
    [15, 'both_absent', 'without a wait no time is none', { ...log(dana(0, 0)), terms: { wait: 0, overlap: 0 } }],
    [2, 'held', 'without an overlap any time is enough', { ...log(ruth(0, 1), dana(0, 1)), terms: { overlap: 0 } }],
    [16, 'held', 'one says so whose word is enough', { row: moved('held') }],
    [17, 'unproven', 'one says so whose word is not', { row: moved('held'), terms: enough('crm') }],
    [
      16,
      'held',
      'the client owes the proof',
      { row: moved('held'), terms: { ...enough('crm'), burdenOnClient: true } },
    ],
    [16, 'prospect_no_show', 'the prospect did not come, by word', { row: moved('no_show_prospect') }],
    [16, 'client_no_show', 'the client did not come, by word', { row: moved('no_show_client') }],
    [17, 'unproven', 'somebody did not come, by word', { row: moved('no_show') }],
    [17, 'unproven', 'a no-show by too weak a word', { row: moved('no_show_prospect'), terms: enough('crm') }],
    [
      17,
      'unproven',
      'a no-show of the client, by the vendor alone',
      { row: moved('no_show_client'), found: { crm: [crm('no_show')] }, terms: enough('crm') },
    ],
    [
      16,
      'client_no_show',
      'a no-show of the client, by the client',
      { found: { crm: [crm('no_show_client')] }, terms: enough('crm') },
    ],
    [
      16,
      'prospect_no_show',
      'a no-show of the prospect, by the vendor who adds the side',
      { row: moved('no_show_prospect'), found: { crm: [crm('no_show')] }, terms: enough('crm') },
    ],
    [
      17,
      'unproven',
      'a move of the client, by the vendor alone',
      { row: moved('canceled_client', DAY), found: { calendar: [calendar('cancelled')] }, terms: enough('calendar') },
    ],
    [17, 'unproven', 'two rows of one rank', { found: { crm: [crm('held'), crm('no_show')] } }],
    [17, 'unproven', 'nobody says anything', {}],
  ])('row %i: %s where %s', (row, outcome, _, given) => {
    const found = judged(given);
    expect([found.row, found.outcome]).toEqual([row, outcome]);
  });

  test('a stronger word than the log silences it, and so does an order without logs', () => {
    const found = { attendance: [dana(0, 10)], crm: [crm('held')] };
    const order = (...kinds: EvidenceKind[]): Given => ({ found, terms: { order: kinds } });
    expect(judged(order('attendance', 'crm')).outcome).toBe('prospect_no_show');
    expect(judged(order('crm', 'attendance'))).toMatchObject({ row: 16, outcome: 'held', presence: undefined });
    expect(judged(order('crm'))).toMatchObject({ row: 16, outcome: 'held', presence: undefined });
    expect(judged(order('calendar'))).toMatchObject({ row: 17, presence: undefined });
    expect(judged(order('calendar', 'attendance')).presence?.client).toBe(600);
  });

  test('silence of the client counts as held when its time is over', () => {
    const silent = (more: Given): Given => ({
      row: moved('held'),
      found: { attendance: [dana(0, 10)] },
      asOf: minute(120),
      ...more,
      terms: { clientMustReportWithin: hours(2), ...more.terms },
    });
    expect(judged(silent({}))).toMatchObject({ row: 0, outcome: 'held', kinds: new Set(['silence']) });
    expect(judged(silent({ asOf: minute(120) - 1 })).row).toBe(13);
    expect(judged(silent({ reported: [minute(120)] })).row).toBe(13);
    expect(judged(silent({ reported: [minute(120) + 1] })).row).toBe(0);
    expect(judged(silent({ row: moved('no_show_prospect') })).row).toBe(13);
    const byCrm = { attendance: [dana(0, 10)], crm: [crm('held')] };
    expect(judged(silent({ row: {}, found: byCrm })).row).toBe(13);
    expect(judged({ row: moved('held'), asOf: minute(120) }).row).toBe(16);
  });
});

describe('what an occurrence rests on', () => {
  const lines = (rows: readonly RowRef[]): number[] => rows.map((row) => row.line);

  test('the log, where the log decides, and who agrees', () => {
    const [prospect, client, said] = [ruth(0, 20), dana(0, 20), crm('held')];
    const record = meeting({ outcome: 'no_show_prospect' });
    const found = judged({ more: { record }, found: { attendance: [prospect, client], crm: [said] } });
    expect(lines(found.evidence)).toEqual(lines([prospect.row, client.row]));
    expect(found.kinds).toEqual(new Set(['attendance', 'crm']));
    expect(lines(found.contrary)).toEqual([record.row.line]);
    const short = judged({ found: { attendance: [ruth(0, 5), dana(0, 5)], crm: [said] } });
    expect([short.outcome, short.kinds, short.contrary]).toEqual(['short', new Set(['attendance']), []]);
  });

  test('the words that say so, where a word decides', () => {
    const [first, second] = [crm('held'), recorded()];
    const record = meeting({ outcome: 'held' });
    const found = judged({ more: { record }, found: { crm: [first], recordings: [second] }, terms: enough('crm') });
    expect(lines(found.evidence)).toEqual(lines([second.row, first.row, record.row]));
    expect(found.kinds).toEqual(new Set(['recording', 'crm', 'vendor']));
    expect(found.presence).toBeUndefined();
  });

  test('everything, where nothing is proven; the row itself, where there is nothing', () => {
    const [prospect, client, said] = [ruth(0, 20), nobodyKnows, crm('no_show')];
    const record = meeting({ outcome: 'held' });
    const found = judged({ more: { record }, found: { attendance: [prospect, client], crm: [said] } });
    expect(found.outcome).toBe('unproven');
    expect(lines(found.evidence)).toEqual(lines([prospect.row, client.row, said.row, record.row]));
    expect(found.contrary).toEqual([]);
    const bare = meeting({ outcome: 'held' });
    const future = judged({ more: { record: bare }, found: { crm: [crm('held')] }, asOf: START - 1 });
    expect([lines(future.evidence), future.kinds]).toEqual([[bare.row.line], new Set()]);
    const weak = judged({ row: moved('canceled_prospect', DAY), terms: enough('crm') });
    expect([weak.outcome, weak.kinds]).toEqual(['unproven', new Set()]);
  });

  test('what contradicts: another event, or the same of another side', () => {
    const contrary = (word: string, given: Given) => {
      const record = meeting({ outcome: word as never, canceled_at: minute(-2 * DAY) });
      const { outcome, contrary } = judged({ ...given, more: { record } });
      return [outcome, contrary.length];
    };
    expect(contrary('no_show_client', { found: { attendance: [dana(0, 10)] } })).toEqual(['prospect_no_show', 1]);
    expect(contrary('no_show_prospect', { found: { attendance: [dana(0, 10)] } })).toEqual(['prospect_no_show', 0]);
    expect(contrary('no_show', { found: { attendance: [dana(0, 10)] } })).toEqual(['prospect_no_show', 0]);
    expect(contrary('held', { found: { attendance: [ruth(0, 10)] } })).toEqual(['client_no_show', 1]);
    expect(contrary('no_show_client', { found: { recordings: [recorded()] } })).toEqual(['held', 1]);
    expect(contrary('canceled_client', { found: { crm: [crm('canceled_prospect')] } })).toEqual(['prospect_moved', 1]);
    expect(contrary('held', { found: { attendance: [attends(VIC, 0, 9)] } })).toEqual(['both_absent', 0]);
  });

  test('when it was moved', () => {
    expect(judged({ row: moved('canceled_prospect', 90) }).movedAt).toBe(minute(-90));
    expect(judged({ row: { outcome: 'held', canceled_at: minute(-90) } }).movedAt).toBeUndefined();
  });
});

describe('sides', () => {
  test.each([
    ['prospect', attends(RUTH, 0, 1)],
    ['prospect', attends('boss@prospect.example', 0, 1)],
    ['prospect', attends('boss@mail.prospect.example', 0, 1)],
    ['prospect', attends(undefined, 0, 1, 'Ruth Imai')],
    ['client', attends(DANA, 0, 1)],
    ['client', attends('dana@eu.client.example', 0, 1)],
    ['neither', attends(VIC, 0, 1)],
    ['neither', attends(RUTH, 0, 1, 'Fireflies.ai Notetaker')],
    ['neither', attends(undefined, 0, 1, "Ruth's Note Taker")],
    ['unknown', attends(undefined, 0, 1, 'Robotham')],
    ['unknown', attends('ruth@gmail.com', 0, 1, 'Ruth Imai')],
    ['unknown', attends('x@else.example', 0, 1)],
    ['unknown', attends(undefined, 0, 1)],
  ])('%s: %j', (side, participant) => {
    expect(sideOf(participant, sides)).toBe(side);
  });

  test('without a domain of the contact only the person is the prospect', () => {
    const contact = { email: undefined, phone: undefined, name: undefined, company: undefined, domain: undefined };
    expect(sideOf(attends(undefined, 0, 1, ''), { ...sides, contact })).toBe('unknown');
    expect(sideOf(attends('ruth@gmail.com', 0, 1), { ...sides, contact })).toBe('unknown');
    const named = { ...contact, name: 'ruth imai' };
    expect(isBooked(attends(RUTH, 0, 1, 'Ruth Imai'), { ...sides, contact: named })).toBe(true);
    expect(isBooked(attends(RUTH, 0, 1, 'Ruth Imai'), sides)).toBe(true);
    expect(isBooked(attends('other@prospect.example', 0, 1, 'Ruth Imai'), sides)).toBe(false);
    expect(isBooked(attends(undefined, 0, 1, 'Ruth Other'), sides)).toBe(false);
  });

  test('a log adds up to seconds of each side and of both', () => {
    const late = { ...ruth(25, 30), left_at: undefined };
    const early = { ...ruth(-9, -8), joined_at: undefined };
    const log = [ruth(2, 10), ruth(8, 12), ruth(20, 20), ruth(40, 39), dana(5, 21), late, early];
    expect(presenceOf(log, sides)).toEqual({
      prospect: 600,
      client: 960,
      both: 420,
      prospectFirst: minute(2),
      clientFirst: minute(5),
      unknownPresent: false,
    });
    expect(presenceOf([nobodyKnows], sides)).toMatchObject({
      prospect: 0,
      prospectFirst: undefined,
      unknownPresent: true,
    });
    expect(presenceOf([attends('x@else.example', 3, 3)], sides).unknownPresent).toBe(false);
    const others = [attends('boss@prospect.example', 0, 9), dana(0, 5), nobodyKnows];
    expect(presenceOf(others, sides, () => false)).toMatchObject({ prospect: 0, client: 300, unknownPresent: true });
  });
});

describe('words', () => {
  const said = (row: Partial<Meeting>, more: Partial<Slot> = {}, found: Partial<Evidence> = {}) =>
    statementsOf(slot(row, more), evidence(found), sides).map(({ kind, word }) => `${kind} ${word}`);

  test.each([
    ['prospect', 'prospect'],
    [' Invitee ', 'prospect'],
    ['lead', 'prospect'],
    ['contact', 'prospect'],
    ['client', 'client'],
    ['vendor', 'vendor'],
    [RUTH.toUpperCase(), 'prospect'],
    ['boss@prospect.example', 'prospect'],
    [DANA, 'client'],
    [VIC, 'vendor'],
  ])('a cancellation by %s is one of the %s', (canceled_by, side) => {
    expect(said({ outcome: 'canceled', canceled_by })).toEqual([`vendor canceled_${side}`]);
    expect(said({ outcome: 'rescheduled', canceled_by })).toEqual([`vendor rescheduled_${side}`]);
  });

  test.each(['host', 'organizer', 'x@else.example', 'x@gmail.com'])('a cancellation by %s is of no side', (by) => {
    expect(said({ outcome: 'canceled', canceled_by: by })).toEqual(['vendor canceled']);
  });

  test('a cancellation by the address that was booked is one of the prospect, whoever hosts it', () => {
    const contact = {
      email: 'ruth@gmail.com',
      phone: undefined,
      name: undefined,
      company: undefined,
      domain: undefined,
    };
    const stranger = slot({ outcome: 'canceled', canceled_by: 'somebody@gmail.com' });
    expect(statementsOf(stranger, evidence(), { ...sides, contact }).map(({ word }) => word)).toEqual(['canceled']);
    const [statement] = statementsOf(slot({ outcome: 'canceled', canceled_by: 'Ruth@gmail.com' }), evidence(), {
      ...sides,
      contact,
    });
    expect(statement?.word).toBe('canceled_prospect');
  });

  test('a side is added to moves that name none, and to nothing else', () => {
    expect(said({ outcome: 'canceled_client', canceled_by: 'prospect' })).toEqual(['vendor canceled_client']);
    expect(said({ outcome: 'no_show', canceled_by: 'prospect' })).toEqual(['vendor no_show']);
  });

  test('every source speaks but those that say nothing', () => {
    const found = {
      recordings: [recorded()],
      crm: [crm('held'), crm('unknown'), crm('scheduled'), { ...crm('x'), outcome: undefined }],
      calendar: [calendar('cancelled'), calendar('confirmed'), calendar('cancelled')],
    };
    const copies = [meeting({ outcome: 'no_show' }), meeting()];
    expect(said({ outcome: 'technical' }, { copies }, found)).toEqual([
      'recording held',
      'crm held',
      'calendar canceled',
      'calendar canceled',
      'vendor technical',
      'vendor no_show',
    ]);
  });

  test('the same id with another start was moved, where the vendor says nothing else', () => {
    expect(said({ outcome: 'scheduled' }, { movedOn: true })).toEqual(['vendor rescheduled']);
    expect(said({ outcome: 'no_show' }, { movedOn: true })).toEqual(['vendor no_show']);
    expect(said({ outcome: 'scheduled' }, { movedOn: true, copies: [meeting({ outcome: 'held' })] })).toEqual([
      'vendor held',
    ]);
    expect(said({ outcome: 'scheduled' })).toEqual([]);
    const [statement] = statementsOf(slot({ canceled_at: minute(-5) }, { movedOn: true }), evidence(), sides);
    expect(statement?.at).toBe(minute(-5));
  });

  test('the strongest source decides, and those that agree add side, time and rows', () => {
    const of = (row: Partial<Meeting>, found: Partial<Evidence>, order: readonly EvidenceKind[] = EVIDENCE_KINDS) =>
      strongest(statementsOf(slot(row), evidence(found), sides), order);
    expect(of({}, {})).toBeUndefined();
    expect(of({ outcome: 'held' }, {}, ['crm'])).toBeUndefined();
    expect(of({ outcome: 'canceled_client', canceled_at: minute(-9) }, { crm: [crm('canceled')] })).toMatchObject({
      family: 'moved',
      party: 'client',
      partyFrom: 'vendor',
      at: minute(-9),
      kinds: new Set(['crm', 'vendor']),
      rank: 2,
      rows: { length: 2 },
    });
    expect(of({ outcome: 'no_show_client' }, { crm: [crm('held')] })).toMatchObject({
      family: 'held',
      party: undefined,
      partyFrom: undefined,
      kinds: new Set(['crm']),
    });
    expect(of({}, { crm: [crm('held'), crm('no_show')] })).toEqual({ family: 'conflict', rank: 2 });
    expect(of({}, { crm: [crm('no_show_client'), crm('no_show_prospect')] })).toMatchObject({ family: 'conflict' });
    expect(of({}, { crm: [crm('no_show_client'), crm('no_show')] })).toMatchObject({
      family: 'no_show',
      party: 'client',
    });
  });
});
