import type { JudgedChain } from '../../judge/facts.ts';
import type { TouchLog } from '../../judge/touches.ts';
import type { Instant, PlainDate } from '../../model.ts';
import type { AuditedClaim } from '../../price/claims.ts';
import type { RecordOf } from '../../read/records.ts';
import type { Facts } from '../../sow/criteria.ts';
import type { Period } from '../../sow/period.ts';
import type { Sow } from '../../sow/sow.ts';

/** What metrics count: a row with its day, as the vendor says it is and as the client's evidence says. */
export interface MeasuredRow {
  readonly day: PlainDate;
  readonly restated: Facts;
  /** Undefined where no evidence of the client speaks of such rows. */
  readonly verified?: Facts;
}

/** What the rows are taken from. */
export interface RowInput {
  readonly sow: Sow;
  readonly period: Period;
  /** What came later is not known. */
  readonly asOf: Instant;
  readonly chains: readonly JudgedChain[];
  readonly sessions: readonly RecordOf<'sessions'>[];
  readonly handovers: readonly RecordOf<'handovers'>[];
  readonly roster: readonly RecordOf<'roster'>[];
  /** Undefined without a call log. */
  readonly touches: TouchLog | undefined;
  /** Sources that were given: without one nobody knows what it would say. */
  readonly sources: ReadonlySet<string>;
  /** Undefined as long as prices are not known: metrics of claims are measured after them. */
  readonly claims: readonly AuditedClaim[] | undefined;
}
