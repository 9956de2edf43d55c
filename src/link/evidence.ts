import type { RowRef, SourceName } from '../model.ts';
import type { CrmMeeting, Decision, Handover, Inbound, InvoiceLine, Opportunity } from '../read/records.ts';
import { peopleById } from './contact-ids.ts';
import { type Decided, decidedOn, type Standing } from './decided.ts';
import { type DecisionLink, linkDecisions } from './decision-links.ts';
import { type EventLink, eventLinker } from './events.ts';
import { partsOf } from './group-meetings.ts';
import type { Scale } from './identity/fields.ts';
import type { Registry } from './identity/identity.ts';
import { linkPeople, type PersonLink, scaleOf } from './identity/people.ts';
import type { FieldScore } from './identity/scorer.ts';
import type { TimeLimits } from './identity/times.ts';
import type { Billing } from './lines/fits.ts';
import { type LineLink, linkLines } from './lines/link-lines.ts';
import type { LinkDecision } from './link-decisions.ts';
import { type OpenLink, openMeetings, openPeople } from './open-links.ts';
import { linkOpportunities } from './opportunity-links.ts';
import type { LinkReason } from './reasons.ts';
import { type Evidence, NO_EVIDENCE, rowsOf, type Slot } from './slots.ts';
import {
  attendanceTraces,
  calendarTrace,
  crmTrace,
  decisionTrace,
  type EvidenceRecords,
  type LinkedRow,
  lineTrace,
  opportunityTraces,
  participant,
  personTraces,
  recordingTrace,
  type Trace,
} from './traces.ts';
import { linkWhose, type WhoseLink } from './whose.ts';

/** How a row of the client, or a line of the invoice that names somebody, and a slot were tied, or why not. A slot of which no row was found has no place. */
export interface Link {
  readonly slot: Slot | undefined;
  /** Slots that the row may belong to, where it is in doubt. */
  readonly rivals: readonly Slot[];
  readonly source: SourceName;
  readonly place: RowRef | undefined;
  readonly id: string | undefined;
  readonly decision: 'linked' | 'review' | 'none';
  readonly reason: LinkReason;
  /** The decision of a person that it rests on. */
  readonly said: LinkDecision | undefined;
  readonly score: number | undefined;
  readonly margin: number | undefined;
  readonly fields: readonly FieldScore[];
  /** Records of the source that may be the right one instead, by id or place. */
  readonly others: readonly string[];
  /** The starts lie whole hours apart. */
  readonly isOtherZone: boolean;
}

/** What the client can show of each slot, how it was tied, and what a person has to say or said already. */
export interface Linked {
  readonly evidence: ReadonlyMap<Slot, Evidence>;
  readonly links: readonly Link[];
  /** Whom lines of the invoice without ids name. */
  readonly lines: ReadonlyMap<InvoiceLine, LineLink>;
  /** Which meetings decisions without ids are about. */
  readonly decisions: ReadonlyMap<Decision, DecisionLink>;
  /** Whose opportunities are that name no lead by id, whose requests, and who was handed over. */
  readonly whose: ReadonlyMap<Opportunity | Inbound | Handover, WhoseLink>;
  readonly open: readonly OpenLink[];
  readonly decided: readonly Standing[];
}

/** Evidence while it is gathered; what is empty is shared. */
type Gathered = { -readonly [K in keyof Evidence]: Evidence[K][number][] };

/**
 * Ties a client's rows to slots. Rows with a time are events: each finds its slot. A lead has no time, and a row of the CRM without one is a person:
 * there each slot finds its person, and several may find one. What fits two proves nothing and is review.
 */
export function linkEvidence(
  slots: readonly Slot[],
  records: EvidenceRecords,
  limits: TimeLimits,
  registry: Registry,
  decisions: readonly LinkDecision[] = [],
  billed?: Billed,
): Linked {
  const scale = scaleOf(slots.flatMap(rowsOf), records.crm, limits, registry);
  const find = eventLinker(slots, scale);
  const known = peopleById(records.crm);
  const traces = {
    attendance: attendanceTraces(records.attendance, limits.sameMeetingMs).flatMap((log) =>
      partsOf(log, participant, find, registry),
    ),
    crm: records.crm.map((row) => crmTrace(row, known)),
    calendar: records.calendar.flatMap((row) => partsOf(calendarTrace(row), () => undefined, find, registry)),
    recordings: records.recordings.map(recordingTrace),
  };
  const lineTraces = billed?.invoice.map(lineTrace) ?? [];
  const decisionTraces = records.decisions?.map(decisionTrace) ?? [];
  const ofPeople = {
    opportunities: opportunityTraces(records.opportunities ?? []),
    inbound: personTraces('inbound', records.inbound ?? []),
    handovers: personTraces('handovers', records.handovers ?? []),
  };
  const decided = decidedOn(decisions, slots, [
    ...Object.values(traces).flat(),
    ...lineTraces,
    ...decisionTraces,
    ...Object.values(ofPeople).flat(),
  ]);
  const links: Link[] = [];
  const open: OpenLink[] = [];
  const found = new Map<Slot, Gathered>();
  const keep = <K extends keyof Evidence>(slot: Slot, kind: K, row: Evidence[K][number]): void => {
    const own: Gathered = found.get(slot) ?? { ...NO_EVIDENCE };
    found.set(slot, own);
    if (own[kind].length) own[kind].push(row);
    else own[kind] = [row];
  };
  const tie = <K extends 'attendance' | 'crm' | 'calendar' | 'recordings'>(
    kind: K,
    trace: Trace<Evidence[K][number]>,
  ): void => {
    const choice = decided.meetingOf(trace);
    const link = find(trace, choice);
    open.push(...openMeetings(trace, link));
    for (const row of trace.rows) {
      links.push(eventLink(trace, row, link, choice.said));
      if (link.slot) keep(link.slot, kind, row);
      else for (const rival of link.rivals) keep(rival, 'doubtful', row);
    }
  };
  for (const trace of traces.attendance) tie('attendance', trace);
  for (const trace of traces.crm) tie('crm', trace);
  const reached = new Set(
    links.flatMap(({ source, slot, rivals }) => (source === 'crm' ? [...(slot ? [slot] : []), ...rivals] : [])),
  );
  const people = peopleOf(
    slots.filter((slot) => !reached.has(slot)),
    records.crm,
    scale,
    decided,
  );
  for (const { slot, link } of people) {
    open.push(...openPeople(slot, link));
    links.push(personLink(slot, link, decided.personOf(slot).said));
    if (link.decision !== 'linked' || !link.best) continue;
    keep(slot, slot.start === undefined ? 'crm' : 'elsewhere', link.best);
  }
  for (const trace of traces.calendar) tie('calendar', trace);
  for (const trace of traces.recordings) tie('recordings', trace);
  const named = new Set(
    people.flatMap(({ slot, link }) =>
      link.decision === 'none' || isElsewhere(slot, link) ? [] : (link.best?.row ?? []),
    ),
  );
  const isSaid = ({ decision, place }: Link): boolean => decision === 'none' && place !== undefined && named.has(place);
  const choiceOf = (line: InvoiceLine) => decided.meetingOf(lineTrace(line));
  const lines = billed ? linkLines(billed.invoice, slots, scale, choiceOf, billed) : new Map<InvoiceLine, LineLink>();
  const said = (row: Decision) => decided.meetingOf(decisionTrace(row));
  const ofDecisions = billed
    ? linkDecisions(records.decisions ?? [], slots, scale, said, billed)
    : new Map<Decision, DecisionLink>();
  const whose = [
    ...(billed ? linkOpportunities(ofPeople.opportunities, slots, scale, decided.meetingOf, billed.dayOf) : []),
    ...(billed ? linkWhose(ofPeople.inbound, slots, scale, decided.meetingOf) : []),
    ...(billed ? linkWhose(ofPeople.handovers, slots, scale, decided.meetingOf) : []),
  ];
  const told = [
    ...[...lines].map(([line, link]) => ({ row: line, trace: lineTrace(line), link })),
    // What names nobody whom we know is told as unused.
    ...[...ofDecisions].flatMap(([row, link]) =>
      link.decision === 'none' ? [] : [{ row, trace: decisionTrace(row), link }],
    ),
    // Most deals, requests and hand-overs are of people whom the vendor never met.
    ...whose.flatMap(([trace, link]) => (link.decision === 'none' ? [] : [{ row: trace.rows[0], trace, link }])),
  ];
  for (const { row, trace, link } of told) {
    const rivals = link.decision === 'review' ? link.slots : [];
    open.push(...openMeetings(trace, { ...link, rivals }));
    if (row) links.push(...lineLinks(trace, row, { ...link, rivals }, decided.meetingOf(trace).said));
  }
  return {
    evidence: found,
    links: links.filter((link) => !isSaid(link)),
    lines,
    decisions: ofDecisions,
    whose: new Map(whose.flatMap(([{ rows }, link]) => rows.map((row) => [row, link] as const))),
    open,
    decided: decided.standings,
  };
}

/** What an invoice bills. */
export type Billed = Billing & { readonly invoice: readonly InvoiceLine[] };

/** Slots against all people of the CRM. What a meeting finds at another time is its person, and no evidence of it. */
function peopleOf(
  slots: readonly Slot[],
  crm: readonly CrmMeeting[],
  scale: Scale,
  decided: Decided,
): { slot: Slot; link: PersonLink<CrmMeeting> }[] {
  if (!crm.length) return [];
  const records = slots.map((slot) => slot.record);
  const choices = slots.map((slot) => decided.personOf(slot));
  return linkPeople(records, crm, scale, choices).flatMap((link, i) => (slots[i] ? [{ slot: slots[i], link }] : []));
}

/** A meeting's person, at another time. */
const isElsewhere = (slot: Slot, { best }: PersonLink<CrmMeeting>): boolean =>
  slot.start !== undefined && best?.starts_at !== undefined;

function personLink(slot: Slot, link: PersonLink<CrmMeeting>, said: LinkDecision | undefined): Link {
  const { decision, reason, best, score, margin, rivals, fields } = link;
  const isTold = decision !== 'none';
  return {
    slot,
    rivals: [],
    source: 'crm',
    place: isTold ? best?.row : undefined,
    id: isTold ? best?.id : undefined,
    decision,
    reason: decision === 'linked' && isElsewhere(slot, link) ? 'other_time' : reason,
    said,
    score,
    margin,
    fields,
    others: rivals.map((row) => row.id ?? `${row.row.file}:${row.row.line}`),
    isOtherZone: false,
  };
}

/** A line may bill several leads. */
function lineLinks(
  { source, id }: Trace,
  { row }: LinkedRow,
  { decision, reason, slots, rivals, score, fields }: LineLink & { readonly rivals: readonly Slot[] },
  said: LinkDecision | undefined,
): Link[] {
  const of: readonly (Slot | undefined)[] = decision === 'linked' ? slots : [undefined];
  const rest = { rivals, source, place: row, id, decision, reason, said, margin: undefined, others: [] };
  return of.map((slot, i) => ({
    slot,
    ...rest,
    score: i === 0 ? score : undefined,
    fields: i === 0 ? fields : [],
    isOtherZone: false,
  }));
}

function eventLink(trace: Trace, { row }: LinkedRow, link: EventLink, said: LinkDecision | undefined): Link {
  const { slot, rivals, decision, reason, score, margin, fields, time } = link;
  return {
    slot,
    rivals,
    source: trace.source,
    place: row,
    id: trace.id,
    decision,
    reason,
    said,
    score,
    margin,
    fields,
    others: [],
    isOtherZone: slot !== undefined && time === 'zone',
  };
}
