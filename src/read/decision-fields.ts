import { DECISIONS } from '../model.ts';
import { billed } from './invoice-fields.ts';
import { field, remark, text } from './source-fields.ts';

const { contact_name, email, phone, company, domain, meeting_date } = billed;
/** A decision of the client, by the id of the meeting or lead, else by whom it names. */
export const decided = {
  meeting_id: text('id of the meeting'),
  lead_id: text('id of the lead'),
  contact_name: {
    ...contact_name,
    description: 'whom a row without an id is about',
    aliases: [...contact_name.aliases, 'name', 'lead'],
  },
  email: { ...email, description: 'the address of whom it is about' },
  phone: { ...phone, description: 'the number of whom it is about' },
  company: { ...company, description: 'the company of whom it is about', aliases: [...company.aliases, 'account'] },
  domain: { ...domain, description: 'the domain of whom it is about' },
  meeting_date: { ...meeting_date, description: 'the day of the meeting that it is about' },
  decision: field('word', 'what was decided; an empty cell without a reason is undecided', {
    needed: true,
    words: DECISIONS,
    empty: { word: 'undecided', unless: 'reason' },
    aliases: ['accepted', 'accepted?', 'accepted? y/n', 'accepted (y/n)', 'accepted y/n', 'accept/reject'],
  }),
  reason: remark('reason'),
  at: field('instant', 'when it was given to the vendor', {
    needed: true,
    neededUnless: { field: 'decision', words: ['undecided'] },
    known: 'row',
    aliases: ['decided at', 'date', 'sent at'],
  }),
  by: text('who decided'),
  note: remark('note'),
};
