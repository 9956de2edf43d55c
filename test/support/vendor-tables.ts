import type { Dice } from './dice.ts';
import { NO_VALUES, type Shape, WRITERS } from './vendor-cells.ts';

/** A clean table: what was meant, whatever happens to the file. */
export interface CleanTable {
  readonly header: string[];
  readonly shapes: readonly Shape[];
  readonly rows: string[][];
}

/** How large a table may be; smaller limits show a failure on fewer rows. */
export interface Limits {
  readonly rows: number;
  readonly columns: number;
}
export const LARGE: Limits = { rows: 300, columns: 20 };

type Column = readonly [name: string, shape: Shape, filled?: number];

/** The files that vendors send. The first two columns are always there: an id and a time, so that no table is of text alone. */
const FAMILIES: readonly (readonly Column[])[] = [
  [
    ['CALL ID', 'id'],
    ['TIMESTAMP', 'date'],
    ['CAMPAIGN', 'word'],
    ['CALL TYPE', 'word'],
    ['AGENT', 'email'],
    ['AGENT NAME', 'word'],
    ['DISPOSITION', 'word'],
    ['ANI', 'phone'],
    ['CUSTOMER NAME', 'word', 0.7],
    ['DNIS', 'phone'],
    ['TALK TIME', 'number'],
    ['COST', 'money'],
    ['RECORDING', 'id', 0.4],
    ['COMMENTS', 'text', 0.3],
  ],
  [
    ['Meeting ID', 'id'],
    ['Start Date & Time', 'date'],
    ['Booked (UTC)', 'date'],
    ['Prospect', 'word'],
    ['E-Mail', 'email', 0.9],
    ['Phone', 'phone', 0.8],
    ['Outcome', 'word'],
    ['Canceled', 'word'],
    ['Cancellation reason', 'text', 0.2],
    ['Company', 'word'],
    ['Notes', 'text', 0.6],
    ['Setter', 'word'],
    ['Event UUID', 'id'],
  ],
  [
    ['Rechnungsnr.', 'id'],
    ['Datum', 'date'],
    ['Straße / Größe', 'word'],
    ['Betrag', 'money'],
    ['Steuer', 'money', 0.9],
    ['Menge', 'number'],
    ['Beschreibung', 'text', 0.9],
    ['Lead', 'id', 0.9],
    ['Währung', 'word'],
  ],
  [
    ['Invoice line', 'id'],
    ['Service date', 'date'],
    ['Description', 'text'],
    ['Unit price', 'money'],
    ['Amount', 'money'],
    ['Qty', 'number'],
    ['Meeting', 'id', 0.9],
    ['Contact', 'word'],
  ],
  [
    ['Participant ID', 'id'],
    ['First Join', 'date'],
    ['Last Leave', 'date'],
    ['Name', 'word'],
    ['User Email', 'email', 0.6],
    ['In-Meeting Duration', 'number'],
    ['Role', 'word'],
  ],
  [
    ['Record ID', 'id'],
    ['Create Date', 'date'],
    ['Activity - Due date', 'date', 0.8],
    ['Deal - Value', 'money', 0.6],
    ['Person - Name', 'word'],
    ['Person - Email (Work)', 'email', 0.8],
    ['Person - Phone', 'phone', 0.5],
    ['Deal - Stage', 'word'],
    ['Activity - Note', 'text', 0.5],
    ['Owner', 'word'],
    ['Tags', 'word', 0.6],
  ],
];
const MORE: readonly Shape[] = ['word', 'mixed', 'mixed', 'text', 'number', 'date', 'id', 'money'];

/** A table as a vendor's system would write it, of 3 to 20 columns and 1 to 300 rows. */
export function cleanTable(dice: Dice, limits: Limits): CleanTable {
  const columns = columnsOf(dice, limits.columns);
  const count = Math.min(
    dice.pick([1, dice.whole(2, 10), dice.whole(2, 10), dice.whole(11, 60), dice.whole(11, 60), dice.whole(61, 300)]),
    limits.rows,
  );
  const writers = columns.map(([, shape], i) => dice.pick(WRITERS[shape])(dice.branch(i)));
  const empties = columns.map(() => dice.pick(NO_VALUES));
  const rows = Array.from({ length: count }, (_, row) => {
    const own = dice.branch(1000 + row);
    return writers.map((write, i) => {
      const cell = write(row, own);
      return own.chance(columns[i]?.[2] ?? 1) ? cell : (empties[i] ?? '');
    });
  });
  return { header: columns.map(([name]) => name), shapes: columns.map(([, shape]) => shape), rows };
}

function columnsOf(dice: Dice, most: number): Column[] {
  const family = dice.pick(FAMILIES);
  const wanted = Math.min(dice.pick([3, dice.whole(3, 8), dice.whole(6, 13), dice.whole(3, 20)]), most);
  const [id, time, ...others] = family;
  if (!id || !time) throw new Error('a family starts with an id and a time');
  const kept = [...others];
  while (kept.length > wanted - 2) kept.splice(dice.whole(0, kept.length - 1), 1);
  const columns: Column[] = [id, time, ...kept];
  for (let n = 1; columns.length < wanted; n++)
    columns.push([`Response ${n}`, dice.pick(MORE), dice.pick([0.2, 0.6, 1])]);
  return columns;
}
