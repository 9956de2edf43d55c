import { type FindingRow, row } from './finding.ts';

/** What a person should know of the files themselves. */
export const INPUT_FINDINGS = {
  quarantined_rows: row(
    'error',
    'Rows were set aside',
    '{rows#} of {all#} {all|row|rows} of {file} could not be read and {rows|was|were} set aside: {codes}',
    'A row that is not understood is never billed, and never forgotten: the report is not complete without it.',
  ),
  mended_rows: row(
    'warning',
    'Rows of a file were mended',
    '{file}: {codes}; `leadaudit inspect` shows the lines',
    'One reading of the row alone fits the columns; --strict refuses such files.',
  ),
  irregular_file: row(
    'info',
    'A file departs from a clean table',
    '{file}: {codes}',
    'No row was changed; what stands between or around the rows is told, so that nothing is dropped in silence.',
  ),
  incomplete_file: row(
    'warning',
    'A file says itself that rows are missing',
    '{file}: {reason}',
    'What a part of a drop does not hold is neither billed nor disputed.',
  ),
  decoded_as: row(
    'info',
    'A file is not UTF-8',
    '{file} was read as {encoding}',
    'Another encoding is told, so that strange letters have an explanation.',
  ),
  figures_unread: row(
    'warning',
    'Calls of a warehouse that were not read',
    '{field} of {calls#} {calls|call|calls} {why} ({file})',
    'What cannot be read is not counted, and nobody would see it in a sum.',
  ),
  preamble: row(
    'info',
    'Lines stand before the header',
    '{file}: {lines#} {lines|line|lines} before the header on line {header} {lines|was not read as a row|were not read as rows}',
    'No line is left out in silence.',
  ),
  unread_columns: row(
    'info',
    'Columns that nothing was read from',
    '{file}: {columns}',
    'A column that is not read decides nothing.',
  ),
  crm_without_outcome: row(
    'warning',
    'A CRM that does not say what came of its meetings',
    '{file}: of {meetings#} {meetings|meeting|meetings} none says what came of it, so that {meetings|it proves|they prove} nothing{unread}',
    'That a meeting stands in a CRM proves no more than that it was planned. Mostly the column with the outcome was not read: map it with `columns: { outcome: ... }`.',
  ),
  left_out_again: row(
    'warning',
    'A drop that was sent again leaves rows out',
    '{later} sends {file} again and leaves out {rows#} of its {all#} {all|row|rows}: {ids}; {rows|it counts as it stands|they count as they stand} there',
    'A list that is sent again cannot make a no-show disappear. Where the vendor corrected it, and asks for these no more, name the newer file alone under `sources.meetings`.',
  ),
  more_in_row: row(
    'warning',
    'Rows that tell of more meetings than are read',
    '{file}: each row tells of several meetings, of which {first} is read, and {more} is not',
    'What is not read is neither billed nor judged: a no-show stays one although the next column says that it was made good. Name the file once more for each, with the columns of that meeting and the same `id`.',
  ),
  edited_after_as_of: row(
    'warning',
    'Meetings of a CRM that were edited after as-of',
    '{file}: {meetings#} {meetings|meeting|meetings} until {as_of} {meetings|was last edited later, and is|were last edited later, and are} no evidence yet; `--as-of {latest}` takes {meetings|it as it is|them as they are} now',
    'What was known at as-of is not in a row that was edited since. Mostly the file was exported after the end of the month: move as-of to the day of the export.',
  ),
  crm_without_person: row(
    'warning',
    'Meetings of a CRM that name nobody',
    '{file}: {meetings#} {meetings|meeting names|meetings name} neither a person nor an address, a number or a firm{ids}{unread}',
    'Nobody can say whose meeting that was. Many exports name people by ids alone: export the people as well, as another file of `crm`, and map the ids to `contact_id`.',
  ),
  empty_drop: row(
    'warning',
    'A file of the drop holds no rows',
    '{file} ({source}) has a header and no rows',
    '`checks.coverage.empty_drop` lets the run go on; an empty file is mostly a failed export.',
  ),
  rows_vs_last: row(
    'warning',
    'A file is much longer or shorter than the last one',
    '{file} has {rows#} {rows|row|rows}, {before} of closed {period} had {last#}: {change}',
    'A drop that is cut off, or holds two months, looks like a good one.',
  ),
  header_drift: {
    ...row(
      'warning',
      'The columns of a file have changed',
      '{file}: new {added}; gone since {before} of closed {period}: {gone}',
      'A column that is renamed is read as missing, and what rests on it goes away.',
    ),
    or: 'error',
  },
} as const satisfies Record<string, FindingRow>;
