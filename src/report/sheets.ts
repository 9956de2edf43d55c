import { answersOf, countsOf, stepOf } from './answer.ts';
import type { AuditDocument } from './document.ts';
import { type FlatTable, flatTable, money, number, type TableParts, text } from './flat-table.ts';
import { incomplete, quarantinedIn } from './phrases.ts';
import type { Sheets } from './renderers.ts';
import { TABLES } from './tables.ts';

const table = <R>(parts: TableParts<AuditDocument, R>): FlatTable<AuditDocument> => flatTable(parts);

/** One line of what is read first. */
interface Item {
  readonly what: string;
  readonly amount?: string;
  readonly note: string;
}

function itemsOf(doc: AuditDocument): Item[] {
  const { sow, period, as_of, tool } = doc;
  const aside = quarantinedIn(doc.inputs);
  return [
    ...(aside ? [{ what: 'INCOMPLETE', note: incomplete(aside) }] : []),
    ...answersOf(doc).map(({ word, amount, note }) => ({ what: word, amount, note })),
    { what: 'vendor', note: sow.vendor },
    { what: 'client', note: sow.client },
    { what: 'SOW', note: sow.id },
    { what: 'period', note: `${period.from} to ${period.to}${doc.closed ? ' (closed)' : ''}` },
    { what: 'as of', note: as_of },
    { what: 'currency', note: sow.currency },
    { what: 'time zone', note: `${sow.time_zone}: all times of this workbook` },
    { what: 'rests on', note: countsOf(doc) },
    ...(doc.ledger?.closed ?? []).map((note) => ({ what: 'closed before', note })),
    ...doc.assumptions.map(({ key, value }) => ({ what: 'assumed', note: `${key} = ${value}` })),
    ...doc.not_checked.map(({ rule, why }) => ({ what: 'not checked', note: `${rule}: ${why}` })),
    { what: 'made by', note: `${tool.name} ${tool.version}` },
  ];
}

const summary = table<Item>({
  title: 'what is read first',
  rows: itemsOf,
  columns: [text('what', (i) => i.what), money('amount', (i) => i.amount ?? null), text('note', (i) => i.note)],
});

export const bridge = table<AuditDocument['bridge'][number]>({
  title: 'from the invoice to what is payable',
  rows: (doc) => doc.bridge,
  columns: [
    text('step', (b) => stepOf(b.step).name),
    money('change', (b) => (stepOf(b.step).isSum ? null : b.amount)),
    money('running', (b) => b.running),
    text('claims', (b) => (stepOf(b.step).isSum ? '' : b.claims.join('; '))),
  ],
});

/** A file that the report rests on. */
interface Source {
  readonly source: string;
  readonly file: string;
  readonly rows: number | null;
  readonly quarantined: number | null;
  readonly sha256: string;
}

export const sources = table<Source>({
  title: 'the files that were read',
  rows: ({ sow, inputs }) => [
    { source: 'rules', file: sow.file, rows: null, quarantined: null, sha256: sow.sha256 },
    ...inputs,
  ],
  columns: [
    text('source', (s) => s.source),
    text('file', (s) => s.file),
    number('rows', (s) => s.rows),
    number('quarantined', (s) => s.quarantined),
    text('sha256', (s) => s.sha256),
  ],
});

/** The sheets of one SOW's workbook. */
export const SHEETS: Sheets<AuditDocument> = {
  Summary: summary,
  Claims: TABLES.claims,
  Lines: TABLES.lines,
  Bridge: bridge,
  Metrics: TABLES.metrics,
  Disputes: TABLES.disputes,
  Findings: TABLES.findings,
  Sources: sources,
};
