import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { audit } from '../../src/audit.ts';
import { OUTCOME_WORDS } from '../../src/model.ts';
import { effectOf } from '../../src/problems/problem.ts';
import { readSources } from '../../src/read/read.ts';
import type { Records } from '../../src/read/records.ts';
import type { AuditDocument } from '../../src/report/document.ts';
import { loadSow } from '../../src/sow/load.ts';
import type { Sow } from '../../src/sow/sow.ts';

/** A row of a CSV file by column; a cell that is left out is empty. */
export type Row = Readonly<Record<string, string | number | undefined>>;

/** A small vendor month: the rules, and the rows of each source as they stand in its file. */
export interface Month {
  readonly rules: Rules;
  readonly meetings: readonly Row[];
  readonly attendance: readonly Row[];
  readonly crm: readonly Row[];
  readonly decisions: readonly Row[];
  readonly invoice: readonly Row[];
}

/** What varies of the rules file, as it is written there. */
interface Rules {
  readonly zone: string;
  readonly rules: Readonly<Record<string, unknown>> & { readonly billable: { readonly event: string } };
  readonly fees: {
    readonly rates: {
      readonly per: string;
      readonly mode: string;
      readonly tiers: readonly { readonly up_to?: number; readonly price: string }[];
    };
    readonly cap?: { readonly max: number; readonly per: string; readonly over: string } | undefined;
    readonly [key: string]: unknown;
  };
}

export const SHUFFLED = ['meetings', 'attendance', 'crm', 'decisions'] as const;
const SOURCES = [...SHUFFLED, 'invoice'] as const;

// --- rules ---

const oneOf = <const T>(...values: T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
/** A key that the rules may leave out. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const some = <T>(...values: T[]): fc.Arbitrary<T[]> => fc.subarray(values, { minLength: 1 });

const KINDS = ['attendance', 'recording', 'crm', 'calendar', 'vendor'] as const;

const evidence = fc.shuffledSubarray([...KINDS], { minLength: 1 }).chain((held) =>
  fc.record({
    held: fc.constant(held),
    enough: fc.subarray(held, { minLength: 1 }),
    burden: oneOf('vendor', 'client'),
  }),
);

const acceptance = fc
  .record({
    window: oneOf('5 days', '3 business days', '24 hours', '2 weeks'),
    starts: maybe(oneOf('held', 'delivered')),
    silence: oneOf('accepted', 'rejected', 'review'),
    reasons: maybe(fc.constant(['title', 'geo'])),
    subjective: oneOf('never', 'review', 'allowed'),
    written_cures: fc.subarray(['qualification', 'attendance', 'evidence']),
    deemed_cures: fc.subarray(['qualification', 'attendance']),
    rejection_cap: seldom(oneOf('20%', '50%')),
  })
  .map(({ deemed_cures, ...rest }) => (rest.silence === 'accepted' ? { ...rest, deemed_cures } : rest));

const clauses = fc
  .record({
    billable: fc.record({ event: oneOf('held', 'held', 'held', 'booked', 'delivered', 'accepted') }),
    qualification: seldom(
      fc.record({
        unknown: oneOf('review', 'pass', 'fail'),
        criteria: oneOf(
          { title: { min_level: 'director' } },
          { employees: { min: 200 } },
          { title: { min_level: 'manager' }, employees: { min: 50, max: 5000 } },
        ),
      }),
    ),
    duplicates: seldom(
      fc.record({
        keys: some('email', 'phone', 'domain', 'company', 'contact'),
        match: oneOf('any', 'all'),
        lookback: maybe(oneOf('30 days', '3 months')),
        against: oneOf('any', 'delivered', 'accepted', 'billable'),
      }),
    ),
    attendance: maybe(
      fc.record({
        attendee: oneOf('booked', 'same_account', 'same_account_same_level'),
        overlap: maybe(oneOf('10 minutes', '15 minutes')),
        late_grace: maybe(fc.constant('5 minutes')),
        wait: maybe(fc.constant('10 minutes')),
      }),
    ),
    no_show: maybe(
      fc.record({
        cure_within: maybe(oneOf('7 days', '14 days')),
        rebook_owner: oneOf('vendor', 'client'),
        client_must_report_within: maybe(oneOf('2 days', '2 business days')),
      }),
    ),
    prospect_reschedule: maybe(
      fc.record({
        max_moves: maybe(fc.integer({ min: 0, max: 2 })),
        no_show_counts: fc.boolean(),
        within: maybe(oneOf('14 days', '30 days')),
        notice: maybe(fc.constant('24 hours')),
      }),
    ),
    client_reschedule: maybe(
      fc.record({
        notice: maybe(oneOf('24 hours', '8 business hours')),
        late_pays: oneOf('0%', '50%', '50%', '33%', '100%'),
        no_show_pays: oneOf('0%', '50%', '50%', '33%', '100%'),
        top_up: fc.boolean(),
        rebook_within: maybe(oneOf('10 days', '30 days')),
        lost_after_timely_move: oneOf('nothing', 'full', '25%'),
      }),
    ),
    both_absent: seldom(fc.record({ verdict: oneOf('review', 'not_billable') })),
    acceptance: seldom(acceptance),
    evidence: seldom(evidence),
  })
  .chain((rules) =>
    rules.billable.event === 'accepted' && !rules.acceptance
      ? acceptance.map((terms) => ({ ...rules, acceptance: terms }))
      : fc.constant(rules),
  );

const price = oneOf('400.00', '350.00', '333.33', '99.99', '500.00', '0.05');
const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 2 }),
    fc.array(price, { minLength: 3, maxLength: 3 }),
  )
  .map(([bounds, prices]) => [
    ...bounds.sort((a, b) => a - b).map((up_to, i) => ({ up_to, price: prices[i] ?? '1.00' })),
    { price: prices[2] ?? '1.00' },
  ]);

const fees = fc.record({
  order: oneOf(['replacement', 'cap', 'tier'], ['cap', 'replacement', 'tier'], ['tier', 'cap', 'replacement']),
  rates: fc.record({ per: oneOf('month', 'quarter', 'contract'), mode: oneOf('graduated', 'volume'), tiers }),
  cap: seldom(
    fc.record({
      max: fc.integer({ min: 0, max: 3 }),
      per: oneOf('month', 'quarter', 'contract'),
      over: oneOf('unpaid', 'next_period'),
    }),
  ),
  replacement: seldom(
    fc.record({
      price: oneOf('0.00', '100.00'),
      consumes: fc.subarray(['cap', 'tier']),
      unfilled: fc.constant('nothing'),
    }),
  ),
  rounding: oneOf('half_up', 'half_even', 'down', 'up'),
});

const rulesOf: fc.Arbitrary<Rules> = fc.record({
  zone: oneOf('America/New_York', 'Europe/Berlin', 'Asia/Kolkata'),
  rules: clauses,
  fees,
});

// --- rows ---

interface Person {
  readonly contact_name: string;
  readonly email: string;
  readonly phone: string;
  readonly company: string;
  readonly title: string;
  readonly employees: number;
}

const person = (
  name: string,
  mail: string,
  phone: string,
  company: string,
  title: string,
  employees: number,
): Person => ({
  contact_name: name,
  email: mail,
  phone,
  company,
  title,
  employees,
});

/** Two of them share an account, two a telephone, one writes from free mail. */
const PEOPLE: readonly Person[] = [
  person('Ruth Imai', 'ruth.imai@harborline.example', '+12125550101', 'Harborline Freight', 'VP Operations', 800),
  person('Omar Vance', 'omar.vance@harborline.example', '+12125550102', 'Harborline Freight', 'Plant Manager', 800),
  person('Lena Foss', 'lena.foss@quarrytech.example', '+12125550103', 'Quarrytech', 'Director of IT', 120),
  person('Theo Banks', 'theo.banks@gmail.com', '+12125550103', 'Mapleloop', 'Owner', 40),
  person('Ines Prado', 'ines.prado@tidalbase.example', '+12125550105', 'Tidalbase', 'Analyst', 3000),
];

const MINUTE = 60_000;
const DAY = 1440;
/** Monday, 18 May 2026: all times of a month are minutes from here, by the clock on the wall. */
const BASE = Date.UTC(2026, 4, 18);
const wall = (minute: number): string => new Date(BASE + minute * MINUTE).toISOString().slice(0, 16);
const monthAt = (minute: number): string => wall(minute).slice(0, 7);

const minutes = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const visit = fc.record({
  who: oneOf('prospect', 'client', 'prospect', 'client', 'colleague', 'vendor', 'stranger', 'bot'),
  joins: minutes(-5, 12),
  stays: oneOf(1, 8, 12, 20, 40),
});

const line = fc.record({
  amount: oneOf('400.00', '400.00', '350.00', '333.33', '450.00', '0.05', '800.00'),
  quantity: oneOf(1, 1, 1, 2),
  month: oneOf('own', 'own', 'own', '2026-06', '2026-07', ''),
});

const slot = fc.record({
  /** Days from the slot before, or from the first day. */
  after: minutes(0, 12),
  time: oneOf(9 * 60, 10 * 60, 10 * 60 + 30, 14 * 60, 16 * 60 + 30),
  lasts: oneOf(15, 30, 60),
  bookedDays: minutes(1, 18),
  outcome: oneOf('held', 'held', 'held', 'held', 'no_show_client', 'canceled_client', ...OUTCOME_WORDS),
  canceledHours: oneOf(undefined, 1, 20, 30, 100, -2),
  /** How it hangs together with the slot before. */
  link: oneOf('previous_id', 'same_id', 'rebooked', 'none'),
  hasEmail: oneOf(true, true, true, false),
  copy: seldom(minutes(0, 4)),
  /** The same row once more, or once more with another outcome. */
  repeat: oneOf(undefined, undefined, undefined, undefined, 'same', ...OUTCOME_WORDS),
  claimed: oneOf('yes', 'yes', 'no'),
  log: maybe(fc.record({ byId: fc.boolean(), visits: fc.array(visit, { minLength: 1, maxLength: 4 }) })),
  crm: maybe(
    fc.record({ byId: fc.boolean(), outcome: oneOf('held', ...OUTCOME_WORDS), modified: maybe(minutes(1, 9)) }),
  ),
  decisions: fc.array(
    fc.record({
      decision: oneOf('accepted', 'rejected'),
      reason: oneOf('', 'title', 'geo', 'not interested'),
      days: minutes(0, 12),
    }),
    { maxLength: 2 },
  ),
  lines: oneOf(0, 0, 1, 1, 2).chain((n) => fc.array(line, { minLength: n, maxLength: n })),
  replaces: oneOf(undefined, undefined, undefined, undefined, 'OLD-1', 'M1'),
});
type Slot = typeof slot extends fc.Arbitrary<infer T> ? T : never;

const course = fc.record({
  who: fc.constantFrom(...PEOPLE.keys()),
  begins: minutes(0, 45),
  slots: fc.array(slot, { minLength: 1, maxLength: 3 }),
});
type Course = typeof course extends fc.Arbitrary<infer T> ? T : never;

const loose = fc.record({
  kind: oneOf('unknown', 'split', 'split', 'split', 'retainer', 'adjustment'),
  amount: oneOf('400.00', '1000.00', '1333.33', '0.05'),
  quantity: minutes(1, 4),
  month: oneOf('2026-06', '2026-06', '2026-07', ''),
});

interface Shape {
  readonly rules: Rules;
  readonly courses: readonly Course[];
  readonly loose: readonly (typeof loose extends fc.Arbitrary<infer T> ? T : never)[];
  readonly hasInvoice: boolean;
  readonly hasClaimed: boolean;
}

/** A month as a vendor might bill it: chains with moves and rebookings, evidence for and against, right and wrong lines. */
export const month: fc.Arbitrary<Month> = fc
  .record({
    rules: rulesOf,
    courses: fc.array(course, { minLength: 1, maxLength: 4 }),
    loose: fc.array(loose, { maxLength: 3 }),
    hasInvoice: oneOf(true, true, false),
    hasClaimed: fc.boolean(),
  })
  .map(monthOf)
  .map((m) => ({ ...m, [fc.toStringMethod]: asFiles }));

/** A month that fails a law is shown as its files. */
function asFiles(this: Month): string {
  const shown = SOURCES.flatMap((name) => (this[name].length ? [`--- ${name}.csv`, csvText(this[name])] : []));
  return ['', '--- rules.yaml, in part', JSON.stringify(this.rules), ...shown].join('\n');
}

function monthOf({ rules, courses, loose: others, hasInvoice, hasClaimed }: Shape): Month {
  const rows = { meetings: [] as Row[], attendance: [] as Row[], crm: [] as Row[], decisions: [] as Row[] };
  const invoice: Row[] = [];
  const bill = (row: Row): void => void invoice.push({ line_id: `L${invoice.length + 1}`, ...row });
  let ids = 0;
  for (const { who, begins, slots } of courses) {
    const contact = PEOPLE[who] as Person;
    let before: { id: string; start: number } | undefined;
    for (const s of slots) {
      const start: number = (before ? Math.floor(before.start / DAY) : begins) * DAY + s.after * DAY + s.time;
      const id: string = before && s.link === 'same_id' ? before.id : `M${++ids}`;
      const booked =
        before && s.link === 'rebooked' ? Math.min(before.start + 120, start - 60) : start - s.bookedDays * DAY;
      put(rows, s, contact, {
        id,
        start,
        booked,
        previous: s.link === 'previous_id' ? before?.id : undefined,
        hasClaimed,
      });
      if (s.copy !== undefined) {
        const copy = { ...s, crm: undefined, log: undefined, decisions: [] };
        put(rows, copy, contact, {
          id: `M${++ids}`,
          start: start + s.copy,
          booked: booked + 3,
          previous: undefined,
          hasClaimed,
        });
      }
      if (s.repeat) {
        const row = rows.meetings.at(-1) as Row;
        rows.meetings.push(s.repeat === 'same' ? row : { ...row, outcome: s.repeat });
      }
      for (const l of s.lines) {
        const period = l.month === 'own' ? monthAt(start) : l.month;
        bill({ meeting_id: id, period, kind: 'lead', quantity: l.quantity, amount: l.amount });
      }
      before = { id, start };
    }
  }
  for (const { kind, amount, quantity, month: period } of others) {
    if (kind === 'unknown') bill({ meeting_id: 'M99', period, kind: 'lead', quantity: 1, amount });
    else if (kind === 'split') bill({ period, kind: 'lead', quantity, amount });
    else bill({ period, kind, quantity: 1, amount });
  }
  return { rules, ...rows, invoice: hasInvoice ? invoice : [] };
}

interface Placed {
  readonly id: string;
  readonly start: number;
  readonly booked: number;
  readonly previous: string | undefined;
  readonly hasClaimed: boolean;
}

function put(
  rows: { meetings: Row[]; attendance: Row[]; crm: Row[]; decisions: Row[] },
  s: Slot,
  { email, ...contact }: Person,
  { id, start, booked, previous, hasClaimed }: Placed,
): void {
  const isMove = s.outcome.startsWith('canceled') || s.outcome.startsWith('rescheduled');
  rows.meetings.push({
    id,
    previous_id: previous,
    replaces: s.replaces === id ? undefined : s.replaces,
    ...contact,
    email: s.hasEmail ? email : undefined,
    booked_at: wall(booked),
    starts_at: wall(start),
    ends_at: wall(start + s.lasts),
    outcome: s.outcome,
    canceled_at: isMove && s.canceledHours !== undefined ? wall(start - s.canceledHours * 60) : undefined,
    ...(hasClaimed ? { claimed: s.claimed } : {}),
  });
  const WHO: Readonly<Record<string, { name: string; email: string | undefined }>> = {
    prospect: { name: contact.contact_name, email },
    colleague: { name: 'Kim Doe', email: `kim.doe@${email.split('@')[1]}` },
    client: { name: 'Ada Alder', email: 'ada@alder.example' },
    vendor: { name: 'Bea Bright', email: 'bea@brightline.example' },
    stranger: { name: 'iPhone', email: undefined },
    bot: { name: 'Otter.ai', email: undefined },
  };
  for (const { who, joins, stays } of s.log?.visits ?? []) {
    rows.attendance.push({
      meeting_id: s.log?.byId ? id : undefined,
      meeting_title: s.log?.byId ? undefined : `Call with ${contact.contact_name}`,
      meeting_starts_at: wall(start),
      ...WHO[who],
      joined_at: wall(start + joins),
      left_at: wall(start + joins + stays),
    });
  }
  if (s.crm)
    rows.crm.push({
      id: `C${rows.crm.length + 1}`,
      meeting_id: s.crm.byId ? id : undefined,
      email,
      starts_at: wall(start),
      outcome: s.crm.outcome,
      modified_at: s.crm.modified === undefined ? undefined : wall(start + s.crm.modified * DAY),
    });
  for (const { decision, reason, days } of s.decisions)
    rows.decisions.push({
      meeting_id: id,
      decision,
      reason,
      // No two decisions of one meeting at one moment: which of them is the last would be a question of file order.
      at: wall(start + days * DAY + 60 + rows.decisions.length),
    });
}

// --- files ---

/** The rules file; JSON is YAML. */
export function rulesText({ rules: { zone, rules, fees: given }, ...sources }: Month): string {
  return JSON.stringify(
    {
      version: 1,
      sow: {
        id: 'LAW',
        client: 'Alder Systems',
        client_domains: ['alder.example'],
        vendor: 'Brightline Callers',
        vendor_domains: ['brightline.example'],
        currency: 'USD',
        time_zone: zone,
        country: 'US',
        business_hours: {
          days: ['mon', 'tue', 'wed', 'thu', 'fri'],
          open: '09:00',
          close: '17:00',
          holidays: ['2026-05-25'],
        },
      },
      sources: Object.fromEntries(
        SOURCES.flatMap((name) => (sources[name].length ? [[name, { file: `${name}.csv`, time_zone: zone }]] : [])),
      ),
      rules,
      fees: given,
    },
    null,
    2,
  );
}

/** A CSV text; the header is every column of every row, in order of first appearance unless it is given. */
function csvText(rows: readonly Row[], header = [...new Set(rows.flatMap((row) => Object.keys(row)))].sort()): string {
  const lines = rows.map((row) => header.map((name) => String(row[name] ?? '')).join(','));
  return `${[header.join(','), ...lines].join('\n')}\n`;
}

/** Writes a month into a folder, as its files would come. */
function writeMonth(given: Month, folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rules.yaml'), rulesText(given));
  for (const name of SOURCES) if (given[name].length) writeFileSync(join(folder, `${name}.csv`), csvText(given[name]));
}

/** A month that was written and read, to be audited as often as needed. */
export interface ReadMonth {
  readonly sow: Sow;
  readonly records: Records;
}

/** Writes and reads a month. Rules and files are sound by construction: a problem of theirs is thrown. */
export async function readMonth(given: Month, folder: string): Promise<ReadMonth> {
  writeMonth(given, folder);
  const sow = sowOf(given);
  const read = await readSources(sow, { baseDir: folder, workingDir: folder, overrides: {}, period: undefined });
  if (read.problems.some((p) => effectOf(p) !== 'tell'))
    throw new Error(`the files are not sound: ${JSON.stringify(read.problems)}`);
  return { sow, records: read.records };
}

export function sowOf(given: Month): Sow {
  const { sow, problems } = loadSow(rulesText(given), 'rules.yaml');
  if (!sow) throw new Error(`the rules are not sound: ${JSON.stringify(problems)}`);
  return sow;
}

/** The document of an audit, or undefined where nobody claims anything; any other problem is thrown. */
export async function auditOf(
  { sow, records }: ReadMonth,
  period: string,
  asOf: string,
): Promise<AuditDocument | undefined> {
  const { document, problems } = await audit(sow, records, { period, asOf });
  if (problems.some((p) => p.code !== 'no_claims'))
    throw new Error(problems.map((p) => `${p.code} ${JSON.stringify(p.args)}`).join('\n'));
  return document;
}
