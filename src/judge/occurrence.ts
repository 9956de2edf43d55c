import { momentsOf } from '../link/identity/times.ts';
import type { Evidence, Slot } from '../link/slots.ts';
import type { EvidenceKind, Instant, RowRef, SlotOutcome } from '../model.ts';
import type { Clock } from '../sow/clock.ts';
import type { Duration } from '../sow/duration.ts';
import { type Presence, presenceOf, type Sides } from './presence.ts';
import {
  type Family,
  familyOf,
  type Party,
  partyOf,
  type Statement,
  type Status,
  statementsOf,
  strongest,
} from './statements.ts';

/** What the audit found of one slot, and what it rests on. */
export interface Occurrence {
  readonly outcome: SlotOutcome;
  /** The row of the occurrence table that matched. */
  readonly row: number;
  readonly evidence: readonly RowRef[];
  /** The kinds of source that support it. `silence`: nobody reported the contrary in the time the SOW gives. */
  readonly kinds: ReadonlySet<EvidenceKind | 'silence'>;
  readonly presence: Presence | undefined;
  /** When it was moved or cancelled. */
  readonly movedAt: Instant | undefined;
  /** Sources that say something else than what was found. */
  readonly contrary: readonly RowRef[];
}

/** The clauses that the occurrence table reads. */
export interface OccurrenceTerms {
  readonly order: readonly EvidenceKind[];
  readonly enough: ReadonlySet<EvidenceKind>;
  readonly burdenOnClient: boolean;
  /** Seconds. */
  readonly overlap: number;
  readonly lateGrace: number;
  readonly wait: number;
  readonly prospectNotice: Duration | undefined;
  readonly clientNotice: Duration | undefined;
  readonly clientMustReportWithin: Duration | undefined;
}

interface Inputs {
  readonly start: Instant;
  /** When it began at the latest: of a day without a time, the end of the day. */
  readonly latestStart: Instant;
  readonly asOf: Instant;
  readonly terms: OccurrenceTerms;
  readonly log: Presence | undefined;
  /** The strongest word beside the log. */
  readonly status: Status | undefined;
  /** The move or cancellation before the start that the status asserts. */
  readonly move: Move | undefined;
  readonly silent: boolean;
}

interface Move {
  /** Whether a source in `evidence.enough` says so. */
  readonly proven: boolean;
  readonly party: Party | undefined;
  /** Undefined where a notice is asked for and nobody knows when the move was made, or the hour of one of the two. */
  readonly isTimely: boolean | undefined;
}

interface TableRow {
  readonly row: number;
  readonly by: 'time' | 'silence' | 'log' | 'status' | 'nothing';
  readonly says: (x: Inputs) => SlotOutcome | undefined | false;
}

/** Rows 10 to 15 need to know who everybody in the log is. */
const known = (log: Presence, outcome: SlotOutcome): SlotOutcome => (log.unknownPresent ? 'unproven' : outcome);
const isLate = (x: Inputs, first: Instant | undefined): boolean =>
  first !== undefined && first > x.latestStart + x.terms.lateGrace * 1000;
const reaches = (seconds: number, least: number): boolean => seconds > 0 && seconds >= least;
const isProven = (status: Status, terms: OccurrenceTerms): boolean =>
  [...status.kinds].some((kind) => terms.enough.has(kind));

/** The occurrence of one slot (reference/domain.md 3.1): first match wins, and the last row matches everything. */
const OCCURRENCE_TABLE: readonly TableRow[] = [
  { row: 1, by: 'time', says: (x) => x.start > x.asOf && 'future' },
  // Silence of the client counts as held and outweighs the log (no_show.client_must_report_within).
  { row: 0, by: 'silence', says: (x) => x.silent && 'held' },
  { row: 2, by: 'log', says: ({ log, terms }) => log && reaches(log.both, terms.overlap) && 'held' },
  {
    row: 3,
    by: 'status',
    says: ({ status, terms }) => status?.family === 'technical' && isProven(status, terms) && 'technical',
  },
  // Rows 3 to 8 need a source that is enough.
  { row: 17, by: 'nothing', says: (x) => (x.status?.family === 'technical' || x.move?.proven === false) && 'unproven' },
  // Without a time a prospect's move is not called late: lateness moves no money, only the show rate.
  {
    row: 4,
    by: 'status',
    says: ({ move }) => move?.party === 'prospect' && move.isTimely !== false && 'prospect_moved',
  },
  { row: 5, by: 'status', says: ({ move }) => move?.party === 'prospect' && 'prospect_moved_late' },
  { row: 17, by: 'nothing', says: ({ move }) => move?.party === 'client' && move.isTimely === undefined && 'unproven' },
  { row: 6, by: 'status', says: ({ move }) => move?.party === 'client' && move.isTimely && 'client_moved' },
  { row: 7, by: 'status', says: ({ move }) => move?.party === 'client' && 'client_late' },
  { row: 8, by: 'status', says: ({ move }) => move?.party === 'vendor' && 'vendor_canceled' },
  {
    row: 9,
    by: 'log',
    says: (x) =>
      x.log &&
      x.log.both > 0 &&
      isLate(x, x.log.clientFirst) &&
      reaches(x.log.prospect, x.terms.overlap) &&
      'short_client',
  },
  { row: 10, by: 'log', says: ({ log }) => log && log.both > 0 && known(log, 'short') },
  {
    row: 11,
    by: 'log',
    says: (x) => {
      if (!x.log || x.log.prospect === 0 || x.log.client === 0) return undefined;
      const [prospect, client] = [isLate(x, x.log.prospectFirst), isLate(x, x.log.clientFirst)];
      return known(x.log, prospect === client ? 'unproven' : prospect ? 'prospect_no_show' : 'client_no_show');
    },
  },
  {
    row: 12,
    by: 'log',
    says: ({ log, terms }) => log && reaches(log.prospect, terms.wait) && known(log, 'client_no_show'),
  },
  {
    row: 13,
    by: 'log',
    says: ({ log, terms }) => log && reaches(log.client, terms.wait) && known(log, 'prospect_no_show'),
  },
  { row: 14, by: 'log', says: ({ log }) => log && log.prospect + log.client > 0 && known(log, 'short_wait') },
  { row: 15, by: 'log', says: ({ log }) => log && known(log, 'both_absent') },
  { row: 16, by: 'status', says: ({ status, terms }) => status && lowerEvidence(status, terms) },
  { row: 17, by: 'nothing', says: () => 'unproven' },
];

/** A vendor whose word is not enough cannot put the blame on the client by itself. */
const speaksForItself = (status: Status, terms: OccurrenceTerms): boolean =>
  status.party === 'client' && status.partyFrom === 'vendor' && !terms.enough.has('vendor');

function lowerEvidence(status: Status, terms: OccurrenceTerms): SlotOutcome | undefined {
  if (status.family === 'held') return isProven(status, terms) || terms.burdenOnClient ? 'held' : undefined;
  if (status.family !== 'no_show' || !isProven(status, terms) || speaksForItself(status, terms)) return undefined;
  return status.party === 'prospect' ? 'prospect_no_show' : status.party === 'client' ? 'client_no_show' : undefined;
}

/** One made after the start is no move. Whether it was in time, days without a time may leave open. */
function moveOf(
  status: Status | undefined,
  starts: readonly [earliest: Instant, latest: Instant],
  terms: OccurrenceTerms,
  clock: Clock,
): Move | undefined {
  const { at } = status ?? {};
  if (status?.family !== 'moved' || (at !== undefined && at >= starts[1])) return undefined;
  const party = speaksForItself(status, terms) ? undefined : status.party;
  const notice = party === 'client' ? terms.clientNotice : terms.prospectNotice;
  const isTimely = (): boolean | undefined => {
    if (notice === undefined) return true;
    if (at === undefined) return undefined;
    const [earliest, latest] = momentsOf(at, clock.zone);
    const isSurely = clock.isAtLeastBefore(latest, starts[0], notice);
    return isSurely || !clock.isAtLeastBefore(earliest, starts[1], notice) ? isSurely : undefined;
  };
  return { proven: isProven(status, terms), party, isTimely: isTimely() };
}

/** What happened in a slot. `reported` holds the moments at which the client reported on it. */
export function occurrenceOf(
  slot: Slot & { readonly start: Instant },
  evidence: Evidence,
  sides: Sides,
  terms: OccurrenceTerms,
  reported: readonly Instant[],
  clock: Clock,
  asOf: Instant,
): Occurrence {
  const statements = statementsOf(slot, evidence, sides);
  const ranked = strongest(statements, terms.order);
  const status = ranked?.family === 'conflict' ? undefined : (ranked as Status | undefined);
  const logRank = terms.order.indexOf('attendance');
  const outranked = ranked !== undefined && ranked.rank < logRank;
  const log =
    evidence.attendance.length > 0 && logRank >= 0 && !outranked ? presenceOf(evidence.attendance, sides) : undefined;
  const [, latestStart] = momentsOf(slot.start, clock.zone);
  const x: Inputs = {
    start: slot.start,
    latestStart,
    asOf,
    terms,
    log,
    status,
    move: moveOf(status, [slot.start, latestStart], terms, clock),
    silent: isSilentlyHeld(latestStart, statements, terms, reported, clock, asOf),
  };
  for (const { row, by, says } of OCCURRENCE_TABLE) {
    const outcome = says(x);
    if (!outcome) continue;
    const rows = evidence.attendance.map((p) => p.row);
    const found =
      outcome === 'unproven'
        ? [...rows, ...statements.map((s) => s.row)]
        : by === 'log'
          ? rows
          : by === 'status'
            ? (status?.rows ?? [])
            : [];
    return {
      outcome,
      row,
      evidence: found.length ? found : [slot.record.row],
      kinds: kindsOf(by, outcome, status, statements),
      presence: log,
      movedAt: status?.family === 'moved' ? status.at : undefined,
      contrary: contraryTo(outcome, statements),
    };
  }
  throw new Error('the last row of the occurrence table matches everything');
}

/** What each outcome is in the words of a row; outcomes that leave the matter open contradict nobody. */
const FAMILIES: Readonly<Partial<Record<SlotOutcome, readonly [Family, Party?]>>> = {
  held: ['held'],
  short: ['held'],
  short_client: ['held'],
  technical: ['technical'],
  prospect_moved: ['moved', 'prospect'],
  prospect_moved_late: ['moved', 'prospect'],
  client_moved: ['moved', 'client'],
  client_late: ['moved', 'client'],
  vendor_canceled: ['moved', 'vendor'],
  prospect_no_show: ['no_show', 'prospect'],
  client_no_show: ['no_show', 'client'],
};

/** The rows that say something else than what was found. */
function contraryTo(outcome: SlotOutcome, statements: readonly Statement[]): RowRef[] {
  const found = FAMILIES[outcome];
  if (!found) return [];
  const [family, party] = found;
  const differs = (s: Statement): boolean =>
    familyOf(s.word) !== family || (party !== undefined && (partyOf(s.word) ?? party) !== party);
  return statements.filter(differs).map((s) => s.row);
}

function kindsOf(
  by: TableRow['by'],
  outcome: SlotOutcome,
  status: Status | undefined,
  statements: readonly Statement[],
): Occurrence['kinds'] {
  if (by === 'silence') return new Set(['silence'] as const);
  if (by === 'log') {
    const agreeing = outcome === 'held' ? statements.filter((s) => s.word === 'held').map((s) => s.kind) : [];
    return new Set<EvidenceKind>(['attendance', ...agreeing]);
  }
  return by === 'status' ? (status?.kinds ?? new Set()) : new Set();
}

/** The client had this long to say that it was not held, and said nothing. */
function isSilentlyHeld(
  start: Instant,
  statements: readonly Statement[],
  terms: OccurrenceTerms,
  reported: readonly Instant[],
  clock: Clock,
  asOf: Instant,
): boolean {
  if (!terms.clientMustReportWithin) return false;
  const end = clock.endOf(start, terms.clientMustReportWithin);
  const vendorSaysHeld = statements.some((s) => s.kind === 'vendor' && s.word === 'held');
  return vendorSaysHeld && asOf >= end && !reported.some((at) => at <= end);
}
