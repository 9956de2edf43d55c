import type { JudgedChain } from '../judge/facts.ts';
import type { Closing } from '../ledger/closing.ts';
import type { Measured } from '../measure/compare.ts';
import type { Instant } from '../model.ts';
import type { Known } from '../read/known.ts';
import type { InputFile } from '../read/records.ts';
import { addDays } from '../sow/dates.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { type AdjustmentLine, adjustmentsOf, type Doubt } from './adjustments.ts';
import { lostAtAccounts } from './clawbacks.ts';
import { type CreditLine, creditLines } from './credits.ts';
import { type FixedLine, fixedLines } from './fixed.ts';
import { hourLines } from './hours.ts';
import type { Purse } from './money.ts';
import { type Replacements, replacementsIn } from './replacing.ts';
import { countedLeads, type Minima, minimaOf, shortfallAdjustments, shortfallLines } from './shortfall.ts';
import { taxLines } from './tax.ts';
import { type PricedUnit, priceUnits } from './units.ts';

/** What a period is priced from. */
export interface BillInput {
  readonly sow: Sow;
  readonly period: Period;
  readonly asOf: Instant;
  readonly known: Known;
  readonly files: readonly InputFile[];
  readonly metrics: readonly Measured[];
  readonly closings: readonly Closing[];
  readonly purse: Purse;
  /** The vendor's own chains, judged by the rules of now, and by those of a closed period. */
  readonly chains: readonly JudgedChain[];
  readonly chainsUnder: (closing: Closing) => readonly JudgedChain[];
}

/** All price lines of a period, and what counts on from it. */
export interface Bill {
  /** Priced units of all periods, and of this one. */
  readonly units: readonly PricedUnit[];
  readonly lines: readonly PricedUnit[];
  readonly fixed: readonly FixedLine[];
  readonly adjustments: readonly AdjustmentLine[];
  readonly doubts: readonly Doubt[];
  readonly credits: readonly CreditLine[];
  readonly untied: ReturnType<typeof lostAtAccounts>;
  /** What becomes of leads that say whom they replace. */
  readonly replacements: Replacements;
  /** Ids of rejected leads of closed periods whose replacement is awaited. */
  readonly awaited: readonly string[];
  readonly minima: Minima | undefined;
}

/** Prices a period: units of all periods in order of recognition, what closed ones come to now, then fees, credits and tax. */
export function billOf(input: BillInput, more: readonly FixedLine[] = []): Bill {
  const { sow, period, asOf, known, files, metrics, closings, purse, chains, chainsUnder } = input;
  const ids = new Set<string>();
  for (const { id, lead_id } of known.meetings) for (const own of [id, lead_id]) if (own !== undefined) ids.add(own);
  const closed = { closings, chainsUnder, purse, seen: ids, asOf };
  const adjusted = adjustmentsOf(closed);
  const replacements = replacementsIn({ ...adjusted, chains, seen: ids, closings });
  const isPaid = (unit: PricedUnit): boolean =>
    isIn(period, unit.date) && !unit.topUp && adjusted.paid.has(unit.chain.id);
  const units = priceUnits(chains, sow, purse, replacements, asOf, closings).filter((unit) => !isPaid(unit));
  const lines = units.filter((unit) => isIn(period, unit.date));
  const isFirst = isFirstOpen(period, closings);
  const adjustments = isFirst ? [...adjusted.lines, ...shortfallAdjustments(closed, adjusted)] : [];
  const leads = countedLeads(adjusted.leads, units, closings);
  const short = shortfallLines(sow, period, leads, purse);
  const fees = [...fixedLines(sow, period, purse), ...short, ...hourLines(sow, period, known.sessions, purse), ...more];
  const owed = { sow, period, asOf, units, closings, adjustments, isFirstOpen: isFirst, purse };
  const credits = creditLines({ ...owed, metrics, fixed: fees, known, files });
  const fixed = [...fees, ...taxLines(sow, period, [...lines, ...fees, ...adjustments, ...credits], purse)];
  const doubts = isFirst ? adjusted.doubts : [];
  const minima = minimaOf(sow, period, leads, purse);
  const untied = lostAtAccounts({ ...owed, opportunities: known.opportunities });
  return { units, lines, fixed, adjustments, doubts, credits, untied, replacements, awaited: adjusted.awaited, minima };
}

/** Adjustments and doubts stand in one report: of the period that begins where the closed ones end. */
const isFirstOpen = (period: Period, closings: readonly Closing[]): boolean => {
  const last = closings.at(-1);
  return last !== undefined && isIn(period, addDays(last.period.to, 1));
};

/** What all lines come to. */
export const payableOf = ({ lines, fixed, adjustments, credits }: Bill, purse: Purse) =>
  purse.sum([...lines, ...fixed, ...adjustments, ...credits].map((line) => line.amount));
