import { audit } from '../../src/audit.ts';
import { HELD_SOURCES, type Meeting, type Records } from '../../src/read/records.ts';
import { loadSow } from '../../src/sow/load.ts';
import type { Sow } from '../../src/sow/sow.ts';
import { type Dice, diceOf } from '../support/dice.ts';

/** A unit that is paid: held (the first always is, so that something is claimed), or closed by a late move of the client that pays a share. Times are wall times of the SOW's zone. */
interface Unit {
  readonly id: string;
  readonly at: string;
  readonly booked: string;
  readonly late: boolean;
  readonly channel: string | null;
  readonly replaces: string | null;
}

/** What the model is given: the terms as the rules file says them, and the units. */
export interface Bill {
  readonly n: number;
  readonly currency: string;
  readonly starts: string;
  readonly ends: string | null;
  readonly period: string;
  readonly late_pays: string;
  readonly fees: Readonly<Record<string, unknown>>;
  readonly units: readonly Unit[];
}

const YEAR = '2026';
const two = (n: number): string => String(n).padStart(2, '0');
/** Units lie in April to June: a quarter and its months. */
const MONTHS = [4, 5, 6];
/** Terms and units are billed for each month, and for the quarter. */
const PERIODS = ['2026-04', '2026-05', '2026-06', '2026-Q2'];
const DIGITS: Readonly<Record<string, number>> = { USD: 2, JPY: 0, BHD: 3 };

function shuffled<T>(list: readonly T[], dice: Dice): T[] {
  const rest = [...list];
  return list.flatMap(() => rest.splice(dice.whole(0, rest.length - 1), 1));
}

/** A bill by a seed: odd prices and shares, so that every rounding is met. */
export function billOf(n: number, seed: number): Bill {
  const dice = diceOf(seed * 1_000_003 + Math.floor(n / PERIODS.length));
  const one = <T>(...values: readonly T[]): T => dice.pick(values);
  const upTo = (most: number): number => dice.whole(0, most);
  const currency = one('USD', 'USD', 'USD', 'JPY', 'BHD');
  const money = (most: number): string => {
    const digits = DIGITS[currency] ?? 2;
    const minor = String(upTo(most * 10 ** digits)).padStart(digits + 1, '0');
    return digits ? `${minor.slice(0, -digits)}.${minor.slice(-digits)}` : minor;
  };
  const share = (): string => `${upTo(99)}.${upTo(9)}%`;
  const per = (): string => one('month', 'quarter', 'contract');
  const some = <T>(value: () => T, often = 0.5): T | undefined => (dice.chance(often) ? value() : undefined);
  const bounds = [...new Set([upTo(4) + 1, upTo(4) + 5])].slice(0, upTo(2));
  const ends = some(() => `${YEAR}-06-${two(upTo(20) + 10)}`);
  const lastDay = ends === undefined ? 30 : Number(ends.slice(8));
  const units = Array.from({ length: upTo(16) + 1 }, (_, i): Unit => {
    const month = one(...MONTHS);
    const day = 1 + upTo((month === 6 ? lastDay : 30) - 1);
    return {
      id: `M-${i + 1}`,
      at: `${YEAR}-${two(month)}-${two(day)}T${two(9 + upTo(7))}:00`,
      booked: `${YEAR}-03-${two(10 + upTo(15))}T${two(9 + upTo(5))}:00`,
      late: i > 0 && dice.chance(0.2),
      channel: dice.chance(0.2) ? 'mql' : null,
      replaces: dice.chance(0.15) ? `OLD-${i + 1}` : null,
    };
  });
  return {
    n,
    currency,
    starts: `${YEAR}-03-${two(1 + upTo(8))}`,
    ends: ends ?? null,
    period: PERIODS[n % PERIODS.length] ?? '',
    late_pays: share(),
    fees: {
      order: dice.chance(0.5) ? ['replacement', 'cap', 'tier'] : shuffled(['replacement', 'cap', 'tier'], dice),
      rounding: one('half_up', 'half_even', 'down', 'up'),
      rates: {
        per: per(),
        mode: one('graduated', 'volume'),
        tiers: [...bounds.map((up_to) => ({ up_to, price: money(500) })), { price: money(500) }],
        classes: some(() => ({ mql: money(200) })),
      },
      cap: some(() => ({ max: upTo(6) + 1, per: per(), over: one('unpaid', 'next_period') })),
      replacement: some(() => ({ price: money(50), consumes: ['cap', 'tier'].filter(() => dice.chance(0.5)) })),
      retainer: some(() => ({
        amount: money(9000),
        per: one('month', 'quarter'),
        prorate: one('actual_days', 'thirty_days', 'none'),
      })),
      setup: some(() => ({ amount: money(500) }), 0.2),
      minimum: some(() => ({
        per: one('month', 'quarter'),
        ...(dice.chance(0.5) ? { amount: money(3000) } : { units: upTo(12) + 1 }),
      })),
      tax: some(() => ({ rate: share(), basis: one('invoice', 'line') })),
    },
    units,
  };
}

/** How the rows lie in files. */
export type Layout = 'as made' | 'shuffled' | 'in drops';

/** The terms and rows of a bill; the last ones are kept, since a bill of another period rests on the same. */
let last: { readonly key: string; readonly sow: Sow; readonly records: Records } | undefined;
function worldOf(bill: Bill, layout: Layout): { sow: Sow; records: Records } {
  const key = JSON.stringify([{ ...bill, n: 0, period: '' }, layout]);
  if (last?.key === key) return last;
  const { sow, problems } = loadSow(rulesOf(bill), 'rules.yaml');
  if (!sow) throw new Error(`bill ${bill.n}: ${problems.map((p) => `${p.code} ${JSON.stringify(p.args)}`).join()}`);
  const dice: Dice = diceOf(bill.n);
  const { zone } = sow.clock;
  const at = (wall: string): number => zone.instantsAt(Date.parse(`${wall}Z`))[0] ?? 0;
  const rows = bill.units.map((unit, i): Meeting => {
    const drop = layout === 'in drops' ? i % 3 : 0;
    const starts = at(unit.at);
    return {
      id: unit.id,
      contact_name: `Person ${i}`,
      email: `p${i}@company${i}.example`,
      booked_at: at(unit.booked),
      starts_at: starts,
      ends_at: starts + 1_800_000,
      outcome: unit.late ? 'canceled_client' : 'held',
      canceled_at: unit.late ? starts - 3_600_000 : undefined,
      channel: unit.channel === 'mql' ? 'mql' : undefined,
      replaces: unit.replaces ?? undefined,
      row: { source: 'meetings', file: `drop-${drop}.csv`, line: i + 2, n: i + 1 },
      raw: {},
      drop,
    };
  });
  const held = Object.fromEntries(HELD_SOURCES.map((source) => [source, []])) as unknown as Records;
  const files = [...new Set(rows.map((row) => row.row.file))].map((file) => ({
    source: 'meetings' as const,
    file,
    sha256: file,
    rows: rows.filter((row) => row.row.file === file).length,
    quarantined: 0,
    leftOut: 0,
    hasEnd: true,
    columns: [],
    unread: [],
  }));
  const calls: Records['calls'] = { batches: async function* () {}, passed: () => ({ files: [], problems: [] }) };
  const meetings = layout === 'shuffled' ? shuffled(rows, dice) : rows;
  last = { key, sow, records: { ...held, meetings, files, calls } };
  return last;
}

/** What the audit makes of a bill: its price lines, by kind and amount, and their sum. */
export async function auditedBill(bill: Bill, layout: Layout): Promise<string> {
  const { sow, records } = worldOf(bill, layout);
  const result = await audit(sow, records, { period: bill.period, asOf: '2026-06-30' });
  if (!result.document) throw new Error(`bill ${bill.n}: ${result.problems.map((p) => p.code).join()}`);
  const { lines, totals } = result.document;
  const priced = lines.map((line) => `${line.chain ?? ''} ${line.kind} ${line.amount}`).sort();
  return [...priced, `payable ${totals.payable}`].join('; ');
}

const rulesOf = (bill: Bill): string =>
  JSON.stringify({
    version: 1,
    sow: {
      id: 'B',
      client: 'Client',
      vendor: 'Vendor',
      currency: bill.currency,
      time_zone: 'America/New_York',
      starts: bill.starts,
      ...(bill.ends === null ? {} : { ends: bill.ends }),
    },
    rules: { billable: { event: 'held' }, client_reschedule: { notice: '24 hours', late_pays: bill.late_pays } },
    fees: bill.fees,
  });
