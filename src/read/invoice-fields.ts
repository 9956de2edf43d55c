import { LINE_KINDS } from '../model.ts';
import { field, named, text } from './source-fields.ts';

/** Whom a line of an invoice bills, where no id says it. */
export const billed = {
  contact_name: named(
    'whom a line without an id bills',
    'contact',
    'contact name',
    'prospect',
    'prospect name',
    'lead name',
    'attendee',
    'invitee',
    'full name',
  ),
  email: field('email', 'the address of whom it bills', {
    hint: true,
    aliases: ['e-mail', 'email address', 'contact email', 'prospect email'],
  }),
  phone: field('phone', 'the number of whom it bills', {
    hint: true,
    aliases: ['contact phone', 'prospect phone'],
  }),
  company: text(
    'the company of whom it bills',
    'company name',
    'prospect company',
    'lead company',
    'account name',
    'organization',
  ),
  domain: field('domain', 'the domain of whom it bills', {
    hint: true,
    aliases: ['company domain', 'prospect domain'],
  }),
  meeting_date: field('day', 'the day of the meeting billed', {
    hint: true,
    aliases: [
      'meeting date',
      'date of meeting',
      'meeting day',
      'appointment date',
      'appointment',
      'date held',
      'service date',
    ],
  }),
};

/** What accounting systems say of every line of an invoice: its document, or the product that is all there is. Of a credit note somebody must say what it is. */
const SAYS_NOTHING = [
  'invoice',
  'sales invoice',
  'invoice item',
  'invoiceitem',
  'line item',
  'accrec',
  'rechnung',
  'facture',
  'factura',
  'sales',
  'service',
  'services',
  'professional services',
  'consulting',
  'consulting services',
  'marketing services',
  'dienstleistung',
  'dienstleistungen',
  'leistung',
  'leistungen',
  'prestation',
  'prestations',
  'servicio',
  'servicios',
];

/**
 * The lines of invoices, by the headers of accounting systems and of sheets made by hand. What is of the line stands before what may be of the whole invoice, and
 * a net amount before one with its tax.
 */
export const invoice = {
  invoice_no: text(
    'number of the invoice',
    'invoice',
    'invoice number',
    'invoice no',
    'invoice no.',
    'invoice #',
    'invoicenumber',
    'invoiceno',
    'inv no',
    'inv. no.',
    'inv #',
    'inv. #',
  ),
  invoice_date: field('day', 'date of the invoice; where those of one invoice differ, the day of what a line bills', {
    hint: true,
    aliases: ['date', 'invoicedate', 'inv. date', 'inv date'],
  }),
  line_id: text('id of the line', 'line', 'line no', 'line no.', 'line #', 'line number', '#'),
  meeting_id: text('id of the meeting billed'),
  lead_id: text('id of the lead billed'),
  ...billed,
  period: field('period', 'the month, quarter or range billed', { aliases: ['month', 'billing period'] }),
  kind: field('word', 'what the line bills', { words: LINE_KINDS, mute: SAYS_NOTHING, aliases: ['type', 'item'] }),
  description: field('text', 'description', {
    free: true,
    label: true,
    aliases: ['line description', 'item description', 'itemdescription', 'item desc', 'memo/description', 'memo'],
  }),
  quantity: field('number', 'quantity', { counts: true, aliases: ['qty', 'qty.', 'itemquantity'] }),
  unit_price: field('money', 'price of one', {
    aliases: ['unit price', 'unit amount', 'unitamount', 'unit cost', 'sales price', 'itemrate', 'price', 'rate'],
  }),
  amount: field('money', 'amount of the line', {
    needed: true,
    aliases: [
      'line amount',
      'lineamount',
      'itemamount',
      'net amount',
      'net',
      'line subtotal',
      'line total',
      'ext. price',
      'ext price',
      'extended price',
      'ext. amount',
      'ext amount',
      'extended amount',
      'amt',
      'amt.',
      'subtotal',
      'sub total',
      'total',
      'amount due',
    ],
  }),
  currency: field('currency', "currency of the line: one that is not the SOW's stops the run", {
    aliases: ['currency code', 'invoice currency', 'ccy', 'curr'],
  }),
};
