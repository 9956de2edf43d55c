import type { Measured } from '../measure/compare.ts';
import type { LineKind, PlainDate } from '../model.ts';
import { parseDecimal, parseShare } from '../sow/decimal.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { FixedLine } from './fixed.ts';
import { type Money, minus, type Purse, toText } from './money.ts';
import type { PricedUnit } from './units.ts';

/** What the vendor gives back for the period. */
export interface CreditLine {
  readonly kind: Extract<LineKind, 'sla_credit'>;
  /** Negative. */
  readonly amount: Money;
  readonly date: PlainDate;
  readonly clause: string | null;
  readonly why: string;
}

export interface CreditInput {
  readonly sow: Sow;
  readonly period: Period;
  readonly metrics: readonly Measured[];
  readonly units: readonly PricedUnit[];
  readonly fixed: readonly FixedLine[];
  readonly purse: Purse;
}

/** Credits of missed service levels, by the verified figure where evidence exists, else the restated one; never by the vendor's own. */
export function slaCredits({ sow, period, metrics, units, fixed, purse }: CreditInput): CreditLine[] {
  return (sow.fees.sla ?? []).flatMap((sla): CreditLine[] => {
    const metric = metrics.find((m) => m.id === sla.metric && m.by === null);
    const figure = metric?.verified ?? metric?.restated;
    if (figure === undefined || figure === null) return [];
    const [limit, isMissed] = sla.at_least
      ? [sla.at_least, figure < sla.at_least.amount / 10 ** sla.at_least.scale]
      : [sla.at_most, sla.at_most !== undefined && figure > sla.at_most.amount / 10 ** sla.at_most.scale];
    if (!isMissed || !limit) return [];
    const bases: Readonly<Record<'retainer' | 'period_fees', Money>> = {
      retainer: purse.sum(fixed.filter((line) => line.kind === 'retainer').map((line) => line.amount)),
      period_fees: purse.sum([...units, ...fixed].map((line) => line.amount)),
    };
    const share = parseShare(sla.credit);
    const given = parseDecimal(sla.credit);
    const credit = sla.of && share ? purse.times(bases[sla.of], share) : given ? purse.of(given) : purse.zero;
    const of = sla.of ? ` (${sla.credit} of ${toText(bases[sla.of])})` : '';
    const why = `${sla.metric} ${figure}, the clause asks for ${sla.at_least ? 'at least' : 'at most'} ${limit.amount / 10 ** limit.scale}${of}`;
    return [
      { kind: 'sla_credit', amount: minus(purse.zero, credit), date: period.to, clause: sla.clause ?? null, why },
    ];
  });
}
