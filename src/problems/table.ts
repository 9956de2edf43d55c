import { DISPUTE_PROBLEMS } from './dispute-problems.ts';
import { FILE_PROBLEMS } from './file-problems.ts';
import { LEDGER_PROBLEMS } from './ledger-problems.ts';
import { LINE_PROBLEMS } from './line-problems.ts';
import { REVIEW_PROBLEMS } from './review-problems.ts';
import { type ProblemRow, row } from './row.ts';
import { SAMPLE_PROBLEMS } from './sample-problems.ts';
import { WAREHOUSE_PROBLEMS } from './warehouse-problems.ts';

/** Every problem an input can have. Codes are never renamed and never used again. */
export const PROBLEMS = {
  // --- the command line ---
  bad_argument: row({
    effect: 'stop',
    title: 'A flag has a value that cannot be used',
    message: '{flag}: {reason}',
    why: 'What is asked for must be clear: a guess would be a wrong answer.',
    help: '[{expected}]',
  }),
  unknown_id: row({
    effect: 'stop',
    title: 'Nothing has the id that was asked for',
    message: 'no claim, meeting, chain, line or code is called "{id}"[; did you mean "{nearest}"?]',
    why: 'explain shows one thing; it does not guess which.',
    help: 'list the ids with: leadaudit reconcile --format csv --table claims',
  }),
  // --- the rules file ---
  missing_rules: row({
    effect: 'stop',
    title: 'There is no rules file',
    message: 'no rules file "{path}"',
    why: 'Without the clauses of the SOW nothing can be judged.',
    help: 'name one that is there (-c FILE), or write one: leadaudit init DROP...',
  }),
  bad_yaml: row({
    effect: 'stop',
    title: 'The rules file is not YAML',
    message: '{reason}',
    why: 'A rules file that is half understood would judge half a contract.',
    help: 'mend the line shown; values that hold ":" or "#" need quotes',
  }),
  duplicate_key: row({
    effect: 'stop',
    title: 'A key is given twice',
    message: 'the key "{key}" is given twice in one block',
    why: 'Two values for one key is a contradiction in the contract, not a question of which line comes last.',
    help: 'keep one of the two',
  }),
  unknown_key: row({
    effect: 'stop',
    title: 'A key that the rules file does not have',
    message: 'unknown key "{key}"[ in {parent}][; did you mean "{nearest}"?]',
    why: 'A misspelt clause would otherwise be a clause that never applies.',
    help: 'valid here: {valid}',
  }),
  missing_key: row({
    effect: 'stop',
    title: 'A key that must be there is missing',
    message: '"{key}" is missing[ from {parent}]',
    why: 'Without it the block cannot be applied.',
    help: 'add `{key}:`[ ({expected})]',
  }),
  wrong_value: row({
    effect: 'stop',
    title: 'A value that its key cannot have',
    message: '{path}: {reason}[; did you mean "{nearest}"?]',
    why: 'Values are read as text and typed by the schema, so that nothing is converted in silence.',
    help: '[expected: {expected}]',
  }),
  contradiction: row({
    effect: 'stop',
    title: 'Two clauses of the rules file contradict each other',
    message: '{reason}',
    why: 'Either reading would be a guess.',
    help: '[{help}]',
  }),
  // --- files and their lines ---
  ...FILE_PROBLEMS,
  ...LINE_PROBLEMS,
  // --- closed periods ---
  ...LEDGER_PROBLEMS,
  ...DISPUTE_PROBLEMS,
  ...REVIEW_PROBLEMS,
  ...SAMPLE_PROBLEMS,
  ...WAREHOUSE_PROBLEMS,
  // --- columns ---
  missing_column: row({
    effect: 'stop',
    title: 'A column that is needed is missing',
    message: 'no column for "{field}" of {source}[; the nearest header is "{nearest}"]',
    why: 'Without it no row of this source can be judged.',
    help: 'name it in the rules: sources.{source}.columns: { {key}: <header> }[, or { {key}: { join: {join} } } where only several columns tell rows apart]; headers here: {headers}[; {log} is read beside a file of {source} that has it]',
    helpOfNamed: 'call a column of the file "{field}"; headers here: {headers}',
  }),
  parted_time: row({
    effect: 'stop',
    title: 'A day and its time stand in two columns',
    message: '"{field}" would be read from one of "{date}" and "{time}" alone',
    why: 'A meeting without its time of day begins at midnight, and every window around it is wrong.',
    help: 'name both: sources.{source}.columns: { {field}: { date: {date}, time: {time} } }',
  }),
  unread_zone: row({
    effect: 'stop',
    title: 'A column of zones that nobody reads',
    message: '"{zone}" names other clocks ({words}) than the one by which {field} would be read',
    why: 'A meeting at 10:00 in Los Angeles is three hours later than one at 10:00 in New York, and notice is counted in hours.',
    help: 'name it: sources.{source}.columns: { {field}: { date: {header}, zone: {zone} } }; where it only says where the contact lives: { {field}: {header} }',
  }),
  unread_direction: row({
    effect: 'stop',
    title: 'A column of directions that nobody reads',
    message: '"{header}" says that calls were not dialed ({words}), and no column is read as direction',
    why: 'Without it every call of the log would count as a dial.',
    help: 'name it: sources.{source}.columns: { direction: {header} }',
  }),
  unread_media: row({
    effect: 'stop',
    title: 'Rows of a call log that are no calls',
    message: '"{header}" says that rows are no calls ({words}), and nothing says whether they count',
    why: 'Each of them would count as a dial.',
    help: 'name the rows to read under sources.calls: only: {only}',
  }),
  unread_relation: row({
    effect: 'stop',
    title: 'Rows of a list of customers that are none',
    message: '"{header}" says that rows are no customers ({words}), and nothing says whether they count',
    why: 'No meeting with any of them would be paid.',
    help: 'name the rows to read under sources.customers: only: {only}',
  }),
  unknown_column: row({
    effect: 'stop',
    title: 'The rules name a column that the file does not have',
    message: 'the rules take "{field}" from "{header}", which this file does not have[; did you mean "{nearest}"?]',
    why: 'A renamed column would otherwise read as empty cells.',
    help: 'headers here: {headers}',
  }),
  repeated_column: row({
    effect: 'stop',
    title: 'Two columns have the same meaning',
    message: '"{field}" could be column "{header}" or "{other}"',
    why: 'Taking one of two would be a guess.',
    help: 'name the right one in the rules: sources.{source}.columns: { {field}: {header} }',
    helpOfNamed: 'call the other column of the file something else',
  }),
  // --- cells ---
  unmapped_value: row({
    effect: 'stop',
    title: 'A word that nobody has mapped',
    message: '"{value}" is not a known {field} ({count#} {count|row|rows})[; the nearest is "{nearest}"]',
    why: 'An unknown status must not become a verdict by default.',
    help: 'paste under sources.{source}: values: { {field}: { "{value}": <one of {valid}> } }',
  }),
  time_without_zone: row({
    effect: 'stop',
    title: 'Times without a zone',
    message: '{field} "{value}" has no offset and the source names no time_zone',
    why: "The zone decides the day, the month and the notice. This machine's zone is never used.",
    help: 'add time_zone: to sources.{source}, as the system that made the file was set',
    helpOfNamed: 'write days alone, such as 2026-06-30, in the file; or times with their offset',
  }),
  unmapped_zone: row({
    effect: 'stop',
    title: 'A word for a zone that fits several clocks',
    message: '{field} "{text}": "{value}" may be more than one clock ({count#} {count|row|rows})',
    why: 'CST is in Chicago and in Shanghai, and who writes EST in June may mean the clock of New York, which is an hour ahead of it.',
    help: 'paste under sources.{source}: zones: { "{value}": {usual} }; or an offset, such as "-05:00"',
  }),
  ambiguous_dates: row({
    effect: 'stop',
    title: 'Dates that can be read two ways',
    message: 'every {field} fits both month-first and day-first (such as "{value}")',
    why: 'Half the rows would land in the wrong month.',
    help: 'add dates: mdy or dates: dmy to sources.{source}',
    helpOfNamed: 'write the days of the file as 2026-06-30',
  }),
  mixed_dates: row({
    effect: 'stop',
    title: 'Dates that are written in two orders',
    message:
      'some {field} fit only month-first (such as "{month_first}"), others only day-first (such as "{day_first}")',
    why: 'One column has one order; a file whose dates were half converted by a spreadsheet looks like this.',
    help: 'ask for the file as the system exported it, with dates as YYYY-MM-DD',
  }),
  ambiguous_numbers: row({
    effect: 'stop',
    title: 'Numbers that can be read two ways',
    message: '{field} can have a decimal point or a decimal comma[ (such as "{value}")]',
    why: 'Read wrongly, an amount is a thousand times too high or too low.',
    help: 'add decimals: point or decimals: comma to sources.{source}',
  }),
  doubtful_unit: row({
    effect: 'stop',
    title: 'Lengths that can hardly be seconds',
    message: '{field} is read in seconds, but its numbers look like {unit} (such as "{value}", then {seconds} s)',
    why: 'Nothing says in which unit they are; minutes that are read as seconds are a sixtieth of the talk.',
    help: 'say it: sources.{source}.units: { {field}: {unit} }, or { {field}: seconds } where they are',
  }),
  mixed_numbers: row({
    effect: 'stop',
    title: 'Numbers that are written in two ways',
    message: 'some {field} have a decimal point, others a decimal comma',
    why: 'One column has one way; a file whose numbers were half converted by a spreadsheet looks like this.',
    help: 'ask for the file as the system exported it (sources.{source})',
  }),
  damaged_phone: row({
    effect: 'tell',
    title: 'A telephone number that a spreadsheet has damaged',
    message: '{field} "{value}" is {what}; it links nothing',
    why: 'The row stands without its number: another key must link it.',
    help: '[{ask}]',
  }),
  phone_without_country: row({
    effect: 'tell',
    title: 'A telephone number of a country that nobody names',
    message: '{field} "{value}" has no country code; it links nothing',
    why: 'The same digits are somebody else in another country.',
    help: 'say which it is, for all numbers without a code: sow: { country: US }',
  }),
  no_domain: row({
    effect: 'tell',
    title: 'A domain that cannot be read',
    message: '{field} "{value}" is no domain; the row counts by what else it says',
    why: 'Whoever is known by that domain alone is not found in the list.',
    help: 'write the domain alone, such as acme.com; several are parted by blanks, commas or semicolons',
  }),
  spreadsheet_damage: row({
    effect: 'quarantine',
    title: 'A value that a spreadsheet has damaged',
    message: '{field} "{value}" is {what}',
    why: 'What is lost cannot be guessed, and a damaged id links nothing.',
    help: '[{ask}]',
  }),
  bad_instant: row({
    effect: 'quarantine',
    title: 'A time that cannot be read or does not exist',
    message: '{field} "{value}" {reason}',
    why: 'A date that does not exist has no month to be billed in.',
    help: 'mend the cell; until then the row is kept aside, counted and not billed',
  }),
  ambiguous_time: row({
    effect: 'quarantine',
    title: 'A local time that occurs twice',
    message: '{field} "{value}" occurs twice in {zone} (clocks go back)',
    why: 'An hour more or less can decide a notice.',
    help: 'give the offset in the cell; until then the row is kept aside, counted and not billed',
  }),
  bad_value: row({
    effect: 'quarantine',
    title: 'A cell that cannot be read',
    message: '{field} "{value}" is not {expected}',
    why: 'A value that is not understood must not count as empty.',
    help: 'mend the cell; until then the row is kept aside, counted and not billed',
  }),
  missing_value: row({
    effect: 'quarantine',
    title: 'A cell that is needed is empty',
    message: '{field} is empty',
    why: 'The row cannot be judged without it.',
    help: 'fill the cell[, or say what an empty one means: values: { {word}: { "": <one of {valid}> } }]; until then the row is kept aside, counted and not billed',
  }),
  other_currency: row({
    effect: 'stop',
    title: 'An amount in another currency',
    message: '{field} "{value}" is not in {currency}',
    why: 'One SOW has one currency; no rate is guessed.',
    help: 'convert the file at the agreed rate, or mend sow.currency; lines of another SOW are left out by `only`, with a column that tells them apart',
  }),
  // --- the whole ---
  no_claims: row({
    effect: 'stop',
    title: 'Nobody claims anything',
    message: 'no claim in any input (invoice lines: {lines#}, drop rows: {rows#})',
    why: 'Nothing found is never "all clear" by itself.',
    help: 'check the files of sources.meetings and sources.invoice, and the outcome words: a row claims when it is held (or `claimed` is yes)',
  }),
  no_drop: row({
    effect: 'stop',
    title: 'Leads are billed, and no drop was read',
    message: '{lines#} {lines|line asks|lines ask} for leads, and no source of meetings was read',
    why: 'What nobody looked up is not unknown: without a drop every line would be disputed.',
    help: "put the vendor's report under sources.meetings, or name it: --meetings FILE",
  }),
  broken_invariant: row({
    effect: 'stop',
    title: 'The audit does not add up',
    message: '{invariant}: {reason}',
    why: 'A result that fails its own check is not shown to anybody.',
    help: 'this is a fault of leadaudit; please report it with the inputs that show it',
  }),
} as const satisfies Record<string, ProblemRow>;

export type ProblemCode = keyof typeof PROBLEMS;
