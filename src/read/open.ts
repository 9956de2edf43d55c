import { effectOf, type Problem, problem } from '../problems/problem.ts';
import { type Hints, openTable } from './delimited.ts';
import type { Found } from './dialect.ts';
import { decoding, type Encoding, sniff } from './encoding.ts';
import type { NamedFile } from './files.ts';
import { behind, type Input, openInput, readAll } from './input.ts';
import { type JsonText, readJson } from './json.ts';
import type { Layout } from './presets/preset.ts';
import { secondReading } from './second-reading.ts';
import { type Counts, foldHeader, type Table, type TableRow } from './table.ts';
import { noTemporary } from './temporary.ts';

/** A JSON or iCalendar text is read whole, and may have this many bytes; larger logs come as CSV, or as NDJSON in parts. */
const WHOLE_LIMIT = 400 * 2 ** 20;
const HEAD = 1 << 20;

/** A file that was opened as a table: what it is, and its rows as a stream. */
export interface OpenFile {
  readonly kind: 'delimited' | 'json' | 'icalendar';
  readonly encoding: Encoding;
  /** Of a delimited text. */
  readonly dialect: Found | undefined;
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly before: readonly TableRow[];
  readonly layout: Layout | undefined;
  /** Rows of the first part of the file, or all of them. */
  sample(): readonly TableRow[];
  readonly isWhole: boolean;
  /** The rows in order, once; problems, counts and hash are whole behind the last of them. */
  rows(): AsyncIterable<readonly TableRow[]>;
  problems(): readonly Problem[];
  readonly counts: Readonly<Counts>;
  sha256(): string;
  /** How many bytes of the file were read, of how many. */
  progress(): { readonly bytes: number; readonly size: number };
  close(): Promise<void>;
}

export interface OpenHints extends Hints {
  readonly encoding?: string | undefined;
}

/** Opens a file: decodes it, tells what it is and finds its table. A problem that stops the run comes without a file. */
export async function openFile(
  file: NamedFile,
  hints: OpenHints,
): Promise<{ readonly file: OpenFile | undefined; readonly problems: readonly Problem[] }> {
  let input: Input;
  try {
    input = await openInput(file.path);
  } catch (error) {
    const fault = error as NodeJS.ErrnoException;
    const isSpooled = file.path === '-' && fault.code !== 'EISDIR';
    const told = isSpooled ? noTemporary(fault, 'what comes on stdin is kept there') : unreadable(file.name, fault);
    return { file: undefined, problems: [told] };
  }
  try {
    const opened = await openText(input, file.name, hints);
    if (!opened.file) await input.close();
    return opened;
  } catch (error) {
    await input.close();
    return { file: undefined, problems: [unreadable(file.name, error)] };
  }
}

function unreadable(file: string, error: unknown): Problem {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'ENOENT'
    ? problem('missing_file', { file }, { path: file })
    : problem(
        'unreadable_file',
        { file },
        { reason: code === 'EISDIR' ? 'it is a folder; name its files' : (code ?? message) },
      );
}

async function openText(
  input: Input,
  name: string,
  hints: OpenHints,
): Promise<{ file: OpenFile | undefined; problems: readonly Problem[] }> {
  const raw = input.read().fill;
  const head = await readAll(raw, HEAD);
  const start = startOf(head);
  const what = otherThan(start);
  if (what) return { file: undefined, problems: [problem('not_a_table', { file: name }, { what })] };
  const { encoding, problems } = sniff(head, name, hints.encoding);
  if (problems.some((p) => p.code !== 'decoded_as')) return { file: undefined, problems };
  const text = decoding(behind(head, raw), encoding);
  const common = {
    encoding,
    sha256: () => input.sha256(),
    progress: () => input.progress(),
    close: () => input.close(),
  };
  const kind = kindOf(name, start);
  if (kind !== 'delimited') {
    const whole = await readAll(text.fill, WHOLE_LIMIT);
    if (whole.length >= WHOLE_LIMIT) {
      const args = { what: `a text of more than ${WHOLE_LIMIT / 2 ** 20} MiB that must be read whole; give it as CSV` };
      return { file: undefined, problems: [problem('not_a_table', { file: name }, args)] };
    }
    const fault = text.fault.offset;
    if (fault !== undefined)
      return { file: undefined, problems: [problem('encoding_changes', { file: name }, { offset: fault })] };
    const table =
      kind === 'icalendar'
        ? (await import('./ics.ts')).readIcs(whole.toString(), name)
        : jsonTable(readJson(whole.toString(), name), hints.layouts);
    if ('layout' in table || table.header.length)
      return { file: { ...common, ...wholeTable(kind, table, problems) }, problems: [] };
    return { file: undefined, problems: [...problems, ...table.problems] };
  }
  const table = await openTable(text, name, hints);
  if (!('rows' in table)) return { file: undefined, problems: [...problems, ...table.problems] };
  const told = (): Problem[] => [...problems, ...table.problems()];
  if (!table.isWhole)
    return { file: { ...common, ...table, kind, dialect: table.found, problems: told }, problems: [] };
  // A small file is read to its end at once, and by a second reader.
  const rows: TableRow[] = [];
  for await (const batch of table.rows()) for (const row of batch) rows.push(row);
  const first = told();
  const lines = new Set(
    first.flatMap((p) => (LINE_TOLD.has(p.code) ? [p.place.line ?? 0, Number(p.args.next ?? 0)] : [])),
  );
  for (let line = 1; line < (rows[0]?.line ?? 1); line++) lines.add(line);
  const doubts = table.text === undefined ? [] : secondReading(table.text, name, table.found, rows, lines);
  const doubted = new Set(doubts.map((p) => p.place.line));
  const sound = doubts.some((p) => p.place.line === undefined) ? [] : rows.filter((row) => !doubted.has(row.line));
  return {
    file: {
      ...common,
      ...table,
      kind,
      dialect: table.found,
      sample: () => sound,
      rows: once(sound),
      problems: () => [...first, ...doubts],
      counts: { ...table.counts, rows: sound.length, aside: table.counts.aside + rows.length - sound.length },
    },
    problems: [],
  };
}

/** Codes that are told of a whole line: the second reader does not look at it. */
const LINE_TOLD: ReadonlySet<string> = new Set([
  'broken_quotes',
  'stray_quote',
  'inner_quote',
  'ragged_row',
  'moved_cell',
  'joined_row',
  'extra_delimiters',
  'record_too_long',
  'other_section',
  'footer',
]);

const once = (rows: readonly TableRow[]) =>
  async function* (): AsyncGenerator<readonly TableRow[]> {
    yield rows;
  };

function wholeTable(
  kind: OpenFile['kind'],
  table: Table & { layout?: Layout | undefined },
  problems: readonly Problem[],
) {
  const { header, headerLine, before, rows, layout } = table;
  return {
    kind,
    dialect: undefined,
    header,
    headerLine,
    before,
    layout,
    sample: () => rows,
    isWhole: true,
    rows: once(rows),
    problems: () => [...problems, ...table.problems],
    counts: {
      rows: rows.length,
      aside: table.problems.filter((p) => effectOf(p) === 'quarantine').length,
      hasEnd: kind === 'icalendar' || table.isOneText === true,
    },
  };
}

/** The records of a JSON text: by the first layout that fits them, else as they lie. */
function jsonTable(
  json: JsonText | { readonly problems: readonly Problem[] },
  layouts: readonly Layout[] | undefined,
): Table & { layout?: Layout | undefined } {
  if (!('table' in json)) return { header: [], headerLine: 1, rows: [], before: [], problems: json.problems };
  for (const layout of layouts ?? []) {
    if (layout.section || layout.headerless || layout.header.length === 0) continue;
    const table = json.table(layout.rows);
    const folded = new Set(table.header.map(foldHeader));
    if (layout.header.every((name) => folded.has(foldHeader(name)))) return { ...table, layout };
  }
  return { ...json.table(), layout: undefined };
}

/** What a file is that is no table, and how such files begin. */
const OTHERS: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  'a ZIP archive or an Excel workbook (.xlsx)': ['PK\x03\x04'],
  'an old Excel workbook or another Office document': ['\xd0\xcf\x11\xe0'],
  'a document of a word processor (RTF)': ['{\\rtf'],
  'a PDF document': ['%PDF'],
  'a picture': ['\x89PNG', '\xff\xd8\xff', 'GIF8'],
  'an archive that is not gzip': ['Rar!\x1a', '7z\xbc\xaf', '\x28\xb5\x2f\xfd', '\xfd7zXZ'],
  'a file of a database': ['PAR1\x15', 'SQLite format 3', 'Obj\x01'],
  'a web page (HTML): one to sign in on in place of the export, or an .xls that is none': [
    /^<(!doctype html|html|head|body|meta|table|script|!--)/i,
  ],
  'an XML document': ['<?xml'],
  'an e-mail; the file may be attached to it': [/^([\w-]+: [^\n]*\n([ \t][^\n]*\n)*)*(MIME-Version|Message-ID): /i],
};

function otherThan(start: string): string | undefined {
  const begins = (way: string | RegExp): boolean => (typeof way === 'string' ? start.startsWith(way) : way.test(start));
  return Object.keys(OTHERS).find((what) => OTHERS[what]?.some(begins));
}

/** How a file begins, a letter a byte, whatever its encoding. */
const startOf = (head: Uint8Array): string =>
  Buffer.from(head.subarray(0, 4000))
    .toString('latin1')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\x00', '')
    .trimStart();

function kindOf(name: string, start: string): OpenFile['kind'] {
  const bare = name.replace(/\.gz$/i, '');
  if (/\.ics$/i.test(bare) || /^BEGIN:VCALENDAR/i.test(start)) return 'icalendar';
  if (/\.(json|ndjson|jsonl)$/i.test(bare)) return 'json';
  return !/\.(csv|tsv|txt)$/i.test(bare) && /^[[{]/.test(start) ? 'json' : 'delimited';
}
