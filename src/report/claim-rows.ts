import type { JudgedChain } from '../judge/facts.ts';
import { standing } from '../judge/verdict.ts';
import type { Claim } from '../link/claims.ts';
import type { LineLink } from '../link/lines/link-lines.ts';
import { LINK_REASONS } from '../link/reasons.ts';
import type { Instant, RowRef, Ruling } from '../model.ts';
import type { AuditedClaim } from '../price/claims.ts';
import { lostOf } from '../price/deadlines.ts';
import { isZero, minus, shownText, toText } from '../price/money.ts';
import { isBack, isLead } from '../price/outcome.ts';
import { termsText } from '../sow/amendments.ts';
import { isIn } from '../sow/period.ts';
import type { DocumentClaim } from './document.ts';
import { nearId } from './near-ids.ts';
import type { AuditParts } from './parts.ts';
import { withCommas } from './phrases.ts';
import { sentenceOf } from './sentences.ts';

const rowOf = ({ source, file, line }: Omit<RowRef, 'n'>) => ({ source, file, line });
/** Rows as the document shows them, each once. */
export const rowsOf = (rows: readonly Omit<RowRef, 'n'>[]) =>
  rows.length < 2
    ? rows.map(rowOf)
    : [...new Map(rows.map((row) => [`${row.source} ${row.file} ${row.line}`, rowOf(row)])).values()];

/** A ruling stands with its claims and with its chain: it is made once. */
const shownAs = new WeakMap<Ruling, DocumentClaim['rulings'][number]>();

export function rulingOf(ruling: Ruling): DocumentClaim['rulings'][number] {
  const known = shownAs.get(ruling);
  if (known) return known;
  const { rule, code, result, clause, curedBy, curable, evidence } = ruling;
  const shown = {
    rule,
    code,
    result,
    clause,
    message: sentenceOf(ruling),
    cured_by: curedBy ?? null,
    curable: curable ?? false,
    evidence: rowsOf(evidence),
  };
  shownAs.set(ruling, shown);
  return shown;
}

/** A claim as the document shows it. */
export function claimOf(
  c: AuditedClaim,
  f: AuditParts,
  time: (t: Instant | undefined) => string | null,
): DocumentClaim {
  const { chain } = c;
  const objections = c.rulings.filter((r) => standing(r) !== 'pass').map((r) => r.code);
  const evidence = c.rulings.filter((r) => r.code === c.reason).flatMap((r) => r.evidence);
  const record = c.claim?.meeting ?? chain?.record;
  return {
    id: c.id,
    line_id: c.claim?.lineId ?? null,
    meeting_id: c.claim ? c.claim.meetingId : (chain?.record.id ?? null),
    chain: chain?.id ?? null,
    contact: record?.contact_name ?? c.claim?.says?.contact_name ?? chain?.record.contact_name ?? null,
    company: record?.company ?? c.claim?.says?.company ?? chain?.record.company ?? null,
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
    terms: chain ? termsText(chain.terms) : null,
    resolves_at: time(c.resolvesAt),
    dispute_by: time(c.disputeBy),
    reject_by: time(c.rejectBy),
    lost: toText(lostOf(c, f.asOf, f.purse)),
    needs: [...c.needs],
    grade: gradeOf(chain),
    duplicate_of: c.duplicateOf,
    depends_on: c.dependsOn,
    waived: c.rulings.some((r) => r.code === 'waived' || r.curedBy === 'waived'),
    cleared: c.cleared,
    adjusts: null,
    evidence: rowsOf([...(c.claim ? [c.claim.row] : []), ...Object.values(record?.filledFrom ?? {}), ...evidence]),
    rulings: c.rulings.map(rulingOf),
  };
}

/** How strong the evidence of a chain is: a log or a recording, or somebody's word. */
function gradeOf(chain: JudgedChain | undefined): 'high' | 'low' | null {
  const happened = chain?.occurs ? chain.course.slot?.happened : undefined;
  if (!happened || happened.outcome === 'future') return null;
  return happened.kinds.has('attendance') || happened.kinds.has('recording') ? 'high' : 'low';
}

/** Our adjustments that a line of the invoice answers. */
const ofAdjustments = ({ corrects }: AuditedClaim): string =>
  corrects.map((line) => `our adjustment of ${line.adjusts}: ${shownText(line.amount)} (${line.why})`).join('; ');

/** The fees and credits that answer a line, and which other lines ask for the rest of them. */
function ofFees({ fees, supported, id }: AuditedClaim, { audited, purse }: AuditParts): string {
  const text = fees.map((line) => `${line.kind} ${shownText(line.amount)} (${line.why})`).join('; ');
  const rest = minus(purse.sum(fees.map((line) => line.amount)), supported);
  if (isZero(rest)) return text;
  const others = audited.filter((c) => c.id !== id && c.fees.some((line) => fees.includes(line)));
  return `${text}, less ${shownText(rest)} for ${others.map((c) => c.id).join(', ')}`;
}

/** What closed periods pay for a chain, and what asked for it there. */
function paidBefore(chain: JudgedChain | undefined, { closings }: AuditParts): string {
  const paid = closings.flatMap(({ period, document }) =>
    document.lines.flatMap(({ chain: of, kind, amount, claims }) =>
      of === chain?.id && kind !== 'clawback' && Number(amount) > 0
        ? [`closed ${period.label} pays ${withCommas(amount)} for it (${claims.join(', ') || 'not claimed'})`]
        : [],
    ),
  );
  return paid.map((text) => `; ${text}`).join('');
}

/** The claim of a closed period that a credit note takes back, where nothing was paid for it. */
function unpaidBefore(claim: Claim<JudgedChain>, { closings }: AuditParts): string | undefined {
  const { chain } = claim;
  const asked = closings.flatMap(({ period, document }) =>
    document.claims.flatMap((c) =>
      chain && c.chain === chain.id && c.line_id !== null ? [{ ...c, closed: period.label }] : [],
    ),
  );
  const [first] = asked;
  if (!isBack(claim) || !first || asked.some(({ supported }) => Number(supported) !== 0)) return undefined;
  return `it takes back ${first.id} of closed ${first.closed}, for which nothing was paid: nothing is to be given back`;
}

/** Why nothing that we know answers a claim. */
function strangeness(claim: AuditedClaim['claim'], f: AuditParts): string {
  const { known, records } = f;
  const unpaid = claim && unpaidBefore(claim, f);
  if (unpaid !== undefined) return unpaid;
  if (!claim || isBack(claim) || !isLead(claim)) {
    const isAsked = claim?.kind === 'adjustment' && Number(claim.amount) > 0;
    return `we have no credit and no adjustment that it answers${isAsked ? '; a credit would have a minus' : ''}`;
  }
  const { meetingId: id, named } = claim;
  if (named)
    return 'none of the rows that were brought is of whom the line names; if it is for no lead, it needs a kind';
  if (id === null) return 'the line names no meeting, and no drop row is left that it could ask for';
  const others = known.meetings.find((row) => row.vendor !== undefined && (row.id === id || row.lead_id === id));
  if (others) return `the drop row of this id is of ${others.vendor}`;
  const near = nearId(id, known.meetings);
  if (near !== undefined) return `no drop row has this id; "${near}" differs in leading zeros alone`;
  const isAside = records.files.some(({ source, quarantined }) => source === 'meetings' && quarantined > 0);
  return `no drop row ${isAside ? 'that could be read ' : ''}has this id`;
}

/** Whom a line may bill. */
const doubtOf = (named: LineLink | undefined): string =>
  named ? `the line may bill ${named.slots.map(({ id }) => id).join(', ')}: ${LINK_REASONS[named.reason]}` : '';

/** One sentence on why the claim got its outcome. */
function whyOf(c: AuditedClaim, f: AuditParts): string {
  const { zone } = f.sow.clock;
  const because =
    c.rulings.find((r) => r.code === c.reason && standing(r) !== 'pass') ??
    c.rulings.find((r) => r.code === c.reason) ??
    c.chain?.primary;
  const sentence = because ? sentenceOf(because) : '';
  if (c.fees.length) return ofFees(c, f);
  if (c.reason === 'no_such_fee') return `the SOW has no fee for "${c.claim?.kind}"`;
  if (c.reason === 'not_owed') return `nothing is owed as "${c.claim?.kind}" in this period`;
  switch (c.outcome) {
    case 'unknown_claim':
      return strangeness(c.claim, f);
    case 'duplicate_claim':
      if (c.reason === 'fee_used_up')
        return `all that is owed as "${c.claim?.kind}" is asked for by other lines, first by ${c.duplicateOf}`;
      return `the same meeting is claimed by ${c.duplicateOf}`;
    case 'wrong_period':
      return `recognized on ${c.recognized}, not in ${c.claim?.period.label}${paidBefore(c.chain, f)}`;
    case 'wrong_rate':
    case 'underclaimed':
    case 'unclaimed': {
      if (c.reason === 'adjustment') return ofAdjustments(c);
      const lines = f.unitsOf(c.chain).filter((unit) => isIn(f.period, unit.date));
      return `${sentence}; our price is ${shownText(c.supported)} (${lines.map((unit) => unit.why).join('; ')})`;
    }
    case 'overclaimed':
    case 'open':
      if (c.reason === 'over_cap') {
        const over = f.unitsOf(c.chain).find((unit) => unit.kind === 'over_cap');
        return `${over?.why ?? 'over the cap'}${c.resolvesAt === undefined ? '' : `; counted again on ${zone.dateAt(c.resolvesAt)}`}`;
      }
      if (c.reason === 'line_in_doubt') return doubtOf(c.claim?.named);
      if (c.verdict === 'billable') return `${c.quantity} claimed, ${c.ourQuantity} found: ${sentence}`;
      return sentence;
    case 'matched':
      return c.reason === 'adjustment' ? ofAdjustments(c) : sentence;
  }
}
