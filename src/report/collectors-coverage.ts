import { type Found, found } from '../judge/rule.ts';
import type { Closing } from '../ledger/closing.ts';
import { groupBy } from '../link/grouped.ts';
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
  const pairs = pairsOf(own, last);
  // Of a series of files, such as one a day, the newest alone says how many rows to expect.
  const newest = [...new Map(pairs.map((pair) => [`${pair.file.source} ${seriesOf(pair.file)}`, pair])).values()];
  return [
    ...empty,
    ...(terms.rows_vs_last
      ? newest.flatMap((pair) => rowsOff(pair, last, terms.rows_vs_last?.amount ?? 0, terms.rows_vs_last?.scale ?? 0))
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

/** Each file with the last one of its series in the last closed period; where no series of a source goes on, its last file with the last one then. */
function pairsOf(own: readonly InputFile[], last: Closing): Pair[] {
  const closed = closedOf(last);
  return groupBy(own, ({ source }) => source).flatMap((now) => {
    const then = closed.filter(({ source }) => source === now[0].source);
    const pairs = now.flatMap((file) => {
      const before = then.findLast((one) => seriesOf(one) === seriesOf(file));
      return before ? [{ file, before }] : [];
    });
    const [file, before] = [now.at(-1), then.at(-1)];
    return pairs.length || !file || !before ? pairs : [{ file, before }];
  });
}

/** What a file is called beside its numbers and dates: an export for each site or system is compared with its own. */
const seriesOf = ({ file }: Pick<InputFile, 'file'>): string => (file.split('/').at(-1) ?? file).replace(/\d+/g, '#');

/** The files of a closed period; of a call log only the number of its rows is kept. */
const closedOf = ({ facts, document }: Closing): readonly (Pair['before'] & Pick<InputFile, 'source'>)[] => [
  ...facts.files,
  ...document.inputs.filter(({ source }) => source === 'calls'),
];

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
