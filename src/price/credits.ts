import type { JudgedChain } from '../judge/facts.ts';
import { reportOf } from '../judge/report-due.ts';
import type { Measured } from '../measure/compare.ts';
import { endOf } from '../measure/lead-stages.ts';
import type { Instant, LineKind, PlainDate } from '../model.ts';
import type { Known } from '../read/known.ts';
import type { InputFile, Opportunity } from '../read/records.ts';
import { inForce } from '../sow/amendments.ts';
import { daysBetween } from '../sow/dates.ts';
import { parseDecimal, parseShare } from '../sow/decimal.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, minus, type Purse, toText } from './money.ts';
import type { PricedUnit } from './units.ts';

/** What the vendor gives back for the period; the amount is negative. */
export interface CreditLine {
  readonly kind: Extract<LineKind, 'sla_credit' | 'late_report_credit' | 'clawback'>;
  readonly amount: Money;
  readonly date: PlainDate;
  readonly clause: string | null;
  readonly why: string;
}

export interface CreditInput {
  readonly sow: Sow;
  readonly period: Period;
  readonly metrics: readonly Measured[];
  /** Priced units of all periods. */
  readonly units: readonly PricedUnit[];
  readonly fixed: readonly FixedLine[];
  readonly known: Known;
  readonly files: readonly InputFile[];
  readonly purse: Purse;
}

/** Everything that is given back. */
export const creditLines = (input: CreditInput): CreditLine[] => [
  ...slaCredits(input),
  ...lateReports(input),
  ...clawbacks(input),
];

/** What dividing leaves behind: a figure on its limit keeps it. */
const EPSILON = 1e-12;

/** Missed service levels, by the verified figure where evidence exists, else the restated one; never by the vendor's own. */
function slaCredits({ sow, period, metrics, units, fixed, purse }: CreditInput): CreditLine[] {
  return (sow.fees.sla ?? []).flatMap((sla): CreditLine[] => {
    const metric = metrics.find((m) => m.id === sla.metric && m.by === null);
    const figure = metric?.verified ?? metric?.restated;
    if (figure === undefined || figure === null) return [];
    const limit = sla.at_least ?? sla.at_most;
    if (!limit) return [];
    const level = limit.amount / 10 ** limit.scale;
    const isMissed = (x: number): boolean => (sla.at_least ? x < level - EPSILON : x > level + EPSILON);
    if (!isMissed(figure)) return [];
    // As few decimals as still show the miss.
    const shown = [4, 6, 8].map((places) => Number(figure.toFixed(places))).find(isMissed) ?? figure;
    const own = units.filter((unit) => isIn(period, unit.date));
    const bases: Readonly<Record<'retainer' | 'period_fees', Money>> = {
      retainer: purse.sum(fixed.filter((line) => line.kind === 'retainer').map((line) => line.amount)),
      period_fees: purse.sum([...own, ...fixed].map((line) => line.amount)),
    };
    const share = parseShare(sla.credit);
    const given = parseDecimal(sla.credit);
    const credit = sla.of && share ? purse.times(bases[sla.of], share) : given ? purse.of(given) : purse.zero;
    const of = sla.of ? ` (${sla.credit} of ${toText(bases[sla.of])})` : '';
    const why = `${sla.metric} ${shown}, the clause asks for ${sla.at_least ? 'at least' : 'at most'} ${level}${of}`;
    return [
      { kind: 'sla_credit', amount: minus(purse.zero, credit), date: period.to, clause: sla.clause ?? null, why },
    ];
  });
}

/** A credit for each day that the report came late, up to the most the clause allows. */
function lateReports({ sow, period, known, files, purse }: CreditInput): CreditLine[] {
  const terms = sow.fees.late_report;
  const { due, received } = reportOf(inForce(sow, period.to), period, known, files);
  if (!terms || due === undefined || received === undefined || received <= due) return [];
  const { zone, businessDaysBetween } = sow.clock;
  const [from, to] = [zone.dateAt(due), zone.dateAt(received)];
  const days = terms.per === 'day' ? daysBetween(from, to) : businessDaysBetween(from, to);
  const whole = purse.times(purse.of(terms.credit), { amount: days, scale: 0 });
  const most = terms.max && purse.of(terms.max);
  const credit = most && isLess(most, whole) ? most : whole;
  if (isZero(credit)) return [];
  const why = `the report came ${days} ${terms.per}(s) late${credit === most ? `, at most ${toText(most)}` : ''}`;
  return [
    {
      kind: 'late_report_credit',
      amount: minus(purse.zero, credit),
      date: period.to,
      clause: terms.clause ?? null,
      why,
    },
  ];
}

/** When a lost opportunity was lost: exports without a day of closing have that of the stage. */
const lostAt = ({ closed_at, stage_at }: Opportunity): Instant | undefined => closed_at ?? stage_at;

/** Opportunities of these chains that were lost on a day that nobody knows. */
export const lostSometime = (chains: readonly JudgedChain[]): readonly Opportunity[] =>
  chains.flatMap(({ opportunities }) => opportunities.filter((o) => endOf(o) === 'lost' && lostAt(o) === undefined));

/** Part of the fee of leads whose opportunity was lost in the period, soon enough after recognition. */
function clawbacks({ sow, period, units, purse }: CreditInput): CreditLine[] {
  const terms = sow.fees.clawback;
  if (!terms) return [];
  const { zone } = sow.clock;
  return units.flatMap((unit): CreditLine[] => {
    const [at] = unit.chain.opportunities.flatMap((o) => (endOf(o) === 'lost' ? (lostAt(o) ?? []) : []));
    if (
      at === undefined ||
      !isIn(period, zone.dateAt(at)) ||
      at > sow.clock.endOf(zone.startOf(unit.date), terms.within)
    )
      return [];
    const credit = purse.times(unit.amount, terms.share);
    if (isZero(credit)) return [];
    const why = `${unit.chain.id}: recognized on ${unit.date}, opportunity lost on ${zone.dateAt(at)}`;
    return [
      { kind: 'clawback', amount: minus(purse.zero, credit), date: zone.dateAt(at), clause: terms.clause ?? null, why },
    ];
  });
}
