import type { JudgedChain } from '../judge/facts.ts';
import { entriesOf } from '../judge/lists.ts';
import { closedAt, endOf, historiesOf, lastOf } from '../judge/opportunities.ts';
import type { Closing } from '../ledger/closing.ts';
import { compareNatural } from '../link/keys.ts';
import type { Instant, PlainDate } from '../model.ts';
import { fill } from '../problems/sentence.ts';
import type { Opportunity } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { Zone } from '../sow/zone.ts';
import type { AdjustmentLine } from './adjustments.ts';
import { byChain } from './by-chain.ts';
import type { CreditLine } from './credits.ts';
import { isZero, type Money, minus, type Purse } from './money.ts';
import type { PricedUnit } from './units.ts';

export interface ClawbackInput {
  readonly sow: Sow;
  readonly period: Period;
  readonly asOf: Instant;
  /** Priced units of all periods. */
  readonly units: readonly PricedUnit[];
  readonly closings: readonly Closing[];
  /** What closed periods come to now, where this is the first open one. */
  readonly adjustments: readonly AdjustmentLine[];
  /** Whether what closed periods did not know is for this one. */
  readonly isFirstOpen: boolean;
  readonly purse: Purse;
}

/** When a lost opportunity was lost: exports without a day of closing have that of the stage. */
const lostAt = (lost: Opportunity): Instant | undefined => closedAt(lost) ?? lost.stage_at;

/** Where opportunities stand. */
const standingOf = (rows: readonly Opportunity[], asOf: Instant): Opportunity[] =>
  historiesOf(rows).flatMap((history) => lastOf(history, asOf) ?? []);

/** Opportunities that stand as lost. */
const lostOf = (rows: readonly Opportunity[], asOf: Instant): Opportunity[] =>
  standingOf(rows, asOf).filter((o) => endOf(o) === 'lost');

/** What nobody knows of opportunities of these chains that are closed: on which day they were lost, or whether they were. */
export function unknownLosses(chains: readonly JudgedChain[], asOf: Instant): string[] {
  // One deal may be of two leads of a person.
  const all = standingOf([...new Set(chains.flatMap(({ opportunities }) => opportunities))], asOf);
  const isClosed = (o: Opportunity): boolean => o.is_closed ?? (o.closed_at ?? Number.POSITIVE_INFINITY) <= asOf;
  const undated = all.filter((o) => endOf(o) === 'lost' && lostAt(o) === undefined).length;
  const unsaid = all.filter((o) => endOf(o) === undefined && isClosed(o)).length;
  const day = 'nothing shows on which day {n#} {n|opportunity was|opportunities were} lost: map closed_at or stage_at';
  const end =
    'nothing shows whether {n#} closed {n|opportunity was|opportunities were} lost: map deal_status or is_won';
  return [...(undated ? [fill(day, { n: undated })] : []), ...(unsaid ? [fill(end, { n: unsaid })] : [])];
}

/** Part of the fee of leads whose opportunity was lost soon enough after recognition: in the period, or in a closed one that did not know it yet. */
export function clawbacks(input: ClawbackInput): CreditLine[] {
  const { sow, period, asOf, units, closings, purse } = input;
  const terms = sow.fees.clawback;
  if (!terms) return [];
  const { zone } = sow.clock;
  const given = new Set(
    closings.flatMap(({ document }) => document.lines.flatMap((l) => (l.kind === 'clawback' ? (l.chain ?? []) : []))),
  );
  const unitsOf = byChain(units);
  const cameOf = originOf(input);
  return units.flatMap((unit): CreditLine[] => {
    const { chain } = unit;
    const at = lostOf(chain.opportunities, asOf).find((o) => cameOf(o) === chain && isDue(o, unit, input));
    const day = at && zone.dateAt(lostAt(at) ?? 0);
    if (day === undefined || given.has(chain.id)) return [];
    const credit = purse.times(paidFor(unit, unitsOf(chain), input), terms.share);
    if (isZero(credit)) return [];
    const why = `${chain.id}: recognized on ${unit.date}, opportunity lost on ${day}`;
    const amount = minus(purse.zero, credit);
    const date = isIn(period, day) ? day : period.from;
    return [{ kind: 'clawback', chain: chain.id, amount, date, clause: terms.clause ?? null, why }];
  });
}

/** Of which lead a lost opportunity came, where its contact is that of several: of the last that was booked by the day on which it was created, else of the first. */
function originOf({ units, asOf, sow }: ClawbackInput): (lost: Opportunity) => JudgedChain | undefined {
  const { zone } = sow.clock;
  const chains = [...new Set(units.map(({ chain }) => chain))].sort(
    (a, b) => a.bookedAt - b.bookedAt || compareNatural(a.id, b.id),
  );
  const origins = new Map<Opportunity, JudgedChain>();
  for (const chain of chains)
    for (const lost of lostOf(chain.opportunities, asOf)) {
      if (isBookedBy(chain, lost, zone) || !origins.has(lost)) origins.set(lost, chain);
    }
  return (lost) => origins.get(lost);
}

/** Whether a lead was booked by the day on which an opportunity was created: it came of no later one. Undefined where nobody knows the day. */
const isBookedBy = (chain: JudgedChain, { created_at: created }: Opportunity, zone: Zone): boolean | undefined =>
  created === undefined ? undefined : zone.dateAt(chain.bookedAt) <= zone.dateAt(created);

/** Lost opportunities that are nobody's for certain, and paid leads of whom they may be, or at whose accounts they are: nobody can tell whether they came of these. */
export function lostAtAccounts(input: ClawbackInput & { readonly opportunities: readonly Opportunity[] }) {
  const { sow, asOf, units, closings } = input;
  if (!sow.fees.clawback) return [];
  // What was lost when a closed period was reported, was told there.
  const before = closings.flatMap(({ facts }) => facts.held.opportunities ?? []);
  const told = new Set(before.filter((o) => endOf(o) === 'lost').map(keyOf));
  const owned = new Set(units.flatMap(({ chain }) => chain.opportunities));
  const untied = input.opportunities.filter((opportunity) => !owned.has(opportunity));
  return units.flatMap((unit) => {
    if (unit.chain.opportunities.length) return [];
    const { same, doubtful } = entriesOf(unit.chain, untied);
    const all = new Set([...same, ...doubtful, ...unit.chain.opportunitiesInDoubt]);
    const lost = lostOf([...all], asOf).filter(
      (o) => isDue(o, unit, input) && !told.has(keyOf(o)) && isBookedBy(unit.chain, o, sow.clock.zone) !== false,
    );
    return lost.map((opportunity) => ({ opportunity, chain: unit.chain }));
  });
}

const keyOf = ({ id, raw }: Opportunity): string => id ?? JSON.stringify(Object.entries(raw).sort());

/** Whether an opportunity was lost when this report has to say so, and soon enough after the lead was recognized. */
function isDue(lost: Opportunity, unit: PricedUnit, { sow, period, closings, isFirstOpen }: ClawbackInput): boolean {
  const at = lostAt(lost);
  const terms = sow.fees.clawback;
  if (at === undefined || !terms) return false;
  const { zone } = sow.clock;
  const day = zone.dateAt(at);
  const isLate = isFirstOpen && closings.some((closing) => isIn(closing.period, day));
  return (isIn(period, day) || isLate) && at <= sow.clock.endOf(zone.startOf(unit.date), terms.within);
}

/**
 * What a unit was paid with: in a closed period what its lines there and since say, whatever the rules of now would pay. Of a chain that was paid in parts a line is of
 * the unit of its day, else of the first.
 */
function paidFor(
  unit: PricedUnit,
  ofChain: readonly PricedUnit[],
  { closings, adjustments, purse }: ClawbackInput,
): Money {
  const closed = ofChain.filter(({ date }) => closings.some(({ period }) => isIn(period, date)));
  if (!closed.includes(unit)) return unit.amount;
  const isOf = (line: { readonly chain: string | null; readonly recognized: PlainDate | null }): boolean =>
    line.chain === unit.chain.id && (closed.find(({ date }) => date === line.recognized) ?? closed[0]) === unit;
  const before = closings.flatMap(({ document }) => document.lines.filter((l) => l.kind !== 'clawback' && isOf(l)));
  return purse.sum([
    ...before.map((line) => purse.parse(line.amount) ?? purse.zero),
    ...adjustments.filter(isOf).map((line) => line.amount),
  ]);
}
