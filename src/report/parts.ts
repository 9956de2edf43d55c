import type { JudgedChain } from '../judge/facts.ts';
import type { MuteCalls } from '../judge/mute-calls.ts';
import type { TouchLog } from '../judge/touches.ts';
import type { Closing } from '../ledger/closing.ts';
import type { Claim } from '../link/claims.ts';
import type { Standing } from '../link/decided.ts';
import type { Link } from '../link/evidence.ts';
import type { LinkDecisions } from '../link/link-decisions.ts';
import type { AnomalyResult } from '../measure/anomalies/watch.ts';
import type { Attempt } from '../measure/attempts.ts';
import type { Measured } from '../measure/compare.ts';
import type { Drift } from '../measure/drift-watch.ts';
import type { Funnel } from '../measure/funnel.ts';
import type { Instant } from '../model.ts';
import type { AdjustmentLine, Doubt } from '../price/adjustments.ts';
import type { Bill } from '../price/bill.ts';
import type { AuditedClaim } from '../price/claims.ts';
import type { ClearedLine } from '../price/clear.ts';
import type { CreditLine } from '../price/credits.ts';
import type { FixedLine } from '../price/fixed.ts';
import type { Purse } from '../price/money.ts';
import type { BridgeStep, Totals } from '../price/totals.ts';
import type { PricedUnit } from '../price/units.ts';
import type { Problem } from '../problems/problem.ts';
import type { Known } from '../read/known.ts';
import type { RecordOf, Records } from '../read/records.ts';
import type { Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';

/** Everything that a document is made of. */
export interface AuditParts {
  readonly sow: Sow;
  readonly records: Records;
  readonly known: Known;
  readonly period: Period;
  readonly closings: readonly Closing[];
  readonly asOf: Instant;
  readonly chains: readonly JudgedChain[];
  readonly claims: readonly Claim<JudgedChain>[];
  readonly audited: readonly AuditedClaim[];
  /** Priced units of the period, of all periods, and of a chain in all periods. */
  readonly lines: readonly PricedUnit[];
  readonly units: readonly PricedUnit[];
  readonly unitsOf: (chain: JudgedChain | undefined) => readonly PricedUnit[];
  readonly fixed: readonly FixedLine[];
  readonly adjustments: readonly AdjustmentLine[];
  readonly doubts: readonly Doubt[];
  readonly credits: readonly CreditLine[];
  readonly untied: Bill['untied'];
  readonly cleared: readonly ClearedLine[];
  readonly totals: Totals;
  readonly bridge: readonly BridgeStep[];
  readonly metrics: readonly Measured[];
  readonly links: readonly Link[];
  /** The file of decided links, and how each decision stands. */
  readonly decidedLinks: { readonly read: LinkDecisions | undefined; readonly standings: readonly Standing[] };
  readonly purse: Purse;
  /** What becomes of leads that say whom they replace. */
  readonly replacements: Bill['replacements'];
  readonly touches: TouchLog | undefined;
  readonly muteCalls: MuteCalls;
  readonly anomalies: readonly AnomalyResult[];
  readonly drift: Drift | undefined;
  readonly funnels: readonly Funnel[];
  readonly attempts: readonly Attempt[];
  /** Rows that metrics of calls are taken from in place of calls. */
  readonly figures: readonly RecordOf<'call_figures'>[];
  readonly inputProblems: readonly Problem[];
}
