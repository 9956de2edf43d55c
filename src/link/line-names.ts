import type { InvoiceLine, Meeting } from '../read/records.ts';
import type { Called } from './called.ts';
import { groupBy } from './grouped.ts';
import type { ContactCells } from './identity/identity.ts';
import { companyKey } from './keys.ts';
import { type Spoken, spokenIn } from './line-texts.ts';
import type { Slot } from './slots.ts';

/** What a line says of whom it bills. */
export interface Naming {
  readonly cells: ContactCells;
  readonly spoken: Spoken<Slot>;
  /** Words of its text that other lines of the file do not have: they may name somebody, or a firm, whom no drop knows. */
  readonly unexplained: readonly string[];
  /** It is for somebody of its own, known or not. */
  readonly isSomebody: boolean;
}

/** What stands in so many lines of a file, and in two at least, is how they are worded. */
const USUAL = 0.1;

const FIELDS = ['contact_name', 'email', 'phone', 'company', 'domain'] as const;

/**
 * What the lines of invoices say of whom they bill. A cell that names client or vendor, or that all lines of a file share and no drop knows, is the address of the
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
  for (const ofFile of groupBy(lines, ({ row }) => row.file)) {
    const isShared = sharedTest(ofFile, rows, called);
    const read = ofFile.map((line) => {
      const cells = Object.fromEntries(
        told.flatMap((field) => {
          const text = line[field];
          return text === undefined || isParty(text) || isShared.has(field) ? [] : [[field, text]];
        }),
      ) as ContactCells;
      const text = [cells.contact_name, cells.company, line.description].filter(Boolean).join(' | ');
      const spoken = spokenIn(text, called);
      return { line, cells, spoken: { ...spoken, mentions: spoken.mentions.filter((said) => !isParty(said.text)) } };
    });
    const linesWith = new Map<string, number>();
    for (const { spoken } of read)
      for (const word of new Set(spoken.rest)) linesWith.set(word, (linesWith.get(word) ?? 0) + 1);
    const isNaming = read.some(({ spoken }) => spoken.mentions.length > 0);
    const usual = Math.max(2, read.length * USUAL);
    for (const { line, cells, spoken } of read) {
      const unexplained = spoken.rest.filter((word) => (linesWith.get(word) ?? 0) < usual);
      const isSomebody = Object.keys(cells).length > 0 || (isNaming && unexplained.length > 0);
      found.set(line, { cells, spoken, unexplained, isSomebody });
    }
  }
  return { of: (line) => found.get(line) as Naming };
}

function partyTest(parties: readonly string[]): (text: string) => boolean {
  const keys = new Set(parties.map(companyKey));
  return (text) => keys.has(companyKey(text));
}

/** Fields in which all lines of a file say the same, which no drop knows. */
function sharedTest(
  lines: readonly InvoiceLine[],
  rows: readonly Meeting[],
  called: Called<Slot>,
): ReadonlySet<(typeof FIELDS)[number]> {
  const isKnown = (field: (typeof FIELDS)[number], text: string): boolean =>
    field === 'contact_name'
      ? spokenIn(text, called).mentions.length > 0
      : field === 'company'
        ? called.firm(text) !== undefined
        : rows.some((row) => row[field] === text);
  return new Set(
    FIELDS.filter((field) => {
      const [text, ...others] = new Set(lines.map((line) => line[field]));
      return lines.length > 1 && text !== undefined && !others.length && !isKnown(field, text);
    }),
  );
}
