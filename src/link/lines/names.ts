import type { PlainDate } from '../../model.ts';
import type { InvoiceLine, Meeting } from '../../read/records.ts';
import type { Called } from '../called.ts';
import { addTo, groupBy } from '../grouped.ts';
import { isGivenName } from '../identity/given-names.ts';
import type { ContactCells } from '../identity/identity.ts';
import { plain } from '../identity/text.ts';
import { companyKey } from '../keys.ts';
import type { Slot } from '../slots.ts';
import { billedBy } from './kinds.ts';
import { MOST_LETTERS, type Spoken, spokenIn } from './texts.ts';

/** What a line says of whom it bills. */
export interface Naming {
  readonly cells: ContactCells;
  /** A name and a firm, or an address, that can be compared with those of a row. */
  readonly asked: ContactCells | undefined;
  readonly spoken: Spoken<Slot>;
  /** Words of its text that are not how the lines of the file are worded: they may name somebody, or a firm, whom no drop knows. */
  readonly unexplained: readonly string[];
  /** The same as they stand together. */
  readonly runs: readonly string[];
  /** The day of what it bills, in a column. */
  readonly day: PlainDate | undefined;
  /** It is for somebody of its own, known or not. */
  readonly isSomebody: boolean;
}

/** What stands in so many lines of a file, and in two at least, may be how they are worded. */
const USUAL = 0.1;
/** What stands in more of them, and in three at least, is. */
const MOST = 0.5;

const FIELDS = ['contact_name', 'email', 'phone', 'company', 'domain'] as const;

/**
 * What the lines of invoices say of whom they bill. A cell that names client or vendor, or that the lines of a file share and no drop knows, is the address of the
 * invoice; one of a kind that no drop has says nothing. Where lines name people in their text, one with words of its own names somebody, too, whom nobody
 * knows.
 */
export function namingCells(
  lines: readonly InvoiceLine[],
  rows: readonly Meeting[],
  called: Called<Slot>,
  parties: readonly string[],
): { of(line: InvoiceLine): Naming } {
  const found = new Map<InvoiceLine, Naming>();
  const isParty = partyTest(parties);
  const told = FIELDS.filter((field) => rows.some((row) => row[field] !== undefined));
  const known = new Set(rows.flatMap(({ email }) => email ?? []));
  const callers = new Set(rows.flatMap(({ agent, host }) => [agent, host]));
  // What bills one lead and has a name like a person's is for that person, though no line of the file is for one whom we know.
  const isPersons = (line: InvoiceLine, runs: readonly string[]): boolean =>
    told.includes('contact_name') && billedBy(line) === 1 && runs.some((run) => isPersonal(run) && !callers.has(run));
  for (const ofFile of groupBy(lines, ({ row }) => row.file)) {
    const isAddress = addressTest(ofFile, rows, called, isParty);
    const read = ofFile.map((line): Read => {
      const cells = Object.fromEntries(
        told.flatMap((field) => {
          const text = line[field];
          return text === undefined || isParty(text) || isAddress(field, text) ? [] : [[field, text]];
        }),
      ) as { -readonly [K in keyof ContactCells]: ContactCells[K] };
      // In a column of its own a firm stands alone, whatever it is called.
      const firm = cells.company === undefined ? undefined : called.firm(cells.company);
      const said = [cells.contact_name, firm ? undefined : cells.company, line.description].filter(Boolean).join(' | ');
      const { text, email } = addressIn(said, known);
      if (email !== undefined) cells.email ??= email;
      const spoken = spokenIn(text, called);
      const mentions = spoken.mentions.filter((said) => !isParty(said.text));
      if (firm) mentions.push({ of: firm, by: 'company', text: cells.company ?? '' });
      return { line, cells, spoken: { ...spoken, mentions } };
    });
    const isWording = wordingTest(read);
    const dayOf = dayTold(ofFile);
    const isNaming = read.some(({ spoken }) => spoken.mentions.length > 0);
    for (const { line, cells, spoken } of read) {
      const own = (words: readonly string[]): string[] => words.filter((word) => !isWording(word.toLowerCase()));
      const unexplained = own(spoken.rest);
      const runs = spoken.runs.flatMap((words) => own(words).join(' ') || []);
      const faint = spoken.faint.filter(({ text }) => !isWording(text.toLowerCase()));
      const isSomebody =
        Object.keys(cells).length > 0 || (isNaming && unexplained.length + faint.length > 0) || isPersons(line, runs);
      const naming = { cells, spoken: { ...spoken, faint }, unexplained, runs, day: dayOf(line), isSomebody };
      found.set(line, { ...naming, asked: askedOf(naming) });
    }
  }
  return { of: (line) => found.get(line) as Naming };
}

/** The day that a line tells in a column; where no column is of it, by dates of one invoice that differ: those are of its lines. */
function dayTold(lines: readonly InvoiceLine[]): (line: InvoiceLine) => PlainDate | undefined {
  const hasOwn = lines.some(({ meeting_date }) => meeting_date !== undefined);
  const dates = new Map<string | undefined, Set<PlainDate>>();
  for (const { invoice_no, invoice_date } of lines) if (invoice_date) addTo(dates, invoice_no, invoice_date);
  const isOfLine = ({ invoice_no }: InvoiceLine): boolean => !hasOwn && (dates.get(invoice_no)?.size ?? 0) > 1;
  return (line) => line.meeting_date ?? (isOfLine(line) ? line.invoice_date : undefined);
}

interface Read {
  readonly line: InvoiceLine;
  readonly cells: ContactCells;
  readonly spoken: Spoken<Slot>;
}

/** Whether words that nobody explains are written as a person's name: `Hans Nobody`. */
function isPersonal(run: string): boolean {
  const words = run.split(' ');
  return (
    words.length > 1 &&
    words.length < 5 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    isGivenName(plain(words[0] ?? ''))
  );
}

/** The one address in a text that is somebody's whom we know, and the text without it. */
function addressIn(text: string, known: ReadonlySet<string>): { readonly text: string; readonly email?: string } {
  if (!text.includes('@')) return { text };
  const told = new Set(
    text
      .slice(0, MOST_LETTERS)
      .match(ADDRESS)
      ?.filter((address) => known.has(address.toLowerCase())),
  );
  const [email, ...others] = told;
  return email === undefined || others.length
    ? { text }
    : { text: text.replaceAll(email, ' | '), email: email.toLowerCase() };
}
const ADDRESS = /[\w.%+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** What to compare with the rows: the columns, else of a text the one firm that it names and the one name beside it. */
function askedOf({ cells, spoken, runs }: Omit<Naming, 'asked'>): ContactCells | undefined {
  const { email, phone, contact_name, company, domain } = cells;
  if (email || phone || (contact_name && (company || domain))) return cells;
  const [firm, ...others] = spoken.mentions;
  const [name, ...more] = runs;
  if (contact_name || !name || more.length || firm?.by !== 'company' || others.length) return undefined;
  return { ...cells, company: firm.text, contact_name: name };
}

/** Whether a word is how the lines of a file are worded: it stands beside several people, or in most lines. */
function wordingTest(lines: readonly Read[]): (word: string) => boolean {
  const usual = Math.max(2, lines.length * USUAL);
  const most = Math.max(3, lines.length * MOST);
  const linesWith = new Map<string, number>();
  const beside = new Map<string, Set<Slot | undefined>>();
  for (const { spoken } of lines) {
    for (const word of new Set([...spoken.rest, ...spoken.faint.map(({ text }) => text.toLowerCase())])) {
      linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
      for (const { of } of spoken.mentions.slice(0, 1)) addTo(beside, word, [...of][0]);
    }
  }
  return (word) => {
    const count = linesWith.get(word) ?? 0;
    return count >= most || (count >= usual && (beside.get(word)?.size ?? 0) > 1);
  };
}

function partyTest(parties: readonly string[]): (text: string) => boolean {
  const keys = new Set(parties.map(companyKey));
  return (text) => keys.has(companyKey(text));
}

/**
 * Whether a cell is of the address of the invoice: no drop knows it, and all lines of the file say it, or most of several. On the only line one beside the
 * name of the client is, and one person beside several leads.
 */
function addressTest(
  lines: readonly InvoiceLine[],
  rows: readonly Meeting[],
  called: Called<Slot>,
  isParty: (text: string) => boolean,
): (field: (typeof FIELDS)[number], text: string) => boolean {
  const isKnown = (field: (typeof FIELDS)[number], text: string): boolean =>
    field === 'contact_name'
      ? spokenIn(text, called).mentions.length > 0
      : field === 'company'
        ? called.firm(text) !== undefined
        : rows.some((row) => row[field] === text);
  const [only, ...others] = lines;
  const isClients =
    only !== undefined &&
    !others.length &&
    (billedBy(only) > 1 || (only.company !== undefined && isParty(only.company)));
  const addresses = new Map(
    FIELDS.map((field) => {
      const all = groupBy(lines, (line) => line[field] ?? '');
      const shared = all.filter(
        (alike) =>
          isClients ||
          (lines.length > 1 && alike.length === lines.length) ||
          alike.length > Math.max(2, lines.length * MOST),
      );
      const texts = shared.flatMap(([line]) => line[field] ?? []);
      return [field, new Set(texts.filter((text) => !isKnown(field, text)))];
    }),
  );
  return (field, text) => addresses.get(field)?.has(text) ?? false;
}
