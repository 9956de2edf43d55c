import type { AuditDocument } from '../document.ts';
import { type FlatTable, flatTable, money, number, type TableParts, text, time } from '../flat-table.ts';
import { TABLES } from '../tables.ts';
import type { AuditsDocument } from './document.ts';

const table = <R>(parts: TableParts<AuditsDocument, R>): FlatTable<AuditsDocument> => flatTable(parts);

/** The table of each audit under one header, the SOW first. */
export const ofEach = ({ title, columns, rows }: FlatTable<AuditDocument>): FlatTable<AuditsDocument> => ({
  title,
  columns: [{ name: 'sow', kind: 'text' }, ...columns],
  rows: ({ audits }) => audits.flatMap((doc) => rows(doc).map((cells) => [doc.sow.id, ...cells])),
});

/** What only a run over several SOWs has. */
export const SUMMARY_TABLES = {
  summary: table<AuditsDocument['summary'][number]>({
    title: 'several SOWs: the sums of each',
    rows: (doc) => doc.summary,
    columns: [
      text('sow', (s) => s.sow),
      text('vendor', (s) => s.vendor),
      text('period', (s) => s.period.label),
      text('currency', (s) => s.currency),
      money('claimed', (s) => s.claimed),
      money('supported', (s) => s.supported),
      money('disputed', (s) => s.disputed),
      money('open', (s) => s.open),
      money('payable', (s) => s.payable),
      number('claims', (s) => s.claims),
      number('claims_disputed', (s) => s.claims_disputed),
      time('dispute_by', (s) => s.dispute_by),
      text('file', (s) => s.file),
      number('quarantined', (s) => s.quarantined),
      money('undisputed', (s) => s.undisputed),
    ],
  }),
} as const;

const each = Object.fromEntries(Object.entries(TABLES).map(([name, t]) => [name, ofEach(t)])) as Readonly<
  Record<keyof typeof TABLES, FlatTable<AuditsDocument>>
>;

/** The tables of `reconcile` over several SOWs. */
export const SEVERAL_TABLES = {
  ...each,
  findings: {
    ...each.findings,
    rows: (doc: AuditsDocument) => [...doc.findings.map(sharedCells), ...each.findings.rows(doc)],
  },
  ...SUMMARY_TABLES,
};

/** A finding on several SOWs, in the columns of one. */
function sharedCells({ code, severity, message, evidence }: AuditsDocument['findings'][number]): string[] {
  const places = evidence.map(({ sow, file, line }) => `${sow} ${file}:${line}`);
  return [[...new Set(evidence.map((row) => row.sow))].join('; '), code, severity, message, places.join('; ')];
}
