import type { EvidenceKind, SourceName } from '../../model.ts';
import { DecimalEvidence, readMoney } from '../../read/numbers.ts';
import { isAmountOf } from '../../sow/currency.ts';
import {
  AMOUNT,
  CLASSES,
  COUNT,
  choice,
  choices,
  LENGTH_OF_TIME,
  type Option,
  option,
  SHARE,
  TIERS,
} from '../kinds.ts';
import {
  about,
  after,
  builtIn,
  type Known,
  needs,
  notBooked,
  published,
  type Question,
  type Usual,
  unless,
} from '../question.ts';
import { cameIn } from './files.ts';

const TOPIC = 'What cuts across';

const EVENTS: readonly (Option & { readonly source?: SourceName })[] = [
  option('held', 'a meeting that was held is paid'),
  option('booked', 'a booking is paid, whatever comes of it'),
  option('delivered', 'a lead is paid when it is delivered'),
  { ...option('accepted', 'a lead is paid once you accepted it'), source: 'decisions' },
  { ...option('opportunity', 'a lead is paid once it is an opportunity'), source: 'opportunities' },
];

/** Events that some file can show. */
const eventsOf = ({ sources }: Known): Option[] => EVENTS.filter(({ source }) => !source || sources.has(source));

const PROOFS: readonly (Option & { readonly word: EvidenceKind; readonly source: SourceName })[] = [
  { word: 'attendance', means: 'a conference log', source: 'attendance' },
  { word: 'recording', means: 'a recording that you have', source: 'recordings' },
  { word: 'crm', means: 'an outcome in your CRM', source: 'crm' },
  { word: 'calendar', means: 'a calendar, of what was canceled: it proves no meeting', source: 'calendar' },
  { word: 'vendor', means: "the vendor's own word", source: 'meetings' },
];

/** What some file can show; a CRM without a start holds people, and no meeting. */
const proofsIn =
  (crm: ReadonlySet<string>) =>
  ({ sources }: Known): typeof PROOFS =>
    PROOFS.filter(
      ({ word, source }) => sources.has(source) && (word !== 'crm' || crm.size === 0 || crm.has('starts_at')),
    );

/** Your own evidence where some of it shows that a meeting was held, else the vendor's word with it. */
function usualProof(proofs: typeof PROOFS): Usual {
  const own = proofs.filter(({ word }) => word !== 'vendor');
  const isOwn = own.some(({ word }) => word !== 'calendar');
  const value = (isOwn ? own : proofs).map(({ word }) => word);
  return { value, source: isOwn ? 'what you have of your own' : 'nothing of your own shows that a meeting was held' };
}

/** The highest of the prices that an invoice bills, where their decimals can be told. */
function usualPrice(known: Known, texts: readonly string[]): Usual | undefined {
  const evidence = new DecimalEvidence();
  for (const text of texts) evidence.add(text);
  const decimals = evidence.decided();
  const currency = String(known.value('sow.currency'));
  const prices = texts.flatMap((text) => (decimals && readMoney(text, currency, decimals)) ?? []);
  const fitting = prices
    .filter((price) => isAmountOf(currency, price) && !price.startsWith('-'))
    .sort((a, b) => Number(b) - Number(a));
  const [highest] = fitting;
  return highest === undefined
    ? undefined
    : { value: [{ price: highest }], source: `the highest price in the invoice (${fitting.join(', ')})` };
}

/** The keys that the drop has columns for: a key that nobody fills makes every lead a question. */
function usualKeys(fields: ReadonlySet<string>): Usual | undefined {
  const keys = ['email', 'phone'].filter((key) => fields.has(key));
  if (keys.length) return { value: keys, source: 'published terms: support.integrate.com, article 33000204960' };
  return fields.has('contact_name') && fields.has('company')
    ? { value: ['contact'], source: 'the drop has neither addresses nor numbers' }
    : undefined;
}

/** What is paid for, and how much. `prices` are those of one unit in the invoice, `fields` the columns of the vendor's meetings, `crm` those of the CRM. */
export function payQuestions(
  prices: readonly string[],
  fields: ReadonlySet<string>,
  crm: ReadonlySet<string>,
): readonly Question[] {
  const proofsOf = proofsIn(crm);
  return about(TOPIC, {
    'rules.billable.event': {
      asks: 'What do you pay for?',
      help: 'Many SOWs pay for a meeting that was held; some pay for the booking, or for a lead.',
      kind: (known) => choice(eventsOf(known)),
      usual: published('held', 'cience.com/pay-for-appointment-terms'),
      isNeeded: true,
      silent: 'Nothing can be paid without it.',
    },
    'rules.billable.recognized': {
      asks: 'Which date decides the month in which it is billed?',
      help: 'A meeting booked in May and held in June is in one of the two months only; caps and price steps count there.',
      kind: (known) =>
        choice(eventsOf(known).map(({ word }) => option(word, `the day on which it was ${RECOGNIZED[word]}`))),
      usual: (known) => ({
        value: known.value('rules.billable.event') ?? 'held',
        source: 'the date of what is paid for',
      }),
      silent: 'The date of what is paid for decides.',
    },
    'rules.evidence.enough': {
      asks: 'Which of these proves that a meeting was held?',
      help: 'One of them is enough. A meeting that none of them proves is neither paid nor refused: it is for review.',
      kind: (known) => choices(proofsOf(known)),
      usual: (known) => usualProof(proofsOf(known)),
      unless: unless(notBooked, (known) =>
        proofsOf(known).some(({ word }) => word !== 'calendar') ? undefined : 'no file shows a meeting',
      ),
      says: 'One of these proves a meeting; without any it is for review.',
      silent: "Every source counts, the vendor's own word too.",
    },
    'rules.duplicates.keys': {
      asks: 'What makes two leads the same person?',
      help: 'A second lead of the same person is not paid twice.',
      kind: choices([
        option('email', 'the same e-mail address'),
        option('phone', 'the same telephone number'),
        option('domain', 'the same company domain'),
        option('company', 'the same company name'),
        option('contact', 'the same name and company'),
      ]),
      usual: () => usualKeys(fields),
      says: 'Leads that share one of these are the same.',
      silent: 'The same person may be billed again.',
    },
    'rules.duplicates.lookback': {
      asks: 'How far back does a duplicate count?',
      help: 'A later lead of the same person is then a new one.',
      kind: LENGTH_OF_TIME,
      usual: published('30 days', 'activeprospect.com/blog/simple-ways-to-block-duplicate-leads'),
      unless: after('rules.duplicates.keys'),
      says: 'A duplicate of something older than {value} is paid.',
      silent: 'It counts without end.',
    },
    'rules.duplicates.against': {
      asks: 'A duplicate of what?',
      help: 'If the first meeting was never held or paid, may the second be billed?',
      kind: choice([
        option('delivered', 'of every lead delivered before, paid or not'),
        option('any', 'of every row before, also one that was moved'),
        option('accepted', 'only of a lead that you accepted'),
        option('billable', 'only of a lead that was paid for'),
      ]),
      usual: builtIn('delivered'),
      unless: after('rules.duplicates.keys'),
      silent: 'Of every lead delivered before.',
    },
    'fees.rates.tiers': {
      asks: 'What does one unit cost?',
      help: 'One price, or steps: "10: 400.00, 15: 350.00, 300.00" is 400 up to the 10th, 350 up to the 15th, 300 beyond. 0.00 where only hours or a fixed fee are paid.',
      kind: TIERS,
      usual: (known) => usualPrice(known, prices),
      isNeeded: true,
      says: 'The price of one unit, by its place in the month.',
      silent: 'Every unit is worth 0.00.',
    },
    'fees.rates.mode': {
      asks: 'Does a step of the price hold for the units beyond it, or for all?',
      help: 'With 12 meetings and a step at 10: graduated is 10 at the first price and 2 at the second, volume is 12 at the second.',
      kind: choice([
        option('graduated', 'each unit at the price of its own place'),
        option('volume', 'all units at the price of the last'),
      ]),
      usual: builtIn('graduated'),
      unless: (known) => {
        const tiers = known.value('fees.rates.tiers');
        return Array.isArray(tiers) && tiers.length > 1 ? undefined : '';
      },
      silent: 'Each unit has the price of its own place.',
    },
    'fees.rates.classes': {
      asks: 'Are there leads at a flat price of their own, such as leads that you handed over?',
      help: 'Written as "mql: 120.00". A lead of such a class takes no place in the steps.',
      kind: CLASSES,
      says: 'Flat prices; such a lead takes no place in the steps.',
      silent: 'Every lead takes the price above.',
    },
    'fees.cap.max': {
      asks: 'At most how many units are paid in a month?',
      help: 'What is delivered beyond it is not paid.',
      kind: COUNT,
      says: 'At most {value} a month are paid.',
      silent: 'There is no cap.',
    },
    'fees.cap.over': {
      asks: 'What becomes of units over the cap?',
      help: 'Either they are never paid, or they are the first of the next month.',
      kind: choice([
        option('unpaid', 'they are never paid'),
        option('next_period', 'they are counted first in the next month'),
      ]),
      usual: builtIn('unpaid'),
      unless: after('fees.cap.max'),
      silent: 'They are never paid.',
    },
    'fees.replacement.due': {
      asks: 'Within which time must the vendor replace a rejected lead that was paid already?',
      help: 'Many SOWs replace instead of refunding. Leave it out where rejected leads are refunded.',
      kind: LENGTH_OF_TIME,
      says: 'A replacement is owed within {value} of the rejection; else there is a credit.',
      silent: 'Nothing is replaced.',
    },
    'fees.order': {
      asks: 'Does a replacement take a place under the cap?',
      help: 'If it does, a free replacement costs the vendor a paid lead.',
      kind: choice([
        {
          word: 'no',
          means: 'a replacement is taken out before the cap is counted',
          written: ['replacement', 'cap', 'tier'],
        },
        {
          word: 'yes',
          means: 'the cap is counted first, replacements included',
          written: ['cap', 'replacement', 'tier'],
        },
      ]),
      usual: builtIn(['replacement', 'cap', 'tier']),
      unless: unless(after('fees.cap.max'), after('fees.replacement.due')),
      silent: 'It takes no place under the cap.',
    },
    'fees.retainer.amount': {
      asks: 'Which fixed fee is owed each month?',
      help: 'A retainer or platform fee, without tax.',
      kind: AMOUNT,
      says: '{value} is owed each month.',
      silent: 'There is no monthly fee.',
    },
    'fees.minimum.amount': {
      asks: 'Which least amount is owed each month, whatever is delivered?',
      help: 'The shortfall up to it is charged.',
      kind: AMOUNT,
      says: 'At least {value} of lead fees is owed each month.',
      silent: 'There is no minimum.',
    },
    'fees.tax.rate': {
      asks: 'Which sales tax, VAT or GST comes on top of what is owed?',
      help: 'Of several, such as CGST and SGST, their sum.',
      kind: SHARE,
      unless: needs('invoice'),
      says: '{value} tax is owed on the net amount.',
      silent: 'No tax is owed, and a line of the invoice for one is disputed.',
    },
    'fees.rounding': {
      asks: 'How are half cents rounded?',
      help: 'Each line is rounded once.',
      kind: choice([
        option('half_up', 'half a cent goes up'),
        option('half_even', 'half a cent goes to the even one'),
        option('down', 'always down'),
        option('up', 'always up'),
      ]),
      usual: builtIn('half_up'),
      silent: 'Half a cent goes up.',
    },
    'fees.invoice.dispute_within': {
      asks: 'How long after an invoice came may you dispute it?',
      help: 'Reports name the last day of each dispute. A call center agreement (MCI, sec.gov) names 5 days for the particulars.',
      kind: LENGTH_OF_TIME,
      unless: unless(needs('invoice'), cameIn('invoice')),
      says: 'An invoice can be disputed for {value} after it came.',
      silent: 'No dispute has a last day.',
    },
  });
}

const RECOGNIZED: Readonly<Record<string, string>> = {
  held: 'held',
  booked: 'booked',
  delivered: 'delivered',
  accepted: 'accepted',
  opportunity: 'made an opportunity',
};
