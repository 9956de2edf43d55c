import { basename } from 'node:path';
import type { JudgedChain } from '../judge/facts.ts';
import { headOf } from '../ledger/closing.ts';
import { addTo } from '../link/grouped.ts';
import { compareNatural } from '../link/keys.ts';
import type { ClaimOutcome, Instant } from '../model.ts';
import type { AdjustmentLine } from '../price/adjustments.ts';
import { byChain } from '../price/by-chain.ts';
import type { AuditedClaim } from '../price/claims.ts';
import type { ClearedLine } from '../price/clear.ts';
import { deadlinesOf } from '../price/deadlines.ts';
import type { FeeLine } from '../price/fee-answers.ts';
import { toText } from '../price/money.ts';
import type { PricedUnit } from '../price/units.ts';
import { inForce, termsText } from '../sow/amendments.ts';
import { VERSION } from '../version.ts';
import { agentFunnelsOf, anomaliesOf, driftOf } from './anomalies.ts';
import { bucketsOf } from './buckets.ts';
import { claimOf, rowsOf, rulingOf } from './claim-rows.ts';
import { closedClaims } from './closed-claims.ts';
import type { AuditDocument } from './document.ts';
import { metricOf } from './figures.ts';
import { findingsOf } from './findings.ts';
import { controllerOf, journalOf } from './journal.ts';
import { leadPartsOf } from './leads.ts';
import { linkDecisionsOf, linkOf } from './links.ts';
import { notChecked } from './not-checked.ts';
import type { AuditParts } from './parts.ts';

/** Turns what was found into the document: amounts and times as text, sentences from the tables. */
export function documentOf(f: AuditParts): AuditDocument {
  const { sow, period } = f;
  const { zone } = sow.clock;
  const time = (instant: Instant | undefined): string | null => (instant === undefined ? null : zone.format(instant));
  const closed = closedClaims(f, time);
  const claims = [...f.audited.map((c) => claimOf(c, f, time)), ...closed.map(({ claim }) => claim)];
  const lines = linesOf(f, closed);
  const controller = controllerOf(f);
  const chains = once(() =>
    [...f.chains].sort((a, b) => compareNatural(a.id, b.id)).map((chain) => chainOf(chain, f, time)),
  );
  const links = once(() => f.links.map(linkOf));
  const leads = once(() => leadPartsOf(f));
  return {
    schema: 'leadaudit/audit@1',
    tool: { name: 'leadaudit', version: VERSION },
    exit_code: 0,
    closed: false,
    ledger: headOf(f.closings),
    sow: {
      id: sow.sow.id,
      client: sow.sow.client,
      vendor: sow.sow.vendor,
      currency: sow.sow.currency,
      time_zone: sow.sow.time_zone,
      file: basename(sow.file),
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
    deadlines: deadlinesOf(f.audited, f.asOf, f.purse).map(({ at, amount, claims, ...rest }) => ({
      at: zone.format(at),
      ...rest,
      claims: [...claims],
      amount: toText(amount),
    })),
    claims,
    get chains() {
      return chains();
    },
    lines,
    journal: journalOf(lines, claims, controller, f),
    controller,
    bridge: f.bridge.map(({ step, amount, running, claims }) => ({
      step,
      amount: toText(amount),
      running: toText(running),
      claims: [...claims],
    })),
    metrics: f.metrics.map(metricOf),
    anomalies: anomaliesOf(f.anomalies),
    drift: driftOf(f.drift),
    get lead_funnel() {
      return leads().lead_funnel;
    },
    get attempts() {
      return leads().attempts;
    },
    get leads() {
      return leads().leads;
    },
    get costs() {
      return leads().costs;
    },
    funnel_plots: agentFunnelsOf(f.funnels),
    get links() {
      return links();
    },
    ...(f.decidedLinks.read && { link_decisions: linkDecisionsOf(f.decidedLinks.read) }),
    findings: findingsOf(f),
    buckets: bucketsOf(f),
    assumptions: sow.assumptions.map(({ key, value }) => ({ key, value })),
    not_checked: notChecked(f),
  };
}

/** Made when it is first asked for, and kept: few formats show all parts of the document. */
function once<T>(make: () => T): () => T {
  let made: { readonly part: T } | undefined;
  return () => {
    made ??= { part: make() };
    return made.part;
  };
}

function chainOf(
  chain: JudgedChain,
  f: AuditParts,
  time: (t: Instant | undefined) => string | null,
): AuditDocument['chains'][number] {
  const units = f.unitsOf(chain);
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
    terms: termsText(chain.terms),
    rulings: chain.rulings.map(rulingOf),
  };
}

type Line = Omit<AuditDocument['lines'][number], 'id'>;

function linesOf(f: AuditParts, closed: ReturnType<typeof closedClaims>): AuditDocument['lines'] {
  const claimsOf = byChain(f.audited);
  const adjusted = claimsOfAdjustments(closed, f);
  const claimsOfFee = new Map<FeeLine, Set<string>>();
  for (const { id, fees } of f.audited) for (const fee of fees) addTo(claimsOfFee, fee, id);
  return [
    ...f.lines.map((unit) => lineOf(unit, claimsOf(unit.chain))),
    ...f.adjustments.map((line) => adjustmentOf(line, adjusted.get(line) ?? [])),
    ...[...f.fixed, ...f.credits].map((line) => fixedOf(line, [...(claimsOfFee.get(line) ?? [])], f)),
    ...f.cleared.map((line) => fixedOf(line, [...line.claims], f)),
  ].map((line, i) => ({ id: `P${i + 1}`, ...line }));
}

/** By adjustment: the claims of the closed period that are listed again, then the lines of the invoice that answer it. */
function claimsOfAdjustments(closed: ReturnType<typeof closedClaims>, f: AuditParts): Map<AdjustmentLine, string[]> {
  const ids = new Map(f.adjustments.map((line): [AdjustmentLine, string[]] => [line, []]));
  for (const { line, claim } of closed) ids.get(line)?.push(claim.id);
  for (const { id, corrects } of f.audited) for (const line of corrects) ids.get(line)?.push(id);
  return ids;
}

function adjustmentOf(own: AdjustmentLine, claims: string[]): Line {
  const { unitPrice, judged: _, now: __, ...line } = own;
  return {
    ...line,
    claims,
    quantity: 1,
    unit_price: toText(unitPrice),
    amount: toText(line.amount),
  };
}

function fixedOf(line: FeeLine | ClearedLine, claims: string[], f: AuditParts): Line {
  const { kind, amount, date, clause, why } = line;
  const quantity = 'quantity' in line ? (line.quantity ?? 1) : 1;
  const unitPrice = 'unitPrice' in line ? (line.unitPrice ?? amount) : amount;
  return {
    kind,
    chain: 'chain' in line ? (line.chain ?? null) : null,
    claims,
    quantity,
    unit_price: toText(unitPrice),
    amount: toText(amount),
    tier: null,
    clause,
    recognized: date,
    terms: termsText(inForce(f.sow, date)),
    why,
    adjusts: null,
  };
}

/** Outcomes of claims that our line answers. */
const ANSWERED = new Set<ClaimOutcome>(['matched', 'wrong_rate', 'underclaimed', 'overclaimed']);

function lineOf(unit: PricedUnit, ofChain: readonly AuditedClaim[]): Line {
  const claims = ofChain.filter((c) => c.claim && ANSWERED.has(c.outcome)).map((c) => c.id);
  return {
    kind: unit.kind,
    chain: unit.chain.id,
    claims,
    quantity: 1,
    unit_price: toText(unit.unitPrice),
    amount: toText(unit.amount),
    tier: unit.tier,
    clause: unit.clause,
    recognized: unit.date,
    terms: termsText(unit.chain.terms),
    why: unit.why,
    adjusts: null,
  };
}
