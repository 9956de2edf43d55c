import type { JudgedChain } from './judge/facts.ts';
import { muteCollector } from './judge/mute-calls.ts';
import { readingOf } from './judge/reading.ts';
import type { KeptTouch } from './judge/touches.ts';
import { closedClaimed } from './ledger/closed-claimed.ts';
import { type Closing, lockedReport } from './ledger/closing.ts';
import { withClosed } from './ledger/facts.ts';
import { knownThen } from './ledger/known-then.ts';
import { lateLines } from './ledger/lines.ts';
import { type ClaimedChain, claimedIn } from './link/across.ts';
import { linkClaims } from './link/claims.ts';
import { completed } from './link/completed.ts';
import type { Linked } from './link/evidence.ts';
import type { LinkDecisions } from './link/link-decisions.ts';
import { fillMeters } from './measure/call-figures.ts';
import { metersOf } from './measure/call-meters.ts';
import type { Measured } from './measure/compare.ts';
import { dated } from './measure/day-fold.ts';
import type { Funnel } from './measure/funnel.ts';
import { measure } from './measure/measure.ts';
import { billOf } from './price/bill.ts';
import { byChain } from './price/by-chain.ts';
import { auditClaims } from './price/claims.ts';
import { clearSmall } from './price/clear.ts';
import { purseOf } from './price/money.ts';
import { isOfPeriod } from './price/own-claims.ts';
import { rangeOf } from './price/range.ts';
import type { Minima } from './price/shortfall.ts';
import { bridgeOf, totalsOf } from './price/totals.ts';
import type { PricedUnit } from './price/units.ts';
import { effectOf, type Problem, problem } from './problems/problem.ts';
import { knownAt } from './read/known.ts';
import type { Meeting, Records } from './read/records.ts';
import { documentOf } from './report/build.ts';
import type { AuditDocument } from './report/document.ts';
import { checkInvariants } from './report/invariants.ts';
import { noClaims, noDrop, scopeOf } from './scope.ts';
import { inForce } from './sow/amendments.ts';
import type { Period } from './sow/period.ts';
import type { Sow } from './sow/sow.ts';

export interface AuditOptions {
  /** `2026-06`, `2026-Q2` or `2026-01-01..2026-06-30`; default: the newest invoice period, else the newest month that is not just scheduled. */
  readonly period?: string | undefined;
  /** A day (its end) or a time in the SOW's zone; default: the end of the period. */
  readonly asOf?: string | undefined;
  /** Periods that were closed before, in order. */
  readonly closings?: readonly Closing[];
  /** Audits the period although it is closed, on the periods before it: what if. */
  readonly reopen?: boolean;
  /** Goes on where nothing is claimed: figures need no claim. */
  readonly withoutClaims?: boolean;
  /** Links that a person decided; they hold for closed periods too, since they are facts and no clauses. */
  readonly decidedLinks?: LinkDecisions | undefined;
  /** Problems of the inputs that the run goes on with: they become findings. */
  readonly problems?: readonly Problem[];
}

export interface Audited {
  readonly document: AuditDocument;
  /** What the vendor asks money for in the period, and did before, to be held against other SOWs. */
  readonly claimed: readonly ClaimedChain[];
  /** Ids of rejected leads of closed periods whose replacement is awaited. */
  readonly owed: readonly string[];
  /** What the minima of the SOW ask for in the period, and leave open at its end. */
  readonly minima: Minima | undefined;
  /** Touches of claimed contacts in the call log: what a closing keeps of it. */
  readonly touches: readonly KeptTouch[];
  /** Who called in the period: calls are not held, and a report that names nobody must know their names. */
  readonly callers: readonly string[];
  /** Links that a person has to decide, and decisions as they stand now. */
  readonly review: Pick<Linked, 'open' | 'decided'>;
  /** The rows and files of the vendor, to write back in its own words. */
  readonly vendor: VendorRows;
  readonly recordings: Records['recordings'];
  /** The rules that it was judged by. */
  readonly sow: Sow;
  readonly problems: readonly Problem[];
}
export type VendorRows = Pick<Records, 'invoice' | 'meetings' | 'files'>;
export type AuditResult = Audited | { readonly document: undefined; readonly problems: readonly Problem[] };

/** The whole audit. Pure: no clock, no locale, no machine zone, no disk; the same records give the same document. */
export async function audit(sow: Sow, given: Records, options: AuditOptions = {}): Promise<AuditResult> {
  const scope = scopeOf(sow, given, options);
  if ('problems' in scope) return { document: undefined, problems: scope.problems };
  const { period, asOf } = scope;
  const closings = (options.closings ?? []).filter((c) => !options.reopen || c.period.to < period.from);
  const closed = closedAudit(closings, period);
  if (closed) return closed;
  const records = withClosed(given, closings);

  // link and judge what is known now, by the rules of now and by those of closed periods; large tables stream past once
  const facts = knownAt(records, asOf);
  const known = {
    ...facts,
    meetings: completed(
      facts.meetings.map((row) => (row.vendor && isOwn(row, sow) ? { ...row, vendor: undefined } : row)),
      sow.clock.zone,
    ),
  };
  const received = new Map(
    records.files.flatMap((f) => (f.received === undefined ? [] : [[f.file, f.received] as const])),
  );
  const closedTouches = closings.flatMap((closing) => closing.facts.touches);
  const decided = options.decidedLinks?.decisions ?? [];
  const billed = { period, isKnownThen: knownThen(closings) };
  const readable = { asOf, known, received, closedTouches, decided, billed };
  const reading = readingOf(sow, { ...readable, invoice: known.invoice });
  const readings = new Map([[sow, reading]]);
  for (const { sow: rules } of closings)
    if (!readings.has(rules)) readings.set(rules, readingOf(rules, { ...readable, invoice: [] }));
  const atEnd = inForce(sow, period.to);
  const mute = muteCollector(atEnd.rules.reporting?.reason_required_for ?? []);
  const meters = await metersOf({ sow, period, known }, asOf);
  const { meter, drift, attempts, watch } = meters;
  const calls = await fold(records.calls.batches(), [
    ...[...readings.values()].map((r) => r.collector),
    mute,
    dated(meters.folds, sow.clock.zone, asOf),
  ]);
  const figured = given.files.find(({ source }) => source === 'call_figures');
  const filled = figured && fillMeters([meter, ...(drift ? [drift.meter] : [])], known.call_figures, sow, figured.file);
  const passed = records.calls.passed();
  const problems = [...passed.problems, ...(filled?.problems ?? [])];
  if (problems.some((p) => effectOf(p) === 'stop')) return { document: undefined, problems };
  const inputs = { ...records, files: [...records.files, ...passed.files] };
  const chains = reading.judge(calls.rows > 0);

  // measure: reported, restated, verified; what is given back rests on these figures and on no others
  const own = chains.filter(isOfVendor);
  const sources = new Set<string>(inputs.files.map((file) => file.source));
  const hasEvidence = known.attendance.length + known.crm.length + known.calendar.length + known.recordings.length > 0;
  const touches = calls.rows ? reading.collector.log : undefined;
  const isMetered = calls.rows > 0 || filled !== undefined;
  const measured = {
    sow,
    period,
    asOf,
    chains: own,
    sessions: known.sessions,
    handovers: known.handovers,
    roster: known.roster,
    touches,
    claims: undefined,
    calls: isMetered ? meter.tallies : undefined,
    reported: known.reported_metrics,
    sources,
    hasEvidence,
  };
  const metrics = measure(measured);

  const anomalies = watch?.found({ chains: own, others: chains.filter((c) => !isOfVendor(c)), touches }, sources) ?? [];

  // price: units of all periods in order of recognition, what closed ones come to now, and what is owed for this one
  const purse = purseOf(sow.sow.currency, sow.fees.rounding ?? 'half_up');
  const chainsUnder = ({ sow: rules }: Closing): JudgedChain[] =>
    (readings.get(rules) ?? reading).judge(calls.rows + closedTouches.length > 0).filter(isOfVendor);
  const priced = { sow, period, asOf, known, files: inputs.files, metrics, closings, purse, chains: own, chainsUnder };
  const bill = billOf(priced);

  // claims: the vendor's lines against ours
  const claims = linkClaims({
    chains: own,
    invoice: known.invoice,
    named: reading.linked.lines,
    files: inputs.files,
    period,
    sow,
    isLate: lateLines(given, closings, period),
    recognizedOn: recognitionOf(bill.units, sow),
  });
  if (!claims.length && !options.withoutClaims) return { document: undefined, problems: noClaims(records).problems };
  const unread = noDrop(records, claims, period, sow);
  if (unread && !options.withoutClaims) return { document: undefined, problems: [unread] };
  const found = auditClaims(claims, period, { sow, purse, ...bill, disputeBy: disputeClock(sow, received) });
  const { audited, cleared } = clearSmall(found, sow, period, purse);
  const totals = totalsOf(audited, { ...bill, cleared, range: rangeOf(priced, bill, audited) }, purse);

  const figures = [...metrics, ...measure({ ...measured, claims: audited })];
  const document = documentOf({
    sow,
    records: inputs,
    known,
    period,
    asOf,
    chains,
    claims,
    audited,
    ...bill,
    unitsOf: byChain(bill.units),
    cleared,
    closings,
    totals,
    bridge: bridgeOf(audited, totals, bill, purse),
    metrics: figures,
    links: reading.linked.links,
    decidedLinks: { read: options.decidedLinks, standings: reading.linked.decided },
    purse,
    touches,
    anomalies,
    drift: drift?.found(measured, isMetered),
    funnels: await funnelsFor(figures),
    attempts: attempts.found(sources.has('meetings') ? own : undefined, touches),
    muteCalls: mute.found(),
    figures: filled?.used ?? [],
    inputProblems: [...(options.problems ?? []), ...problems],
  });
  const broken = checkInvariants(document, claims.filter((claim) => isOfPeriod(claim, period, sow)).length, purse);
  if (broken.length) return { document: undefined, problems: broken };
  return {
    document,
    claimed: claimedIn(audited, claims, period),
    owed: bill.awaited,
    minima: bill.minima,
    touches: reading.collector.kept(),
    callers: [...meter.agents],
    review: reading.linked,
    vendor: inputs,
    recordings: inputs.recordings,
    sow,
    problems,
  };
}

/** What a closed period says, with no look at anything else; undefined where nothing of the period is closed. */
export function closedAudit(closings: readonly Closing[], period: Period): AuditResult | undefined {
  const same = closings.find((c) => c.period.from === period.from && c.period.to === period.to);
  if (same) {
    const { held, files } = same.facts;
    const vendor = { invoice: held.invoice ?? [], meetings: held.meetings ?? [], files };
    return {
      document: lockedReport(closings, same),
      claimed: closedClaimed(closings, period),
      owed: [],
      minima: undefined,
      touches: [],
      callers: [],
      review: { open: [], decided: [] },
      vendor,
      recordings: held.recordings ?? [],
      sow: same.sow,
      problems: [],
    };
  }
  const parts = closings.filter((c) => c.period.from <= period.to && period.from <= c.period.to);
  if (!parts.length) return undefined;
  const args = { period: period.label, closed: parts.map((c) => c.period.label).join(', ') };
  return { document: undefined, problems: [problem('period_part_closed', { file: 'command line' }, args)] };
}

/** Agents beside each other; their limits are heavy statistics too. */
async function funnelsFor(metrics: readonly Measured[]): Promise<Funnel[]> {
  if (!metrics.some(({ by }) => by?.agent !== undefined)) return [];
  const { funnelsOf } = await import('./measure/funnel.ts');
  return funnelsOf(metrics);
}

const isOfVendor = (chain: JudgedChain): boolean => chain.record.vendor === undefined;

/** Streams batches past accumulators; nothing of a row is kept but what they keep. */
async function fold<T>(
  batches: AsyncIterable<readonly T[]>,
  into: readonly { add(batch: readonly T[]): void }[],
): Promise<{ rows: number }> {
  let rows = 0;
  for await (const batch of batches) {
    rows += batch.length;
    for (const accumulator of into) accumulator.add(batch);
  }
  return { rows };
}

/** Until when an invoice can be disputed: from the receipt of its file. */
function disputeClock(sow: Sow, received: ReadonlyMap<string, number>): (file: string) => number | undefined {
  const within = sow.fees.invoice?.dispute_within;
  return (file) => {
    const at = received.get(file);
    return within && at !== undefined ? sow.clock.endOf(at, within) : undefined;
  };
}

/** Rows of another vendor take part in duplicates, never in this SOW's chains and money. From here on a vendor is named only where it is another. */
function isOwn({ vendor }: Meeting, { sow }: Sow): boolean {
  return vendor === undefined || vendor.trim().toLowerCase() === sow.vendor.trim().toLowerCase();
}

/** The day on which a row's chain is recognized: of a chain billed in parts, the part of the row's own day. */
function recognitionOf(
  units: readonly PricedUnit[],
  { clock }: Sow,
): (chain: JudgedChain, row?: Meeting) => string | undefined {
  const unitsOf = byChain(units);
  return (chain, row) => {
    const dates = unitsOf(chain).map((unit) => unit.date);
    const own = row?.starts_at === undefined ? undefined : clock.zone.dateAt(row.starts_at);
    return dates.find((date) => date === own) ?? dates[0];
  };
}
