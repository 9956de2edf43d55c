import { cellPlaceOf } from '../link/completed.ts';
import { accountDomain, isAt } from '../link/identity/emails.ts';
import type { Evidence, Slot } from '../link/slots.ts';
import type { EvidenceKind, Instant, OutcomeWord, RowRef } from '../model.ts';
import type { Meeting } from '../read/records.ts';
import { isCanceledTitle } from './canceled-title.ts';
import type { Sides } from './presence.ts';

/** What one source other than a conference log says happened. */
export interface Statement {
  readonly kind: EvidenceKind;
  readonly word: OutcomeWord;
  /** When the slot was moved or cancelled. */
  readonly at: Instant | undefined;
  readonly row: RowRef;
}

export type Family = 'held' | 'no_show' | 'moved' | 'technical' | 'none';

export function familyOf(word: OutcomeWord): Family {
  if (word === 'held' || word === 'technical') return word;
  if (word.startsWith('no_show')) return 'no_show';
  return word.startsWith('canceled') || word.startsWith('rescheduled') ? 'moved' : 'none';
}

export type Party = 'prospect' | 'client' | 'vendor';
/** The side that a word names, if it names one. */
export function partyOf(word: OutcomeWord): Party | undefined {
  return (['prospect', 'client', 'vendor'] as const).find((party) => word.endsWith(`_${party}`));
}

/** All statements on a slot. `defaultOutcome` of a CRM means that nobody edited the cell: it says nothing. */
export function statementsOf(slot: Slot, evidence: Evidence, sides: Sides): Statement[] {
  const vendor = [slot.record, ...slot.copies].map((row) => vendorStatement(row, sides));
  if (slot.movedOn && vendor.every((s) => familyOf(s.word) === 'none')) {
    vendor.push({ kind: 'vendor', word: 'rescheduled', at: slot.record.canceled_at, row: slot.record.row });
  }
  return [
    ...evidence.recordings.map((r): Statement => ({ kind: 'recording', word: 'held', at: undefined, row: r.row })),
    ...evidence.crm.map(
      (r): Statement => ({ kind: 'crm', word: (r.outcome ?? 'unknown') as OutcomeWord, at: undefined, row: r.row }),
    ),
    ...evidence.calendar
      .filter((r) => r.status === 'cancelled' || isCanceledTitle(r.title ?? ''))
      .map((r): Statement => ({ kind: 'calendar', word: 'canceled', at: undefined, row: r.row })),
    ...vendor,
  ].filter((s) => familyOf(s.word) !== 'none');
}

function vendorStatement(row: Meeting, sides: Sides): Statement {
  const word = (row.outcome ?? 'unknown') as OutcomeWord;
  const party = partyOf(word) ? undefined : row.canceled_by && partyNamed(row.canceled_by, sides);
  const sided = party && familyOf(word) === 'moved' ? (`${word}_${party}` as OutcomeWord) : word;
  return { kind: 'vendor', word: sided, at: row.canceled_at, row: cellPlaceOf(row, 'outcome') };
}

const PARTY_WORDS: ReadonlyMap<string, Party> = new Map([
  ['prospect', 'prospect'],
  ['invitee', 'prospect'],
  ['lead', 'prospect'],
  ['contact', 'prospect'],
  ['client', 'client'],
  ['vendor', 'vendor'],
]);

/** Whose side a `canceled_by` cell names. "Host" and "organizer" name none: nobody has said whose host. */
function partyNamed(cell: string, sides: Sides): Party | undefined {
  const text = cell.trim().toLowerCase();
  if (!text.includes('@')) return PARTY_WORDS.get(text);
  if (text === sides.contact.email) return 'prospect';
  if (isAt(text, sides.clientDomains)) return 'client';
  if (isAt(text, sides.vendorDomains)) return 'vendor';
  const domain = accountDomain(text, sides.freeMail);
  return domain !== undefined && domain === sides.contact.domain ? 'prospect' : undefined;
}

/** The strongest word on a slot, with the side and time that weaker sources add to it. */
export interface Status {
  readonly family: Family;
  readonly party: Party | undefined;
  readonly at: Instant | undefined;
  /** The kinds that say so. */
  readonly kinds: ReadonlySet<EvidenceKind>;
  /** The kind that named the side. */
  readonly partyFrom: EvidenceKind | undefined;
  readonly rank: number;
  readonly rows: readonly RowRef[];
}

/** Two rows of the strongest source contradict each other. */
export interface Conflict {
  readonly family: 'conflict';
  readonly rank: number;
}

/** Ranks the statements by `order` (strongest first). A conflict within the strongest kind has no answer. */
export function strongest(
  statements: readonly Statement[],
  order: readonly EvidenceKind[],
): Status | Conflict | undefined {
  const kind = order.find((k) => statements.some((s) => s.kind === k));
  if (kind === undefined) return undefined;
  const said = statements.filter((s) => s.kind === kind);
  const families = new Set(said.map((s) => familyOf(s.word)));
  const parties = new Set(said.flatMap((s) => partyOf(s.word) ?? []));
  if (families.size > 1 || parties.size > 1) return { family: 'conflict', rank: order.indexOf(kind) };
  const [family = 'none'] = families;
  const agreeing = order.flatMap((k) => statements.filter((s) => s.kind === k && familyOf(s.word) === family));
  const sided = agreeing.find((s) => partyOf(s.word));
  return {
    family,
    party: sided && partyOf(sided.word),
    partyFrom: sided?.kind,
    at: agreeing.find((s) => s.at !== undefined)?.at,
    kinds: new Set(agreeing.map((s) => s.kind)),
    rank: order.indexOf(kind),
    rows: agreeing.map((s) => s.row),
  };
}
