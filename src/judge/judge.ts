import { linkChains } from '../link/chains.ts';
import type { Registry } from '../link/identity/identity.ts';
import { type Contact, compareNatural } from '../link/keys.ts';
import { bookedAt, deliveredAt, type Evidence, idsOf, NO_EVIDENCE, type Slot, UNDATED } from '../link/slots.ts';
import type { EvidenceKind, Instant, SlotOutcome } from '../model.ts';
import type { Known } from '../read/known.ts';
import type { Handover, Inbound, InvoiceLine, Opportunity } from '../read/records.ts';
import { inForce, versionsOf } from '../sow/amendments.ts';
import type { Sow } from '../sow/sow.ts';
import { acceptanceInDoubt, acceptanceOf, overRejectionCap } from './acceptance.ts';
import { courseOf, HELD } from './course.ts';
import type { DecisionsOf } from './decisions.ts';
import type { ChainFacts, JudgeContext, JudgedChain, SlotFacts } from './facts.ts';
import { keyed, lookup } from './lookup.ts';
import { type OccurrenceTerms, occurrenceOf } from './occurrence.ts';
import type { Sides } from './presence.ts';
import { timed } from './slot-start.ts';
import { familyOf, statementsOf } from './statements.ts';
import type { TouchLog } from './touches.ts';
import { ruleOn } from './verdict.ts';
import { linesNaming } from './waive.ts';
import type { RowsOf } from './whose.ts';

/** Everything the verdicts rest on: slots with their evidence, and what the client decided. */
export interface JudgeInput {
  readonly sow: Sow;
  readonly asOf: Instant;
  readonly known: Known;
  readonly slots: readonly Slot[];
  readonly evidence: ReadonlyMap<Slot, Evidence>;
  readonly decisions: DecisionsOf;
  /** Opportunities, requests and hand-overs by whose they are. */
  readonly opportunities: RowsOf<Opportunity>;
  readonly requests: RowsOf<Inbound>;
  readonly handovers: RowsOf<Handover>;
  /** When each file came, where the rules say so. */
  readonly received: ReadonlyMap<string, Instant>;
}

/** What the stream of calls left behind; undefined without a call log. */
export interface Touched {
  readonly touches: TouchLog | undefined;
}

/** Says what happened in each slot, by all evidence and by the vendor's rows alone. */
export function happen({ sow, asOf, slots, evidence, decisions }: JudgeInput, registry: Registry): SlotFacts[] {
  const { clock } = sow;
  const parties: Omit<Sides, 'contact'> = {
    clientDomains: new Set(sow.sow.client_domains),
    vendorDomains: new Set(sow.sow.vendor_domains),
    freeMail: registry.freeMail,
  };
  const termsBy = new Map(
    versionsOf(sow).map((version) => {
      const terms = termsOf(version);
      return [version, { terms, vendors: vendorOnly(terms) }];
    }),
  );
  return slots.map((said) => {
    const found = evidence.get(said) ?? NO_EVIDENCE;
    const slot = timed(said, found, clock.zone);
    const sides = { contact: registry.contactOf(slot.record), ...parties };
    const { start } = slot;
    const own = termsBy.get(inForce(sow, clock.zone.dateAt(bookedAt(slot.record))));
    // A lead has no slot in which anything could happen.
    if (start === undefined || !own)
      return { evidence: found, sides, happened: undefined, claimedOutcome: undefined, ...slot };
    const begun = { ...slot, start };
    const reported = [
      ...found.crm.flatMap((row) =>
        row.outcome && row.outcome !== 'scheduled' ? [row.modified_at ?? Number.NEGATIVE_INFINITY] : [],
      ),
      ...decisions.of([slot]).flatMap((d) => d.at ?? []),
    ];
    return {
      evidence: found,
      sides,
      happened: occurrenceOf(begun, found, sides, own.terms, reported, clock, asOf),
      claimedOutcome: occurrenceOf(begun, NO_EVIDENCE, sides, own.vendors, [], clock, asOf),
      ...slot,
    };
  });
}

function termsOf({ rules, seconds }: Sow): OccurrenceTerms {
  return {
    order: rules.evidence?.held ?? [],
    enough: new Set<EvidenceKind>(rules.evidence?.enough ?? []),
    burdenOnClient: rules.evidence?.burden === 'client',
    overlap: seconds(rules.attendance?.overlap),
    lateGrace: seconds(rules.attendance?.late_grace),
    wait: seconds(rules.attendance?.wait),
    prospectNotice: rules.prospect_reschedule?.notice,
    clientNotice: rules.client_reschedule?.notice,
    clientMustReportWithin: rules.no_show?.client_must_report_within,
  };
}

const vendorOnly = (terms: OccurrenceTerms): OccurrenceTerms => ({
  ...terms,
  order: ['vendor'],
  enough: new Set(['vendor']),
  clientMustReportWithin: undefined,
});

/** Joins slots into chains and gathers what the rules may know of each. */
export function chainFacts(slots: readonly SlotFacts[], input: JudgeInput & Touched): ChainFacts[] {
  const { sow, asOf, known } = input;
  const { clock } = sow;
  const outcomeOf = (slot: SlotFacts): SlotOutcome => slot.happened?.outcome ?? 'future';
  const chains = linkChains(slots, {
    isUnheld: (slot) => outcomeOf(slot) !== 'future' && !HELD.has(outcomeOf(slot)),
    isHeld: (slot) => HELD.has(outcomeOf(slot)),
    freedAt: (slot) => clock.zone.startOf(clock.zone.dateAt(freedAt(slot))),
    rebookedUntil: (slot) => clock.endOf(slot.start ?? 0, sow.matching.rebooked_within),
  });
  return chains.map((chain) => {
    const [first] = chain.slots;
    if (!first) throw new Error('a chain has at least one slot');
    const { record } = first;
    const { contact } = first.sides;
    // Of a log of outcomes the rows have no day; the booking has.
    const dated = chain.slots.find((slot) => deliveredAt(slot.record) !== UNDATED)?.record ?? record;
    const booked = bookedAt(dated);
    const terms = inForce(sow, clock.zone.dateAt(booked));
    const course = courseOf(chain, terms, clock, asOf);
    const decisions = input.decisions.of(chain.slots);
    const perhaps = input.decisions.perhapsOf(chain.slots);
    const event = terms.rules.billable?.event;
    const rows = chain.slots.map((slot) => slot.record);
    const delivered = deliveredAt(dated);
    const reported = rows.flatMap((row) => row.reported_at ?? [])[0];
    const begins = { delivered, held: course.result === 'pass' ? course.slot?.start : undefined, reported };
    return {
      record,
      contact,
      deliveredAt: delivered,
      bookedAt: booked,
      terms,
      occurs:
        event === 'held' ||
        event === 'opportunity' ||
        (event !== 'booked' && chain.slots.some((slot) => slot.start !== undefined)),
      course,
      decisions,
      opportunities: opportunitiesFor(chain.slots, input),
      opportunitiesInDoubt: inOrder(ofPeople(chain.slots, input.opportunities.perhapsOf)),
      requests: ofPeople(chain.slots, input.requests.of),
      requestsInDoubt: ofPeople(chain.slots, input.requests.perhapsOf),
      handovers: ofPeople(chain.slots, input.handovers.of),
      handoversInDoubt: ofPeople(chain.slots, input.handovers.perhapsOf),
      acceptance: acceptanceInDoubt(decisions, perhaps, (all) => acceptanceOf(all, begins, terms, clock, asOf)),
      invoicedAt: invoicedAt(chain.slots, known.invoice, input.received),
      attemptsAfterNoShow: input.touches && attemptsOf(course.before.at(-1), contact, input.touches, asOf),
      // Copied last: V8 makes an object that begins with a copy many times as slowly, and larger.
      ...chain,
    };
  });
}

/** From when a slot could be replaced: its move; a move of unknown time, its booking; else its start, when nobody came or nobody knows what happened. */
function freedAt(slot: SlotFacts): Instant {
  const { happened, start = 0, evidence, sides } = slot;
  if (happened?.movedAt !== undefined) return Math.min(happened.movedAt, start);
  const stayed =
    happened && ['prospect_no_show', 'client_no_show', 'short_wait', 'both_absent'].includes(happened.outcome);
  const isUnknown =
    happened?.outcome === 'unproven' &&
    !statementsOf(slot, evidence, sides).some(({ word }) => familyOf(word) === 'moved');
  return stayed || isUnknown ? start : (slot.record.booked_at ?? 0);
}

/** When the first invoice came that names a row of the chain. */
function invoicedAt(
  slots: readonly Slot[],
  invoice: readonly InvoiceLine[],
  received: ReadonlyMap<string, Instant>,
): Instant | undefined {
  if (!invoice.length) return undefined;
  const came = linesNaming(invoice, [...idsOf(slots)]).flatMap((line) => received.get(line.row.file) ?? []);
  return came.length ? Math.min(...came) : undefined;
}

const opportunitiesBy = lookup(({ lead_id, id }: Opportunity) => [keyed('lead', lead_id), keyed('id', id)]);

/** Rows of the people of a chain, each once. */
const ofPeople = <R>(slots: readonly Slot[], of: (person: string) => readonly R[]): R[] => [
  ...new Set([...new Set(slots.map(({ person }) => person))].flatMap(of)),
];

/** By the id of the lead, with what else is known of the same opportunities, else by whom they name. */
function opportunitiesFor(slots: readonly Slot[], { known, opportunities }: JudgeInput): Opportunity[] {
  if (!known.opportunities.length) return [];
  const leads = [...idsOf(slots)].map((id) => keyed('lead', id));
  const named = opportunitiesBy(known.opportunities, leads);
  const histories = named.map(({ id }) => keyed('id', id));
  const own = opportunitiesBy(known.opportunities, [...leads, ...histories]);
  return inOrder([...new Set([...own, ...ofPeople(slots, opportunities.of)])]);
}

/** The first that was created first; then by what each says of itself, since the order of rows says nothing. */
function inOrder(opportunities: readonly Opportunity[]): Opportunity[] {
  const wordsOf = ({ id, stage, amount }: Opportunity): string => `${id} ${stage} ${amount}`;
  return opportunities.toSorted(
    (a, b) =>
      (a.created_at ?? Infinity) - (b.created_at ?? Infinity) ||
      (a.stage_at ?? 0) - (b.stage_at ?? 0) ||
      compareNatural(wordsOf(a), wordsOf(b)),
  );
}

/** Attempts after the last no-show, up to as-of. */
function attemptsOf(
  last: SlotFacts | undefined,
  contact: Contact,
  touches: TouchLog,
  asOf: Instant,
): number | undefined {
  const after = last?.happened?.outcome === 'prospect_no_show' ? last.start : undefined;
  return after === undefined
    ? undefined
    : touches.of(contact, 'contact').filter((t) => t.at >= after && t.at <= asOf).length;
}

/** Judges chains in order of delivery, then id: duplicates depend on earlier verdicts. */
export function judge(chains: readonly ChainFacts[], input: JudgeInput & Touched): JudgedChain[] {
  const { sow, asOf, known } = input;
  const ordered = [...chains].sort((a, b) => a.deliveredAt - b.deliveredAt || compareNatural(a.id, b.id));
  const earlier: JudgedChain[] = [];
  const contextOf = (sow: Sow): JudgeContext => ({
    sow,
    clock: sow.clock,
    asOf,
    earlier,
    known,
    touches: input.touches,
    overRejectionCap: overRejectionCap(
      ordered.filter((chain) => chain.record.vendor === undefined),
      sow.rules.acceptance?.rejection_cap,
      (t) => sow.clock.zone.dateAt(t).slice(0, 7),
    ),
  });
  const contexts = new Map(versionsOf(sow).map((version) => [version, contextOf(version)]));
  for (const chain of ordered) earlier.push(ruleOn(chain, contexts.get(chain.terms) ?? contextOf(chain.terms)));
  return earlier;
}
