import type { Kind } from './field.ts';

/** What a spreadsheet did to a text, and what to ask for. */
interface Damage {
  readonly what: string;
  readonly ask: string;
}

const ASK_TEXT = 'ask for the file as the system exported it, not opened in a spreadsheet, or with this column as text';

/**
 * Recognises what a spreadsheet makes of texts: numbers in scientific notation (`1.23E+11`), cells too narrow to show
 * (`####`), error values, ids that became dates (`1-Sep` for SEP1) and dates that became serial numbers (`46177.5`).
 * Such a text is never a key. `isMonthId`: ids of this column are written like days. Undefined for any other text.
 */
export function damageOf(kind: Kind, text: string, isMonthId: boolean): Damage | undefined {
  const bare = text.trim();
  if (/^#{3,}$/.test(bare))
    return { what: 'a cell too narrow to show its value', ask: 'ask for the file with wider columns, or as CSV' };
  if (/^#(REF|N\/A|VALUE|NAME|DIV\/0|NUM|NULL)[!?]?$/i.test(bare))
    return { what: 'an error of a spreadsheet formula', ask: ASK_TEXT };
  if (kind === 'instant') {
    return /^\d{5}(\.\d+)?$/.test(bare)
      ? { what: "a spreadsheet's serial number of a day", ask: 'ask for the column formatted as YYYY-MM-DD HH:MM' }
      : undefined;
  }
  if (/^\d([.,]\d+)?E\+\d+$/i.test(bare))
    return { what: 'a number that a spreadsheet shortened: its last digits are lost', ask: ASK_TEXT };
  if (kind === 'text' && !isMonthId && MONTH_ID.test(bare))
    return { what: 'an id that a spreadsheet made a date of', ask: ASK_TEXT };
  return undefined;
}

const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const MONTH_ID = new RegExp(`^(\\d{1,2}-${MONTH}|${MONTH}-\\d{2})$`, 'i');

/** Whether most ids of a column look like days (`Jun-01`): then that is how they are written, and no damage. */
export const areMonthIds = (column: readonly string[]): boolean =>
  column.filter((text) => MONTH_ID.test(text.trim())).length * 2 > column.length;
