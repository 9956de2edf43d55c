import type { SourceName } from '../model.ts';
import { directionColumns, directionOf } from '../read/directions.ts';
import { mediaColumns } from '../read/only.ts';
import type { OpenFile } from '../read/open.ts';
import { type ColumnPlan, planColumns } from '../read/plan.ts';
import { PRESETS } from '../read/presets/table.ts';
import { fieldsOf, ONE_OF } from '../read/source-table.ts';
import { foldHeader, type TableRow } from '../read/table.ts';
import { billedColumns } from './billed.ts';
import type { ColumnSurvey } from './columns.ts';
import { type Columns, headersIn, joinedId, partedFields, partedName } from './composed.ts';
import { areMoments, guessColumn } from './guess.ts';
import type { Recognized } from './recognize.ts';
import { partiesOf, sidesOf } from './sides.ts';
import { columnsByWord } from './worded.ts';

/** What in an entry is a guess, to be checked: its key and why. */
export interface Guess {
  readonly key: string;
  readonly why: string;
}

/** The columns that rules would have to name, beside those that are found by name, with what of them is a guess. */
export function proposedColumns(
  file: string,
  open: OpenFile,
  rows: readonly TableRow[],
  survey: ColumnSurvey,
  { source, preset: presetName }: Recognized,
  given: Columns,
): { readonly columns: Record<string, Columns[string]>; readonly guesses: Guess[] } {
  const preset = PRESETS[presetName];
  const guesses: Guess[] = [];
  const first = planColumns(open, source, preset, given, file);
  const unread = survey.facts(first.columns).filter((c) => c.field === null && c.header.trim() !== '');
  const ofCalls = source === 'calls' && presetName === 'generic' ? callColumns(open.header, rows, first.columns) : {};
  for (const field of Object.keys(ofCalls))
    guesses.push({ key: `columns.${field}`, why: 'by its name, and by what its cells hold' });
  // Who calls is the agent or the prospect: where the sides are known, neither is meant by a word.
  const parties = source === 'calls' ? partiesOf(open.header) : [];
  const billed = source === 'invoice' ? billedColumns(unread) : {};
  // Of calls of a known system every column is known.
  const worded = columnsByWord(
    source,
    (source === 'calls' && presetName !== 'generic' ? [] : unread)
      .map((c) => c.header)
      .filter((name) => ![...parties, ...headersIn(ofCalls), ...Object.values(billed)].includes(name)),
    { has: (field) => first.columns.has(field) || ofCalls[field] !== undefined },
  );
  // A type of calls may say many things but their direction.
  const type = source === 'calls' ? worded.direction : undefined;
  if (type !== undefined && !cellsAt(rows, open.header.indexOf(type)).some((word) => directionOf(word) !== undefined))
    delete worded.direction;
  const columns: Record<string, Columns[string]> = { ...given, ...ofCalls, ...worded, ...billed };
  // `Email` beside `Lead Email` is that of the agent.
  const own = source === 'calls' ? open.header.find((header) => PROSPECT_EMAIL.test(foldHeader(header))) : undefined;
  if (own !== undefined && columns.email === undefined && open.header[first.columns.get('email') ?? -1] !== own) {
    columns.email = own;
    guesses.push({ key: 'columns.email', why: 'the header is a word for it' });
  }
  for (const field of Object.keys({ ...worded, ...billed }))
    guesses.push({ key: `columns.${field}`, why: 'the header is a word for it' });
  if (source === 'calls' && presetName === 'generic') {
    const at = open.header[first.columns.get('disposition') ?? -1] ?? columns.disposition;
    const status = typeof at === 'string' ? statusBeside(at, open.header, rows, headersIn(columns)) : undefined;
    if (typeof at === 'string' && status !== undefined) {
      columns.disposition = { first_filled: [at, status] };
      guesses.push({ key: 'columns.disposition', why: `"${at}" is empty in rows of which "${status}" says something` });
    }
  }
  const name = presetName === 'generic' && columns.contact_name === undefined && partedName(source, first, open.header);
  if (name) {
    columns.contact_name = name;
    guesses.push({ key: 'columns.contact_name.join', why: 'the parts of the name, by their headers' });
  }
  // A day that goes with a time is of that moment, and of no other.
  const partMoments = (): ColumnPlan => {
    const plan = planColumns(open, source, preset, columns, file);
    for (const [field, parts] of partedFields(source, plan, presetName, open.header, rows)) {
      columns[field] = parts;
      if (parts.time !== undefined)
        guesses.push({ key: `columns.${field}.time`, why: 'the time of these days, by its name and its cells' });
      if (parts.zone !== undefined)
        guesses.push({
          key: `columns.${field}.zone`,
          why: 'its cells are zones; whose they are, the header does not say',
        });
    }
    return plan;
  };
  partMoments();
  for (const field of neededOf(source)) {
    if (first.columns.has(field) || columns[field] !== undefined) continue;
    const isEvent = first.columns.has('starts_at') || columns.starts_at !== undefined;
    // A meeting that starts needs no delivery, and of a person of the CRM nothing is said to have come.
    if (field === 'delivered_at' ? isEvent : field === 'outcome' && source === 'crm' && !isEvent) continue;
    const header = guessColumn(
      source,
      field,
      unread.filter((c) => !headersIn(columns).includes(c.header)),
    );
    if (header === undefined) continue;
    columns[field] = header;
    guesses.push({ key: `columns.${field}`, why: `the header sounds like it, and its cells fit` });
  }
  const plain = partMoments();
  const id = joinedId(source, plain, columns, open.header);
  if (id) {
    columns.id = id;
    guesses.push({ key: 'columns.id.join', why: 'no column has an id: these tell the rows apart' });
  }
  return { columns, guesses };
}

/** Which rows of a log count: those that are calls, and not between two agents; undefined where all do. */
export function callsIn(
  header: readonly string[],
  rows: readonly TableRow[],
  columns: ReadonlyMap<string, number>,
): { readonly header: string; readonly words: readonly string[]; readonly without: readonly string[] } | undefined {
  const [media] = mediaColumns(header, rows);
  if (media) return { header: media.header, words: media.spoken, without: media.written };
  const at = columns.get('direction') ?? -1;
  const said = [...new Set(rows.flatMap(({ cells }) => (cells[at] ?? '').trim() || []))];
  const without = said.filter((word) => INTERNAL.test(word));
  const words = said.filter((word) => !INTERNAL.test(word));
  const isWhole = rows.every(({ cells }) => cells[at]?.trim());
  return without.length && words.length && isWhole ? { header: header[at] ?? '', words, without } : undefined;
}
const INTERNAL = /^intern(al|e|o|a)?( (calls?|anruf|appel|llamada))?$/i;

/** Columns of calls that only their cells tell: directions, and who is on which side of the line. */
function callColumns(
  header: readonly string[],
  rows: readonly TableRow[],
  found: ReadonlyMap<string, number>,
): Columns {
  const said = directionColumns(header, rows).map((column) => column.header);
  const named = found.get('direction');
  const direction = named === undefined ? said[0] : header[named];
  const sides = sidesOf(header, rows, direction === undefined ? undefined : header.indexOf(direction));
  // `Call Time` is how long it took, and when it was.
  const length = header[found.get('duration') ?? -1];
  const isWhen = length !== undefined && !found.has('started_at') && areMoments(cellsAt(rows, header.indexOf(length)));
  return {
    ...(isWhen ? { started_at: length } : {}),
    ...(named === undefined && direction !== undefined ? { direction } : {}),
    ...Object.fromEntries(Object.entries(sides).filter(([field]) => !found.has(field))),
  };
}

const PROSPECT_EMAIL = /^(lead|prospect|contact|customer|person)('s)? e-?mail( address)?$/;

const STATUS = /\b(status|state|result|outcome|answered|connected)\b/;
/** A column of statuses has few words. */
const MOST_WORDS = 20;

/** The column that says how calls ended where their disposition is empty, since nobody answered. */
function statusBeside(
  disposition: string,
  header: readonly string[],
  rows: readonly TableRow[],
  taken: readonly string[],
): string | undefined {
  const at = header.indexOf(disposition);
  const blank = rows.filter(({ cells }) => !cells[at]?.trim());
  return header.find((name, i) => {
    if (i === at || !STATUS.test(foldHeader(name)) || taken.includes(name)) return false;
    const words = new Set(rows.map(({ cells }) => (cells[i] ?? '').trim()));
    return (
      words.size > 1 && words.size <= MOST_WORDS && blank.length > 0 && blank.every(({ cells }) => cells[i]?.trim())
    );
  });
}

/** As many rows show what a column holds. */
const LOOKED_AT = 200;

const cellsAt = (rows: readonly TableRow[], at: number): string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (cells[at] ?? '').trim() || []);

const neededOf = (source: SourceName): string[] => [
  ...Object.entries(fieldsOf(source)).flatMap(([name, field]) => (field.needed ? [name] : [])),
  // A deal has an id of its own, which is nobody's lead.
  ...(ONE_OF[source] ?? []).flat().filter((name) => source !== 'opportunities' || name !== 'lead_id'),
  ...(source === 'meetings' || source === 'crm' ? ['outcome', 'email', 'contact_name', 'company', 'booked_at'] : []),
];
