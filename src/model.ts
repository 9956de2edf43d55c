import type { Instant, PlainDate } from './sow/dates.ts';

/** The sources of DESIGN section 5. */
export const SOURCE_NAMES = [
  'meetings',
  'calls',
  'sessions',
  'reported_metrics',
  'invoice',
  'attendance',
  'recordings',
  'crm',
  'calendar',
  'decisions',
  'opportunities',
  'accounts',
  'customers',
  'competitors',
  'inbound',
  'handovers',
  'touches',
  'roster',
  'named',
  'call_figures',
] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];
/** Sources without a key of their own: the named list of exclusions is a path of its rule, figures of calls one of `sources.calls`. */
type Derived = 'named' | 'call_figures';
/** The keys of `sources:`. */
export const CONFIGURED_SOURCES = SOURCE_NAMES.filter(
  (name): name is Exclude<SourceName, Derived> => name !== 'named' && name !== 'call_figures',
);

/** Where a record stands: every later statement can point home with it. */
export interface RowRef {
  readonly source: SourceName;
  readonly file: string;
  readonly line: number;
  /** Which row of the file, from 1: several may stand on one line. */
  readonly n: number;
}

/** What a vendor's or a client's row says of a slot. Not what the audit found: see `SlotOutcome`. */
export const OUTCOME_WORDS = [
  'scheduled',
  'held',
  'no_show',
  'no_show_prospect',
  'no_show_client',
  'canceled',
  'canceled_prospect',
  'canceled_client',
  'canceled_vendor',
  'rescheduled',
  'rescheduled_prospect',
  'rescheduled_client',
  'rescheduled_vendor',
  'technical',
  'unknown',
] as const;
export type OutcomeWord = (typeof OUTCOME_WORDS)[number];

/** What the audit found of a slot: the rows of the occurrence table (reference/domain.md 3.1). */
export const SLOT_OUTCOMES = [
  'future',
  'held',
  'technical',
  'prospect_moved',
  'prospect_moved_late',
  'client_moved',
  'client_late',
  'vendor_canceled',
  'short_client',
  'short',
  'client_no_show',
  'prospect_no_show',
  'short_wait',
  'both_absent',
  'unproven',
] as const;
export type SlotOutcome = (typeof SLOT_OUTCOMES)[number];

export const EVIDENCE_KINDS = ['attendance', 'recording', 'crm', 'calendar', 'vendor'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const DISPOSITIONS = [
  'conversation',
  'human',
  'abandoned',
  'voicemail',
  'no_answer',
  'busy',
  'failed',
  'other',
] as const;
/** What a row of decisions says; one that is undecided says nothing yet. */
export const DECISIONS = ['accepted', 'rejected', 'undecided'] as const;
export const DEAL_STATUSES = ['open', 'won', 'lost'] as const;
export const LINE_KINDS = [
  'lead',
  'replacement',
  'over_cap',
  'hours',
  'retainer',
  'setup',
  'shortfall',
  'adjustment',
  'sla_credit',
  'late_report_credit',
  'clawback',
  'tax',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];
/** What a price line can be: what an invoice line can, and a small difference that was cleared. */
export const PRICE_LINE_KINDS = [...LINE_KINDS, 'cleared'] as const;
export type PriceLineKind = (typeof PRICE_LINE_KINDS)[number];

export type RulingResult = 'pass' | 'pending' | 'review' | 'fail';
export type Verdict = 'billable' | 'pending' | 'review' | 'not_billable';

export const CLAIM_OUTCOMES = [
  'unknown_claim',
  'duplicate_claim',
  'open',
  'overclaimed',
  'wrong_period',
  'wrong_rate',
  'underclaimed',
  'matched',
  'unclaimed',
] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];
/** The outcomes that a client disputes. */
export const DISPUTED: ReadonlySet<ClaimOutcome> = new Set([
  'unknown_claim',
  'duplicate_claim',
  'overclaimed',
  'wrong_period',
  'wrong_rate',
]);

/** How finance posts what is payable. */
export const JOURNAL_ENTRIES = ['expense', 'tax', 'adjustment', 'credit', 'accrual', 'reversal'] as const;
export type JournalEntry = (typeof JOURNAL_ENTRIES)[number];

/** What a disputed or open claim can be too late for. */
export const DEADLINES = ['dispute', 'reject', 'resolves'] as const;
export type DeadlineKind = (typeof DEADLINES)[number];

/** The gates in the order in which a reason is primary (DESIGN section 3.4). */
export const STAGES = [
  'integrity',
  'scope',
  'exclusions',
  'attribution',
  'duplicates',
  'qualification',
  'occurrence',
  'attendance',
  'acceptance',
  'submission',
] as const;
export type Stage = (typeof STAGES)[number];

/** What one rule says of one chain. Its sentence is made from `code` and `args` at the edge. */
export interface Ruling {
  /** The key of the rule in the rules file, or `sow` for the term of the SOW. */
  readonly rule: string;
  readonly stage: Stage;
  readonly code: string;
  /** The sentence of the rule's table, where it is not the code's own. */
  readonly sentence?: string | undefined;
  readonly result: RulingResult;
  readonly clause: string | null;
  readonly args: Readonly<Record<string, string | number>>;
  readonly evidence: readonly RowRef[];
  /** When a pending ruling resolves; absent while that is unknown. */
  readonly ends?: Instant | undefined;
  /** What would settle a review. */
  readonly needs?: readonly string[] | undefined;
  /** The code of the acceptance that lifted this ruling. */
  readonly curedBy?: string | undefined;
  /** True for a failing ruling that an open window may still cure: it counts as pending. */
  readonly curable?: boolean | undefined;
  /** The chain that this one repeats. */
  readonly duplicateOf?: string | undefined;
}

export type Severity = 'info' | 'warning' | 'error';

/** Something a person should look at that moves no money by itself. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly args: Readonly<Record<string, string | number>>;
  readonly evidence: readonly RowRef[];
}

export type { Instant, PlainDate };
