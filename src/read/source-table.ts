import { DECISIONS, DISPOSITIONS, LINE_KINDS, OUTCOME_WORDS, type SourceName } from '../model.ts';
import type { Field, Kind } from './field.ts';

type Options = Partial<Omit<Field, 'kind' | 'description'>>;
const field = <const K extends Kind>(kind: K, description: string, options: Options = {}): Field<K> => ({
  kind,
  description,
  aliases: [],
  needed: false,
  ...options,
});
const text = (description: string, ...aliases: string[]) => field('text', description, { aliases });
/** How calls end that an agent took. */
const SPOKEN: ReadonlySet<string> = new Set(['conversation', 'human']);
/** A number of rows. */
const count = (description: string) => field('number', description, { needed: true, whole: true });
/** The name of a person. */
const named = (description: string, ...aliases: string[]) => field('text', description, { aliases, person: true });
const instant = (description: string, ...aliases: string[]) => field('instant', description, { aliases });

const person = {
  contact_name: named(
    'the person',
    'contact',
    'name',
    'full name',
    'invitee name',
    'prospect',
    'lead name',
    'prospect name',
  ),
  email: field('email', "the person's address", {
    aliases: ['e-mail', 'email address', 'invitee email', 'contact email'],
  }),
  phone: field('phone', "the person's number", { aliases: ['phone number', 'telephone', 'mobile', 'contact phone'] }),
  company: text("the person's company", 'account', 'account name', 'company name', 'organization'),
  domain: field('domain', "the company's domain", { aliases: ['company domain', 'website', 'web site'] }),
};

const list = {
  domain: field('domain', 'the domain of the account', { aliases: ['website', 'web site', 'company domain'] }),
  company: text(
    'the company, where no domain is known',
    'account',
    'account name',
    'company name',
    'customer name',
    'name',
    'customer',
    'organization',
  ),
  email: field('email', 'one address, for lists of persons', { aliases: ['e-mail', 'email address'] }),
  from: field('instant', 'from when the row is in force'),
  to: field('instant', 'until when (last day included)'),
  since: field('instant', 'since when the account is a customer', { aliases: ['customer since', 'client since'] }),
  product: text('the product that the customer owns'),
  sent_at: field('instant', 'when this version of the list was sent to the vendor', { known: 'row' }),
};

/** A hand-over of a lead, or the client's own marketing to a contact. */
const approach = {
  email: person.email,
  domain: person.domain,
  at: field('instant', 'when', { needed: true, known: 'row' }),
  kind: text('kind'),
  asset: text('asset'),
  channel: text('channel'),
  batch: text('batch'),
};

/** The canonical fields of each source (DESIGN section 5): readers, mapping, docs and the types of records all read this table. */
export const SOURCES = {
  meetings: {
    id: field('text', "the vendor's id of the meeting or lead", {
      needed: true,
      aliases: ['meeting id', 'booking id', 'appointment id', 'event uuid'],
    }),
    previous_id: text('the id of the slot that this one replaces', 'rescheduled from', 'previous meeting id'),
    lead_id: text('the id of the lead behind the meeting', 'lead'),
    replaces: text('the id of a rejected lead that this one replaces', 'replacement for'),
    ...person,
    title: text("the person's job title", 'job title'),
    industry: text('industry of the company'),
    employees: field('number', 'headcount of the company', { whole: true, aliases: ['headcount', 'company size'] }),
    revenue: field('number', 'revenue of the company'),
    country: field('country', 'country of the company'),
    region: text('region or state', 'state'),
    campaign: text('campaign', 'campaign name'),
    channel: text('outbound, mql or inbound'),
    product: text('the product that was pitched'),
    agent: named('who booked', 'sdr', 'setter', 'booked by'),
    host: named("the client's person who hosts (an address links the conference log)", 'host email', 'ae'),
    booked_at: field('instant', 'when the slot was booked', {
      known: 'row',
      aliases: ['booked', 'booked on', 'created', 'created at', 'date booked'],
    }),
    delivered_at: instant('when the lead was delivered', 'delivered', 'delivery date'),
    starts_at: instant(
      'when the slot starts',
      'start',
      'start time',
      'meeting date',
      'meeting time',
      'start date & time',
    ),
    ends_at: instant('when the slot ends', 'end', 'end time', 'end date & time'),
    duration: field('seconds', 'how long it took (a bare number is minutes, or what the header says)'),
    outcome: field('word', 'what the row says happened', {
      words: OUTCOME_WORDS,
      aliases: ['status', 'call outcome', 'meeting status'],
    }),
    canceled_by: text('who moved or cancelled', 'cancelled by'),
    canceled_at: field('instant', 'when it was moved or cancelled', {
      known: 'cell',
      aliases: ['cancelled at', 'rescheduled at', 'moved at'],
    }),
    reason: text('reason', 'cancellation reason'),
    topic: text('topic'),
    notes: text('notes'),
    recording: text('recording of the call'),
    recording_duration: field('seconds', 'its length'),
    budget: text('budget'),
    authority: text('authority'),
    need: text('need'),
    timing: text('timing', 'timeline'),
    claimed: field('flag', 'whether the vendor asks for money for this row'),
    amount: field('money', 'how much it asks for'),
    reported_at: instant('when the vendor reported it'),
    vendor: text('the vendor'),
  },
  calls: {
    id: text('id of the call', 'call id'),
    agent: field('text', 'who called; empty where nobody was spoken to', {
      needed: true,
      person: true,
      neededUnless: { field: 'disposition', words: DISPOSITIONS.filter((word) => !SPOKEN.has(word)) },
      aliases: ['agent name', 'user'],
    }),
    phone: person.phone,
    email: person.email,
    contact_name: person.contact_name,
    company: person.company,
    campaign: text('campaign'),
    direction: field('word', 'outbound, inbound, or neither: the leg of a transfer', {
      words: ['outbound', 'inbound', 'neither'],
    }),
    started_at: field('instant', 'when it began', {
      needed: true,
      aliases: ['start', 'start time', 'call date', 'timestamp'],
    }),
    ended_at: instant('when it ended', 'end time'),
    duration: field(
      'seconds',
      'whole call (a bare number is seconds, or what the header says: `Length (min)`, `length_ms`)',
      { aliases: ['call time'] },
    ),
    talk: field('seconds', 'talk time, hold excluded', { aliases: ['talk time', 'billsec'] }),
    hold: field('seconds', 'hold time', { aliases: ['hold time'] }),
    wrap: field('seconds', 'after-call work', { aliases: ['after call work', 'after call work time', 'acw'] }),
    disposition: field('word', 'how it ended', { needed: true, words: DISPOSITIONS }),
    reason: text('reason'),
    topic: text('topic'),
    recording: text('recording'),
    recording_duration: field('seconds', 'its length'),
  },
  sessions: {
    agent: field('text', 'who', { needed: true, person: true }),
    login_at: field('instant', 'log-in', { needed: true, aliases: ['login', 'log in'] }),
    logout_at: field('instant', 'log-out', { needed: true, aliases: ['logout', 'log out'] }),
    code: text('state or pause code'),
  },
  reported_metrics: {
    metric: field('text', 'name of the metric', { needed: true, aliases: ['kpi', 'measure'] }),
    value: field('text', 'its value, as reported', { needed: true, aliases: ['result', 'figure'] }),
    period: field('period', 'month, quarter or range', { aliases: ['month'] }),
    agent: text('agent', 'agent name', 'sdr', 'rep', 'setter', 'user'),
    campaign: text('campaign', 'campaign name'),
    week: text('week'),
    day: text('day'),
    source: text('where the leads came from', 'channel', 'lead source'),
    class: text('class of the price', 'lead class', 'rate class'),
  },
  invoice: {
    invoice_no: text('number of the invoice', 'invoice', 'invoice number'),
    invoice_date: instant('date of the invoice', 'date'),
    line_id: text('id of the line', 'line', 'line no'),
    meeting_id: text('id of the meeting billed'),
    lead_id: text('id of the lead billed'),
    period: field('period', 'the month, quarter or range billed', { aliases: ['month', 'billing period'] }),
    kind: field('word', 'what the line bills', { words: LINE_KINDS, aliases: ['type', 'item'] }),
    description: text('description'),
    quantity: field('number', 'quantity', { aliases: ['qty'] }),
    unit_price: field('money', 'price of one', { aliases: ['unit price', 'price', 'rate'] }),
    amount: field('money', 'amount of the line', { needed: true, aliases: ['total', 'line total', 'amount due'] }),
  },
  attendance: {
    meeting_id: text('id of the meeting'),
    meeting_title: text('title of the meeting', 'topic'),
    meeting_starts_at: instant('scheduled start', 'meeting start'),
    name: field('text', 'participant', {
      needed: true,
      person: true,
      aliases: ['full name', 'participant', 'name (original name)'],
    }),
    title: text('job title', 'job title'),
    email: field('email', "participant's address", { aliases: ['user email'] }),
    joined_at: field('instant', 'joined', {
      needed: true,
      known: 'row',
      aliases: ['join time', 'first join', 'joined'],
    }),
    left_at: field('instant', 'left', { needed: true, aliases: ['leave time', 'last leave', 'left'] }),
    present_for: field(
      'seconds',
      'how long the person was there, where they may have left in between (a bare number is seconds, or what the header says)',
    ),
    role: text('role'),
  },
  recordings: {
    meeting_id: text('id of the meeting'),
    call_id: text('id of the call'),
    phone: person.phone,
    started_at: field('instant', 'when it began', { needed: true }),
    duration: field('seconds', 'its length (a bare number is seconds, or what the header says)'),
    file: text('name of the recording'),
  },
  crm: {
    id: text('id in the CRM', 'record id'),
    meeting_id: text("the vendor's id of the meeting"),
    contact_name: person.contact_name,
    email: person.email,
    phone: person.phone,
    company: person.company,
    domain: person.domain,
    starts_at: field('instant', 'when the meeting starts; a row without is a person', {
      aliases: ['start', 'start time', 'meeting date', 'meeting start time'],
    }),
    outcome: field('word', 'what the CRM says happened', {
      words: OUTCOME_WORDS,
      aliases: ['status', 'meeting outcome'],
    }),
    owner: named('owner'),
    modified_at: field('instant', 'last edited', { known: 'row', aliases: ['last modified', 'last modified date'] }),
    stage: text('stage'),
  },
  calendar: {
    uid: text('id of the event'),
    starts_at: field('instant', 'start', { needed: true, aliases: ['start', 'start time'] }),
    ends_at: instant('end', 'end', 'end time'),
    status: field('word', 'confirmed, tentative or cancelled', { words: ['confirmed', 'tentative', 'cancelled'] }),
    organizer: field('email', 'who called the meeting'),
    attendees: text('addresses, separated by ; or ,'),
    sequence: field('number', 'revision of the event', { whole: true }),
  },
  decisions: {
    meeting_id: text('id of the meeting'),
    lead_id: text('id of the lead'),
    decision: field('word', 'accepted or rejected', { needed: true, words: DECISIONS }),
    reason: text('reason'),
    at: field('instant', 'when it was given to the vendor', {
      needed: true,
      known: 'row',
      aliases: ['decided at', 'date', 'sent at'],
    }),
    by: text('who decided'),
    note: text('note'),
  },
  opportunities: {
    id: text('id of the opportunity', 'opportunity id', 'deal id'),
    account: text('account', 'company', 'account name'),
    domain: person.domain,
    contact: field('email', "the contact's address", { aliases: ['email', 'contact email'] }),
    stage: text('stage', 'stage name', 'deal stage', 'opportunity stage'),
    stage_at: instant('when it entered the stage', 'stage date', 'last stage change date'),
    amount: field('money', 'its amount'),
    created_at: field('instant', 'created', {
      known: 'row',
      aliases: ['created', 'created on', 'created date', 'create date'],
    }),
    closed_at: instant('when it was closed (a date on which it is expected to close is none)', 'closed', 'closed on'),
    lead_id: text('id of the lead'),
  },
  accounts: list,
  customers: list,
  competitors: list,
  named: list,
  inbound: {
    email: person.email,
    domain: person.domain,
    at: field('instant', 'when', { needed: true, known: 'row' }),
    kind: text('kind of request'),
    asset: text('asset'),
    channel: text('channel'),
    batch: text('batch'),
  },
  handovers: approach,
  touches: approach,
  roster: {
    agent: field('text', 'id of the agent', { needed: true }),
    name: named('name'),
    certified_at: instant('certified'),
    left_at: instant('left'),
    site: text('site'),
  },
  call_figures: {
    metric: text('id of the metric; rows without one tell what could not be read'),
    definition: text('the digits of its definition'),
    split_by: text('the grouping'),
    split_value: text('the group'),
    left_out: text('why calls are left out of the denominator'),
    calls: count('calls of the group'),
    unknown: count('calls of which a fact is missing'),
    considered: count('calls that are divided by'),
    counted: count('calls that count'),
    total: field('number', 'what they add up to', { needed: true }),
  },
} as const satisfies Record<SourceName, Readonly<Record<string, Field>>>;

/** At least one of each group must be there as a column. */
export const ONE_OF: Partial<Record<SourceName, readonly (readonly string[])[]>> = {
  meetings: [['starts_at', 'delivered_at']],
  decisions: [['meeting_id', 'lead_id']],
  accounts: [['domain', 'company']],
  customers: [['domain', 'company']],
  competitors: [['domain', 'company']],
  named: [['domain', 'company', 'email']],
  inbound: [['email', 'domain']],
  handovers: [['email', 'domain']],
  touches: [['email', 'domain']],
};

export const fieldsOf = (source: SourceName): Readonly<Record<string, Field>> => SOURCES[source];
