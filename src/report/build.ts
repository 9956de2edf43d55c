import type { JudgedChain } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Claim } from '../link/claims.ts';
import type { Link } from '../link/evidence.ts';
import { compareNatural } from '../link/keys.ts';
import type { Measured } from '../measure/measure.ts';
import type { Instant, RowRef, Ruling } from '../model.ts';
import type { AuditedClaim, BridgeStep, Totals } from '../price/claims.ts';
import { type Purse, toText } from '../price/money.ts';
import type { PricedUnit } from '../price/units.ts';
import type { Problem } from '../problems/problem.ts';
import type { Known } from '../read/known.ts';
import type { Records } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import { VERSION } from '../version.ts';
import { bucketsOf } from './buckets.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import { findingsOf } from './findings.ts';
import { sentenceOf } from './sentences.ts';

/** Everything that a document is made of. */
export interface Findings {
  readonly sow: Sow;
  readonly records: Records;
  readonly known: Known;
  readonly period: Period;
  readonly asOf: Instant;
  readonly chains: readonly JudgedChain[];
  readonly claims: readonly Claim<JudgedChain>[];
  readonly audited: readonly AuditedClaim[];
  /** Priced units of the period, and of all periods. */
  readonly lines: readonly PricedUnit[];
  readonly units: readonly PricedUnit[];
  readonly totals: Totals;
  readonly bridge: readonly BridgeStep[];
  readonly metrics: readonly Measured[];
  readonly links: readonly Link[];
  readonly purse: Purse;
  readonly calls: { readonly rows: number };
  /** Ids of leads in the input. */
  readonly seen: ReadonlySet<string>;
  readonly inputProblems: readonly Problem[];
}

/** Turns what was found into the document: amounts and times as text, sentences from the tables. */
export function documentOf(f: Findings): AuditDocument {
  const { sow, period } = f;
  const { zone } = sow.clock;
  const time = (instant: Instant | undefined): string | null => (instant === undefined ? null : zone.format(instant));
  return {
    schema: 'leadaudit/audit@1',
    tool: { name: 'leadaudit', version: VERSION },
    exit_code: 0,
    closed: false,
    sow: {
      id: sow.sow.id,
      client: sow.sow.client,
      vendor: sow.sow.vendor,
      currency: sow.sow.currency,
      time_zone: sow.sow.time_zone,
      file: sow.file,
      sha256: sow.sha256,
    },
    period: { from: period.from, to: period.to, label: period.label },
    as_of: zone.format(f.asOf),
    inputs: f.records.files.map(({ source, file, sha256, rows, quarantined }) => ({
      source,
      file,
      sha256,
      rows,
      quarantined,
    })),
    totals: Object.fromEntries(
      Object.entries(f.totals).map(([key, amount]) => [key, toText(amount)]),
    ) as AuditDocument['totals'],
    claims: f.audited.map((c) => claimOf(c, f, time)),
    chains: [...f.chains].sort((a, b) => compareNatural(a.id, b.id)).map((chain) => chainOf(chain, f, time)),
    lines: f.lines.map((unit, i) => lineOf(unit, f, i)),
    bridge: f.bridge.map(({ step, amount, running, claims }) => ({
      step,
      amount: toText(amount),
      running: toText(running),
      claims: [...claims],
    })),
    metrics: f.metrics.map(metricOf),
    links: f.links.map(({ slot, source, file, line, id, decision, reason }) => ({
      claim: slot?.id ?? null,
      source,
      file,
      line,
      id: id ?? null,
      decision,
      score: null,
      margin: null,
      reason,
      fields: [],
    })),
    findings: findingsOf(f),
    buckets: bucketsOf(f),
    assumptions: sow.assumptions.map(({ key, value }) => ({ key, value })),
    not_checked: notChecked(f),
  };
}

const rowOf = ({ source, file, line }: RowRef) => ({ source, file, line });
const rowsOf = (rows: readonly RowRef[]) => [
  ...new Map(rows.map((row) => [`${row.source} ${row.file} ${row.line}`, rowOf(row)])).values(),
];

function rulingOf(ruling: Ruling): DocumentClaim['rulings'][number] {
  const { rule, code, result, clause, curedBy, evidence } = ruling;
  return {
    rule,
    code,
    result,
    clause,
    message: sentenceOf(ruling),
    cured_by: curedBy ?? null,
    evidence: rowsOf(evidence),
  };
}

function claimOf(c: AuditedClaim, f: Findings, time: (t: Instant | undefined) => string | null): DocumentClaim {
  const { chain } = c;
  const objections = c.rulings.filter((r) => standing(r) !== 'pass').map((r) => r.code);
  const evidence = c.rulings.filter((r) => r.code === c.reason).flatMap((r) => r.evidence);
  const record = c.claim?.meeting ?? chain?.record;
  return {
    id: c.id,
    line_id: c.claim?.lineId ?? null,
    meeting_id: c.claim ? c.claim.meetingId : (chain?.record.id ?? null),
    chain: chain?.id ?? null,
    contact: record?.contact_name ?? null,
    company: record?.company ?? null,
    outcome: c.outcome,
    verdict: c.verdict,
    reason: c.reason,
    reasons: [...new Set([c.reason, ...objections])],
    clause: c.clause,
    why: whyOf(c, f),
    claimed: toText(c.claimed),
    supported: toText(c.supported),
    quantity: c.quantity,
    unit_price: c.unitPrice && toText(c.unitPrice),
    our_quantity: c.ourQuantity,
    our_unit_price: c.ourUnitPrice && toText(c.ourUnitPrice),
    period: c.claim?.period.label ?? f.period.label,
    recognized: c.recognized,
    resolves_at: time(c.resolvesAt),
    dispute_by: time(c.disputeBy),
    needs: [...c.needs],
    grade: gradeOf(chain),
    duplicate_of: c.duplicateOf,
    depends_on: c.dependsOn,
    waived: false,
    evidence: rowsOf([...(c.claim ? [c.claim.row] : []), ...evidence]),
    rulings: c.rulings.map(rulingOf),
  };
}

/** How strong the evidence of a chain is: a log or a recording, or somebody's word. */
function gradeOf(chain: JudgedChain | undefined): 'high' | 'low' | null {
  const happened = chain?.occurs ? chain.course.slot?.happened : undefined;
  if (!happened || happened.outcome === 'future') return null;
  return happened.kinds.has('attendance') || happened.kinds.has('recording') ? 'high' : 'low';
}

/** One sentence on why the claim got its outcome. */
function whyOf(c: AuditedClaim, f: Findings): string {
  const { zone } = f.sow.clock;
  const because =
    c.rulings.find((r) => r.code === c.reason && standing(r) !== 'pass') ??
    c.rulings.find((r) => r.code === c.reason) ??
    c.chain?.primary;
  const sentence = because ? sentenceOf(because) : '';
  switch (c.outcome) {
    case 'unknown_claim':
      return 'no drop row has this id';
    case 'duplicate_claim':
      return `the same meeting is claimed by ${c.duplicateOf}`;
    case 'wrong_period':
      return `recognized on ${c.recognized}, not in ${c.claim?.period.label}`;
    case 'wrong_rate':
    case 'underclaimed':
    case 'unclaimed': {
      const lines = f.units.filter((unit) => unit.chain === c.chain && isIn(f.period, unit.date));
      return `${sentence}; our price is ${toText(c.supported)} (${lines.map((unit) => unit.why).join('; ')})`;
    }
    case 'overclaimed':
    case 'open':
      if (c.reason === 'over_cap') {
        const over = f.units.find((unit) => unit.chain === c.chain && unit.kind === 'over_cap');
        return `${over?.why ?? 'over the cap'}${c.resolvesAt === undefined ? '' : `; counted again on ${zone.dateAt(c.resolvesAt)}`}`;
      }
      if (c.reason === 'no_such_fee') return `the SOW has no fee for "${c.claim?.kind}"`;
      if (c.reason === 'not_checked') return `"${c.claim?.kind}" is not checked yet`;
      if (c.verdict === 'billable') return `${c.quantity} claimed, ${c.ourQuantity} found: ${sentence}`;
      return sentence;
    case 'matched':
      return sentence;
  }
}

function chainOf(
  chain: JudgedChain,
  f: Findings,
  time: (t: Instant | undefined) => string | null,
): AuditDocument['chains'][number] {
  const units = f.units.filter((unit) => unit.chain === chain);
  const paid = units.filter((unit) => unit.kind !== 'over_cap');
  const over = paid.length ? undefined : units[0];
  const verdict = over ? (over.carriedTo === undefined ? 'not_billable' : 'pending') : chain.verdict;
  return {
    id: chain.id,
    contact: chain.record.contact_name ?? null,
    company: chain.record.company ?? null,
    slots: chain.slots.map((slot) => ({
      id: slot.id,
      starts_at: time(slot.start),
      outcome: slot.happened?.outcome ?? null,
      evidence: rowsOf(slot.happened?.evidence ?? [slot.record.row]),
    })),
    verdict,
    reason: over ? 'over_cap' : chain.primary.code,
    amount: toText(f.purse.sum(paid.map((unit) => unit.amount))),
    recognized: chain.billings[0] ? f.sow.clock.zone.dateAt(chain.billings[0].recognized) : null,
    resolves_at:
      verdict === 'pending'
        ? time(over?.carriedTo ? f.sow.clock.zone.startOf(over.carriedTo) : chain.resolvesAt)
        : null,
    rulings: chain.rulings.map(rulingOf),
  };
}

function lineOf(unit: PricedUnit, f: Findings, i: number): AuditDocument['lines'][number] {
  const claims = f.audited
    .filter(
      (c) =>
        c.chain === unit.chain &&
        c.claim &&
        ['matched', 'wrong_rate', 'underclaimed', 'overclaimed'].includes(c.outcome),
    )
    .map((c) => c.id);
  return {
    id: `P${i + 1}`,
    kind: unit.kind,
    chain: unit.chain.id,
    claims,
    quantity: 1,
    unit_price: toText(unit.unitPrice),
    amount: toText(unit.amount),
    tier: unit.tier,
    clause: unit.clause,
    recognized: unit.date,
    why: unit.why,
  };
}

/** A figure with at most four places and no trailing zeros. */
export const figure = (x: number): string => (Math.round(x * 1e4) / 1e4).toFixed(4).replace(/\.?0+$/, '');

function metricOf(m: Measured): AuditDocument['metrics'][number] {
  const text = (x: number | null): string | null => (x === null ? null : figure(x));
  const { tolerance: t } = m;
  const by = t.kind === 'exact' ? 0 : (t.by.amount / 10 ** t.by.scale) * 100;
  return {
    id: m.id,
    clause: m.clause,
    by: m.by && { ...m.by },
    reported: text(m.reported),
    restated: text(m.restated),
    verified: text(m.verified),
    difference: text(m.difference),
    tolerance: t.kind === 'exact' ? 'exact' : `${figure(by)}${t.kind === 'points' ? ' pp' : '%'}`,
    status: m.status,
    count: m.count,
    per: m.per,
    verified_count: m.verifiedCount,
    verified_per: m.verifiedPer,
    excluded: m.excluded.map(({ what, rows }) => ({ what, rows })),
    interval: m.interval && [figure(m.interval[0]), figure(m.interval[1])],
    unit: m.unit,
  };
}

function notChecked({ sow, chains, records }: Findings): AuditDocument['not_checked'] {
  const unlogged = chains.filter((chain) => chain.rulings.some((r) => r.code === 'no_log')).length;
  const notJudged = sow.notJudged.map((rule) => ({ rule, why: 'read and checked, but not judged yet' }));
  const log = unlogged
    ? [
        {
          rule: 'rules.attendance',
          why: `no conference log for ${unlogged} chain(s): the evidence clause alone decides`,
        },
      ]
    : [];
  const attempts =
    sow.rules.no_show?.attempts !== undefined && !records.files.some((f) => f.source === 'calls')
      ? [{ rule: 'rules.no_show.attempts', why: 'no call log' }]
      : [];
  const unread = [...new Set(records.files.map((f) => f.source))].filter((source) => !JUDGED_SOURCES.has(source));
  return [
    ...notJudged,
    ...log,
    ...attempts,
    ...unread.map((source) => ({ rule: `sources.${source}`, why: 'read, but no clause uses it yet' })),
  ];
}

const JUDGED_SOURCES: ReadonlySet<string> = new Set([
  'meetings',
  'invoice',
  'attendance',
  'recordings',
  'crm',
  'calendar',
  'decisions',
  'customers',
  'opportunities',
  'reported_metrics',
  'calls',
]);
