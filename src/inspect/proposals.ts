import type { SourceName } from '../model.ts';
import type { OpenFile } from '../read/open.ts';
import { type ColumnPlan, planColumns } from '../read/plan.ts';
import { PRESETS } from '../read/presets/table.ts';
import { seriesAfter } from '../read/series.ts';
import { fieldsOf, ONE_OF } from '../read/source-table.ts';
import type { TableRow } from '../read/table.ts';
import { billedColumns } from './billed.ts';
import { callColumns, isDirection, prospectEmail, statusBeside } from './call-columns.ts';
import type { ColumnSurvey } from './columns.ts';
import { type Columns, closedColumns, headersIn, joinedId, partedFields, partedName } from './composed.ts';
import { cellsAt, guessColumn, guessWord } from './guess.ts';
import type { Recognized } from './recognize.ts';
import { partiesOf } from './sides.ts';
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
    (name) => cellsAt(rows, open.header.indexOf(name)),
  );
  if (source === 'calls' && !isDirection(worded.direction, open.header, rows)) delete worded.direction;
  // Names of products that say nothing of what a line bills would only have to be mapped.
  if (worded.kind !== undefined && !saysKinds(cellsAt(rows, open.header.indexOf(worded.kind)))) delete worded.kind;
  const columns: Record<string, Columns[string]> = { ...given, ...ofCalls, ...worded, ...billed };
  const own = source === 'calls' ? prospectEmail(open.header) : undefined;
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
  const closed = first.columns.has('closed_at') || columns.closed_at ? undefined : closedColumns(source, open.header);
  if (closed) {
    columns.closed_at = closed;
    guesses.push({ key: 'columns.closed_at', why: 'a deal is won or lost: one of these columns is filled' });
  }
  const name = presetName === 'generic' && given.contact_name === undefined && partedName(source, first, open.header);
  // `Nom` is a whole name, unless `Prénom` stands beside it.
  if (name && (worded.contact_name === undefined || name.join.includes(worded.contact_name))) {
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
  if (id?.join[1] === undefined && id?.join[0] !== undefined) {
    columns.id = id.join[0];
    guesses.push({ key: 'columns.id', why: 'no column has an id, and each row is of one person' });
  } else if (id) {
    columns.id = id;
    guesses.push({ key: 'columns.id.join', why: 'no column has an id: these tell the rows apart' });
  } else if (source === 'meetings' && !plain.columns.has('id')) {
    const lead = survey.facts(plain.columns).find((c) => c.field === 'lead_id');
    if (lead !== undefined && lead.distinct === lead.filled && lead.filled >= rows.length) {
      columns.id = lead.header;
      guesses.push({ key: 'columns.id', why: 'no other column has an id, and these tell the rows apart' });
    }
  }
  const start = open.header[plain.columns.get('starts_at') ?? -1];
  const more = start === undefined ? [] : seriesAfter(start, open.header);
  if (
    (source === 'meetings' || source === 'crm') &&
    start !== undefined &&
    more.length &&
    !plain.composed.has('starts_at')
  ) {
    columns.starts_at = start;
    const why = `each row tells of more meetings: add an entry of this file for ${more.join(', ')}, with the same id`;
    const rest = guesses.filter(({ key }) => key !== 'columns.starts_at');
    return { columns, guesses: [...rest, { key: 'columns.starts_at', why }] };
  }
  return { columns, guesses };
}

/** Whether each cell suggests what a line bills. */
const saysKinds = (cells: readonly string[]): boolean =>
  cells.length > 0 && cells.every((cell) => guessWord('kind', cell) !== undefined);

const neededOf = (source: SourceName): string[] => [
  ...Object.entries(fieldsOf(source)).flatMap(([name, field]) => (field.needed ? [name] : [])),
  // A deal has an id of its own, which is nobody's lead.
  ...(ONE_OF[source] ?? []).flat().filter((name) => source !== 'opportunities' || name !== 'lead_id'),
  ...(source === 'meetings' || source === 'crm' ? ['outcome', 'email', 'contact_name', 'company', 'booked_at'] : []),
];
