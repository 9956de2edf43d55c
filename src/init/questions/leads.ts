import { APPLIES, applies, COUNT, choice, LENGTH_OF_TIME, option, type Plain, TEXTS, TOUCH, YES_NO } from '../kinds.ts';
import { about, after, builtIn, needs, published, type Question, suggested, unless } from '../question.ts';
import type { Sample } from '../sample.ts';

const PRICED = (value: Plain | undefined): string[] => (typeof value === 'object' ? Object.keys(value) : []);

/** Sticking points 1 to 4: whose lead is it? */
export const LEADS: readonly Question[] = [
  ...about('Marketing to assigned accounts', {
    'rules.accounts.assigned_only': {
      asks: 'Are only leads from the accounts that you assigned to the vendor paid?',
      help: 'Then a lead from another account is not paid. The list may have from and to dates; the booking date decides.',
      kind: YES_NO,
      usual: builtIn(true),
      unless: needs('accounts'),
      says: 'Only leads from accounts of your list are paid (false: the list decides nothing).',
      silent: 'Leads from any account are paid.',
    },
    'rules.accounts.match': {
      asks: 'By what is a lead known to be from an account of the list?',
      help: 'The domain of its e-mail address is the surer way; company names are written in many ways.',
      kind: choice([option('domain', 'its e-mail domain'), option('company', 'its company name')]),
      usual: builtIn('domain'),
      unless: unless(needs('accounts'), after('rules.accounts.assigned_only')),
      silent: 'By its e-mail domain.',
    },
    'rules.embargo.allowed': {
      asks: 'Which kinds of your own marketing may still go to those accounts?',
      help: 'Vendors often ask you to keep off the accounts that they work. Words as in your list of touches, or `none`. Such as newsletter',
      kind: TEXTS,
      unless: needs('touches', 'accounts'),
      says: 'Your own touches of other kinds are shown as findings; no money moves.',
      silent: 'You may send what you like.',
    },
    'rules.embargo.max_touches': {
      asks: 'How often may one person be touched, by you and the vendor together?',
      help: 'Beyond it there is a finding; no money moves.',
      kind: COUNT,
      unless: needs('touches', 'accounts'),
      says: 'More than {value} touches of one person are a finding.',
      silent: 'Touches are not counted.',
    },
    'rules.embargo.per': {
      asks: 'In which length of time?',
      help: 'Such as 7 days',
      kind: LENGTH_OF_TIME,
      usual: suggested('7 days'),
      isNeeded: true,
      unless: after('rules.embargo.max_touches'),
      says: 'Counted in any {value}.',
      silent: 'Touches are not counted.',
    },
  }),
  ...about('Leads from marketing programs', {
    'rules.client_duties.handover_every': {
      asks: 'How often do you owe the vendor a batch of leads from your own marketing?',
      help: 'Longer between two batches is a finding against you. Such as 1 day, 7 days',
      kind: LENGTH_OF_TIME,
      unless: needs('handovers'),
      says: 'You hand over leads at least every {value}; longer is a finding.',
      silent: 'No batch is late.',
    },
    'rules.attribution.handover.rate_class': {
      asks: 'At which of your flat prices does a lead bill that you handed over yourself?',
      help: 'A lead that your own marketing found is mostly cheaper than one that the vendor found cold.',
      kind: (known) =>
        choice(PRICED(known.value('fees.rates.classes')).map((name) => option(name, `the price of ${name}`))),
      usual: (known) => {
        const [first] = PRICED(known.value('fees.rates.classes'));
        return first === undefined ? undefined : { value: first, source: 'the first of the flat prices' };
      },
      unless: unless(needs('handovers'), (known) =>
        known.value('fees.rates.classes') === undefined ? 'there is no flat price for such leads' : undefined,
      ),
      says: 'A lead that you handed over bills at this flat price, never at the price of a cold one.',
      silent: 'A lead that you handed over bills as any other.',
    },
    'rules.attribution.handover.first_attempt_within': {
      asks: 'How soon must the vendor try a lead that you handed over?',
      help: 'Later is a finding; no money moves. Such as 4 hours, 4 business hours, 1 business day',
      kind: LENGTH_OF_TIME,
      unless: after('rules.attribution.handover.rate_class'),
      says: 'The vendor must try such a lead within {value}; later is a finding.',
      silent: 'No try is too late.',
    },
  }),
  ...about('Inbound from assigned accounts', {
    'rules.attribution.qualifying_touch': {
      asks: "Someone the vendor called asks for a demo on your site. Which call counts as the vendor's work?",
      help: '`any` call, or one of at least some talk time, such as 60 seconds. Without such a call before the request the meeting is yours.',
      kind: TOUCH,
      usual: builtIn('any'),
      unless: needs('inbound', 'calls'),
      says: "The call before an inbound request that makes it the vendor's.",
      silent: "Any call before the request makes it the vendor's.",
    },
    'rules.attribution.credit_after_touch': {
      asks: 'How long does such a call earn the vendor the credit?',
      help: 'A request later than this after the call is yours. Such as 30 to 90 days',
      kind: LENGTH_OF_TIME,
      unless: needs('inbound', 'calls'),
      says: "A request up to {value} after the call is the vendor's.",
      silent: 'A call earns the credit for ever.',
    },
    'rules.attribution.inbound_lookback': {
      asks: 'How old may an inbound request be and still make the meeting yours?',
      help: 'Requests older than this before the booking do not count. Such as 6 to 12 months',
      kind: LENGTH_OF_TIME,
      unless: needs('inbound'),
      says: 'Requests older than {value} before the booking do not count.',
      silent: 'A request counts however old it is.',
    },
  }),
  ...about('Customer accounts', {
    'rules.exclusions.customers': {
      asks: 'Are meetings with existing customers unpaid?',
      help: 'A customer by your list, as it bound the vendor when the meeting was booked.',
      kind: APPLIES,
      usual: published({}, 'scileads.com/referral-program-terms-and-conditions'),
      unless: needs('customers'),
      says: 'A meeting with a customer of your list is not paid.',
      silent: 'Meetings with customers are paid.',
    },
    'rules.exclusions.customers.as_of': {
      asks: 'A customer on which day?',
      help: 'Somebody may buy between the booking and the meeting.',
      kind: choice([option('booked', 'when the meeting was booked'), option('held', 'when the meeting was held')]),
      usual: builtIn('booked'),
      unless: after('rules.exclusions.customers'),
      silent: 'When the meeting was booked.',
    },
    'rules.exclusions.customers.grace': {
      asks: 'How long after you sent a customer list does it bind the vendor?',
      help: 'By the column sent_at of the list. Such as 2 business days, 3 days',
      kind: LENGTH_OF_TIME,
      unless: after('rules.exclusions.customers'),
      says: 'A list binds the vendor {value} after it was sent.',
      silent: 'A list binds the vendor as soon as it was sent.',
    },
    'rules.exclusions.competitors': {
      asks: 'Are meetings with competitors unpaid?',
      help: 'By your list of competitors.',
      kind: APPLIES,
      usual: published({}, 'buyerzone.com credit policy'),
      unless: needs('competitors'),
      says: 'A meeting with a competitor of your list is not paid.',
      silent: 'Meetings with competitors are paid.',
    },
    'rules.exclusions.open_opportunities.stages': {
      asks: 'In which stages of your CRM is an account already in talks, so that a meeting is unpaid?',
      help: 'The words of the stages. Such as discovery, proposal, negotiation',
      kind: TEXTS,
      unless: needs('opportunities'),
      says: 'An account with an opportunity in one of these stages on the booking date is not paid.',
      silent: 'Accounts in open talks are paid.',
    },
    'rules.exclusions.own_staff': {
      asks: "Are meetings with your own or the vendor's people unpaid?",
      help: 'By the e-mail domains of both.',
      kind: APPLIES,
      usual: suggested({}),
      unless: (known) =>
        after('sow.client_domains', 'sow.vendor_domains')(known) === undefined
          ? undefined
          : 'no e-mail domain of either side is given',
      says: 'People at the domains of both sides are no leads.',
      silent: 'Nobody looks at whose people they are.',
    },
  }),
];

/** The list of whom not to call is the path of its clause, and no source. */
export function exclusionQuestions(samples: readonly Sample[]): readonly Question[] {
  const file = samples.find(({ source }) => source === 'named')?.file;
  return about('Customer accounts', {
    'rules.exclusions.named': {
      asks: 'Are meetings with those on your list of whom not to call unpaid?',
      help: 'By domain, company or email; it may have from and to dates.',
      kind: applies({ file: file ?? '' }),
      usual: suggested({ file: file ?? '' }),
      unless: () => (file === undefined ? 'no list of whom not to call is given' : undefined),
      says: 'A meeting with somebody of this list is not paid.',
      silent: 'Meetings with them are paid.',
    },
  });
}
