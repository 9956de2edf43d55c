import { type Found, found } from '../judge/rule.ts';
import type { Closing } from '../ledger/closing.ts';
import type { InputFile } from '../read/records.ts';
import { ownFiles } from './own-files.ts';
import type { AuditParts } from './parts.ts';

/** What the drop's own contract (`checks.coverage`) says of it: empty files, and how it differs from the drop of the last closed period. */
export function coverage(f: AuditParts): Found[] {
  const terms = f.sow.checks?.coverage;
  const last = f.closings.at(-1);
  if (!terms) return [];
  const own = ownFiles(f);
  const empty =
    terms.empty_drop === 'warning'
      ? own.filter(({ rows }) => rows === 0).map(({ file, source }) => found('empty_drop', { file, source }))
      : [];
  if (!last) return empty;
  const pairs = newestOf(own).flatMap((file) => {
    const before = lastOf(last, file);
    return before ? [{ file, before }] : [];
  });
  return [
    ...empty,
    ...(terms.rows_vs_last
      ? pairs.flatMap((pair) => rowsOff(pair, last, terms.rows_vs_last?.amount ?? 0, terms.rows_vs_last?.scale ?? 0))
      : []),
    ...(terms.header_drift === undefined || terms.header_drift === 'ignore'
      ? []
      : pairs.flatMap((pair) => headerDrift(pair, last, terms.header_drift === 'error'))),
  ];
}

interface Pair {
  readonly file: InputFile;
  readonly before: Pick<InputFile, 'file' | 'rows'> & Partial<InputFile>;
}

/** Of each source the last file, in the order in which they came. */
const newestOf = (files: readonly InputFile[]): InputFile[] => [
  ...new Map(files.map((file) => [file.source, file])).values(),
];

/** The last file of the source in the last closed period; of a call log only the number of its rows is kept. */
const lastOf = ({ facts, document }: Closing, { source }: InputFile): Pair['before'] | undefined =>
  facts.files.findLast((file) => file.source === source) ??
  document.inputs.findLast((file) => file.source === source && source === 'calls');

function rowsOff({ file, before }: Pair, { period }: Closing, amount: number, scale: number): Found[] {
  const off = before.rows === 0 ? Infinity : Math.abs(file.rows - before.rows) / before.rows;
  if (before.rows === file.rows || off <= amount / 10 ** scale) return [];
  const change = before.rows === 0 ? 'from none' : `${file.rows > before.rows ? '+' : '-'}${(off * 100).toFixed(0)} %`;
  return [
    found('rows_vs_last', {
      file: file.file,
      rows: file.rows,
      last: before.rows,
      before: before.file,
      period: period.label,
      change,
    }),
  ];
}

function headerDrift({ file, before }: Pair, { period }: Closing, isError: boolean): Found[] {
  if (!before.columns) return [];
  const [now, then] = [headersOf(file), headersOf(before)];
  const [added, gone] = [now.filter((h) => !then.includes(h)), then.filter((h) => !now.includes(h))];
  if (!added.length && !gone.length) return [];
  const args = {
    file: file.file,
    before: before.file,
    period: period.label,
    added: added.join(', ') || 'none',
    gone: gone.join(', ') || 'none',
  };
  return [{ ...found('header_drift', args), ...(isError ? { severity: 'error' } : {}) }];
}

const headersOf = ({ headers = {}, unread = [] }: Partial<InputFile>): string[] =>
  [...new Set([...Object.values(headers), ...unread].map((header) => header.trim()))].sort();
