/** A call log made to bring a reader down: a text before, a unit as often as it fits, a text behind. */
export interface HostileFile {
  readonly before: string;
  readonly unit: string;
  readonly behind: string;
  /** How many rows must be read of so many units, at least. */
  readonly rows: (units: number) => number;
  /** Nothing in it is wrong, it is only large. */
  readonly isSound?: boolean;
}

const HEADER = 'started_at,disposition,agent\n2026-06-01 09:00:00,busy,Ada\n';
const ROW = '2026-06-03 09:00:00,busy,Ben\n';
export const LAST_CELLS = ['2026-06-30 09:00:00', 'busy', 'Zoe'];
const LAST = `${LAST_CELLS.join()}\n`;
const none = (): number => 0;
const firstAndLast = (): number => 2;
const all = (units: number): number => units;

/** Files that cost too much time or memory where a reader looks ahead without a limit. */
export const HOSTILE_FILES: Readonly<Record<string, HostileFile>> = {
  'a quote opened in row 2': {
    before: `${HEADER}2026-06-02 09:00:00,busy,"open\n`,
    unit: ROW,
    behind: LAST,
    rows: all,
  },
  'a quote opened in the header': {
    before: 'started_at,"disposition,agent\n',
    unit: ROW,
    behind: LAST,
    rows: none,
  },
  'one line': { before: HEADER, unit: 'abcdefgh', behind: '', rows: none },
  'one quoted cell': {
    before: `${HEADER}2026-06-02 09:00:00,busy,"`,
    unit: 'line\n',
    behind: `"\n${LAST}`,
    rows: none,
    isSound: true,
  },
  'empty columns without end': { before: HEADER, unit: ',', behind: `\n${LAST}`, rows: firstAndLast },
  'a header of empty columns': { before: '', unit: ',', behind: `\n${LAST}`, rows: none },
  'a quote on every line': { before: HEADER, unit: '2026-06-03 09:00:00,busy,5" Ben\n', behind: LAST, rows: all },
  'a quote opened on every line': {
    before: HEADER,
    unit: '2026-06-03 09:00:00,busy,"Ben\n',
    behind: LAST,
    rows: firstAndLast,
  },
  'a quote opened in the first cell of every line': {
    before: HEADER,
    unit: '"2026-06-03 09:00:00,busy,Ben\n',
    behind: LAST,
    rows: none,
  },
  'lines that each close a quote and open one': {
    before: HEADER,
    unit: '2026",busy,"x\n',
    behind: LAST,
    rows: firstAndLast,
  },
  'doubled quotes only': { before: HEADER, unit: '""', behind: `\n${LAST}`, rows: firstAndLast },
  'cells of doubled quotes': {
    before: HEADER,
    unit: '"""","""",""""\n',
    behind: LAST,
    rows: firstAndLast,
    isSound: true,
  },
  'quotes only': { before: '', unit: '"', behind: '', rows: none },
  'blank lines': { before: HEADER, unit: '\n', behind: LAST, rows: firstAndLast, isSound: true },
  'carriage returns': { before: HEADER, unit: '\r', behind: `\n${LAST}`, rows: firstAndLast, isSound: true },
  NULs: { before: HEADER, unit: '\0', behind: `\n${LAST}`, rows: none },
  'bytes that are no text': { before: HEADER, unit: '\u00ff\u00c3', behind: `\n${LAST}`, rows: none },
};

export const hostileUnits = ({ unit }: HostileFile, size: number): number => Math.floor(size / unit.length);

/** The bytes of a hostile file of about `size` bytes; its texts are one byte a character. */
export function hostileBytes(file: HostileFile, size: number): Buffer {
  const length = hostileUnits(file, size) * file.unit.length;
  const bytes = Buffer.allocUnsafe(file.before.length + length + file.behind.length);
  bytes.write(file.before, 0, 'latin1');
  if (length) bytes.fill(file.unit, file.before.length, file.before.length + length, 'latin1');
  bytes.write(file.behind, file.before.length + length, 'latin1');
  return bytes;
}
