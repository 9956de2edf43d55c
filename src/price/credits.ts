import { reportOf } from '../judge/report-due.ts';
import type { Measured } from '../measure/compare.ts';
import type { LineKind, PlainDate } from '../model.ts';
import { plural, withCommas } from '../problems/sentence.ts';
import type { Known } from '../read/known.ts';
import type { InputFile } from '../read/records.ts';
import { inForce } from '../sow/amendments.ts';
import { daysBetween } from '../sow/dates.ts';
import { isIn } from '../sow/period.ts';
import { type ClawbackInput, clawbacks } from './clawbacks.ts';
import type { FixedLine } from './fixed.ts';
import { isLess, isZero, type Money, minus, shownText } from './money.ts';

/** What the vendor gives back for the period; the amount is negative. */
export interface CreditLine {
  readonly kind: Extract<LineKind, 'sla_credit' | 'late_report_credit' | 'clawback'>;
  /** The chain whose fee it gives back. */
  readonly chain?: string;
  readonly amount: Money;
  readonly date: PlainDate;
  readonly clause: string | null;
  readonly why: string;
}

export interface CreditInput extends ClawbackInput {
  readonly metrics: readonly Measured[];
  readonly fixed: readonly FixedLine[];
  readonly known: Known;
  readonly files: readonly InputFile[];
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
    if (!metric || figure === undefined || figure === null) return [];
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
    const credit =
      'share' in sla.credit ? purse.times(sla.of ? bases[sla.of] : purse.zero, sla.credit.share) : purse.of(sla.credit);
    const of = sla.of ? ` (${sla.credit.text} of ${shownText(bases[sla.of])})` : '';
    const said = (x: number): string => (metric.unit === 'share' ? `${Number((x * 100).toFixed(6))}%` : withCommas(x));
    const why = `${sla.metric} ${said(shown)}, the clause asks for ${sla.at_least ? 'at least' : 'at most'} ${said(level)}${of}`;
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
  const why = `the report came ${plural(days, terms.per)} late${credit === most ? `, at most ${shownText(most)}` : ''}`;
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
