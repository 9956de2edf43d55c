import type { Field, Kind } from './field.ts';

type Options = Partial<Omit<Field, 'kind' | 'description'>>;
export const field = <const K extends Kind>(kind: K, description: string, options: Options = {}): Field<K> => ({
  kind,
  description,
  aliases: [],
  needed: false,
  ...options,
});
export const text = (description: string, ...aliases: string[]) => field('text', description, { aliases });
/** A number of rows. */
export const count = (description: string) => field('number', description, { needed: true, whole: true });
/** The name of a person. */
export const named = (description: string, ...aliases: string[]) =>
  field('text', description, { aliases, person: true });
/** What somebody wrote freely, of whomever. */
export const remark = (description: string, ...aliases: string[]) =>
  field('text', description, { aliases, free: true });
export const instant = (description: string, ...aliases: string[]) => field('instant', description, { aliases });

export const person = {
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
  domain: field('domain', "the company's domain", {
    aliases: ['company domain', 'company domain name', 'website', 'web site'],
  }),
};

/** When a meeting starts, as vendors and CRMs call it. */
export const START = ['start', 'start time', 'meeting date', 'meeting time', 'start date & time', 'meeting start time'];

export const list = {
  domain: field('domain', 'the domain of the account, or several', {
    aliases: ['website', 'web site', 'company domain', 'company domain name'],
    several: true,
  }),
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
  from: field('instant', 'from when the row is in force', { aliases: ['valid from'] }),
  to: field('instant', 'until when (last day included)', {
    aliases: ['valid to', 'valid until', 'customer until', 'churn date', 'churned', 'churned on'],
  }),
  since: field('instant', 'since when the account is a customer', {
    aliases: ['customer since', 'client since', 'became a customer date'],
  }),
  product: text('the product that the customer owns'),
  sent_at: field('instant', 'when this version of the list was sent to the vendor', { known: 'row' }),
};

/** What was done with somebody, and when. */
const act = {
  at: field('instant', 'when', {
    needed: true,
    known: 'row',
    aliases: ['date', 'handed over', 'handed over on', 'handed over at', 'activity date', 'became an mql date'],
  }),
  kind: text('kind', 'activity type'),
  asset: text('asset'),
  channel: text('channel', 'source', 'lead source', 'original source'),
  batch: text('batch'),
};
/** A lead that the client handed over. */
export const handover = { ...person, ...act };
/** The client's own marketing to a contact. */
export const touch = { email: person.email, domain: person.domain, ...act };
