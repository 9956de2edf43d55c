import { CELL_DAMAGES } from './damages/cells.ts';
import { DIALECT_DAMAGES } from './damages/dialect.ts';
import { ENCODING_DAMAGES } from './damages/encoding.ts';
import { ROW_DAMAGES } from './damages/rows.ts';
import { TABLE_DAMAGES } from './damages/table.ts';
import { diceOf } from './dice.ts';
import { bytesOf, cleanDialect, type Damage, type Draft, linesOf, textOf } from './draft.ts';
import { type CleanTable, cleanTable, LARGE, type Limits } from './vendor-tables.ts';

/** Every kind of damage. */
export const DAMAGES: readonly Damage[] = [
  ...ENCODING_DAMAGES,
  ...DIALECT_DAMAGES,
  ...TABLE_DAMAGES,
  ...ROW_DAMAGES,
  ...CELL_DAMAGES,
];

/** A file, and what a reader must say of it. */
export interface PollutedFile {
  /** The kinds of damage in it; none: a clean file. */
  readonly kinds: readonly string[];
  readonly bytes: Uint8Array;
  /** The same table, sound. */
  readonly sound: Uint8Array;
  readonly clean: CleanTable;
  readonly delimiter: string;
  /** The line on which each clean row starts, from 1, in a clean file. */
  readonly lines: readonly number[];
}

/** Kinds that undo each other when they hit all rows: a header and rows short of one cell, or one name, each are a sound table of fewer columns. */
const BALANCED: readonly (readonly string[])[] = [
  ['delimiter too few in the header', 'empty header name'],
  ['delimiter too few', 'cell missing at one place', 'column missing from some row on'],
  ['trailing delimiter on all rows', 'trailing delimiter on all lines', 'row names without a header', 'index column'],
];
const sideOf = ({ kind }: Damage): number => BALANCED.findIndex((kinds) => kinds.includes(kind));

/** Two kinds of damage of which neither hides the other. */
export const canMeet = (a: Damage, b: Damage): boolean =>
  a !== b && (sideOf(a) < 0 || sideOf(b) < 0 || sideOf(a) === sideOf(b));

const STAGES: readonly Damage['stage'][] = ['dialect', 'lines', 'bytes'];
/** How many tables are tried before a kind is given up: not every table can break in every way. */
const TRIES = 60;

/** A file with these damages, the same for the same seed; none where no table of this seed can have them all. */
export function polluted(damages: readonly Damage[], seed: number, limits: Limits = LARGE): PollutedFile | undefined {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const file = attemptOf(damages, seed, attempt, limits);
    if (file) return file;
  }
  return undefined;
}

function attemptOf(
  damages: readonly Damage[],
  seed: number,
  attempt: number,
  limits: Limits,
): PollutedFile | undefined {
  const dice = diceOf(seed).branch(attempt);
  const clean = cleanTable(dice.branch(0), limits);
  const draft: Draft = {
    clean,
    dialect: cleanDialect(dice.branch(1)),
    dice: dice.branch(2),
    lines: [],
    bytes: new Uint8Array(),
    taken: new Set(),
  };
  const sound = bytesOf({ lines: linesOf(draft), dialect: draft.dialect });
  for (const stage of STAGES) {
    if (stage === 'lines') draft.lines = linesOf(draft);
    if (stage === 'bytes') draft.bytes = bytesOf(draft);
    for (const damage of damages) if (damage.stage === stage && !damage.harm(draft)) return undefined;
  }
  if (damages.length && Buffer.compare(draft.bytes, sound) === 0) return undefined;
  const { delimiter } = draft.dialect;
  return {
    kinds: damages.map(({ kind }) => kind),
    bytes: draft.bytes,
    sound,
    clean,
    delimiter,
    lines: startsOf(draft),
  };
}

function startsOf({ lines }: Draft): number[] {
  let line = 1;
  return lines
    .map((written) => {
      const start = line;
      line += textOf(written).split('\n').length - 1;
      return start;
    })
    .slice(1);
}

/** What a reader made of a file. */
export interface Reading {
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
  readonly problems: readonly unknown[];
}

const trimmed = (records: readonly (readonly string[])[]): string =>
  JSON.stringify(records.map((cells) => cells.map((cell) => cell.trim())));

/** The reading has the clean records, no more and no fewer; spaces around a cell are nothing. */
export const isClean = (file: PollutedFile, { header, rows }: Reading): boolean =>
  trimmed([header, ...rows.map(({ cells }) => cells)]) === trimmed([file.clean.header, ...file.clean.rows]);

export type Verdict = 'same' | 'repaired' | 'told' | 'silently wrong';

/** Told, or right: a file may be anything but wrong in silence. */
export function verdictOf(file: PollutedFile, reading: Reading): Verdict {
  if (isClean(file, reading)) return reading.problems.length ? 'repaired' : 'same';
  // A table without a row stops a run: nothing found is never "all clear".
  return reading.problems.length || reading.rows.length === 0 ? 'told' : 'silently wrong';
}
