import { isUtf8 } from 'node:buffer';
import { diceOf } from './dice.ts';
import type { Damage } from './draft.ts';
import { canMeet, DAMAGES, type PollutedFile, polluted, type Reading, type Verdict, verdictOf } from './pollution.ts';
import { LARGE, type Limits } from './vendor-tables.ts';

/** Reads a file's bytes; what it throws counts as silence. */
export type Reader = (bytes: Uint8Array) => Promise<Reading>;

interface Failure {
  readonly kinds: readonly string[];
  readonly seed: number;
  readonly damages: readonly Damage[];
}
type Counts = Record<Verdict, number> & { files: number };

/** What a run found: how each kind was read, alone and with another kind, and the files that were misread in silence. */
export interface Findings {
  readonly alone: ReadonlyMap<string, Counts>;
  readonly paired: ReadonlyMap<string, Counts>;
  readonly wrong: readonly Failure[];
  readonly alarms: readonly Failure[];
  readonly clean: number;
}

/** Of ten files two are clean, four have one kind of damage, four have two. */
function planned(seed: number, index: number): readonly Damage[] {
  const turn = Math.floor(index / 5);
  const at = (n: number): Damage => DAMAGES[n % DAMAGES.length] as Damage;
  if (index % 5 === 0) return [];
  const first = at(turn * 2 + (index % 2));
  if (index % 5 < 3) return [first];
  const others = DAMAGES.filter((other) => canMeet(first, other));
  return [first, diceOf(seed).branch(index).pick(others)];
}

/** Reads `runs` files made from a seed. */
export async function pollutionRun(read: Reader, seed: number, runs: number): Promise<Findings> {
  const [alone, paired] = [new Map<string, Counts>(), new Map<string, Counts>()];
  const [wrong, alarms]: Failure[][] = [[], []];
  let clean = 0;
  for (let index = 0; index < runs; index++) {
    const own = seed * 1_000_003 + index;
    const damages = planned(seed, index);
    const file = polluted(damages, own);
    if (!file) continue;
    const failure = { kinds: file.kinds, seed: own, damages };
    const verdict = await verdictFor(read, file);
    if (!damages.length) {
      clean++;
      if (verdict !== 'same') alarms?.push(failure);
    }
    for (const kind of file.kinds) {
      const counts = damages.length > 1 ? paired : alone;
      const row = counts.get(kind) ?? { files: 0, same: 0, repaired: 0, told: 0, 'silently wrong': 0 };
      row.files++;
      row[verdict]++;
      counts.set(kind, row);
    }
    if (damages.length && verdict === 'silently wrong') wrong?.push(failure);
  }
  return { alone, paired, wrong: wrong ?? [], alarms: alarms ?? [], clean };
}

async function verdictFor(read: Reader, file: PollutedFile): Promise<Verdict> {
  try {
    return verdictOf(file, await read(file.bytes));
  } catch {
    return 'silently wrong';
  }
}

/** The table of a run: one line a kind. */
export function tableOf({ alone, paired, wrong, alarms, clean }: Findings): string {
  const head = ['kind', 'files', 'silently wrong', 'told', 'repaired', 'same', 'in pairs', 'silently wrong'];
  const lines = DAMAGES.map(({ kind }) => {
    const [a, p] = [alone.get(kind), paired.get(kind)];
    const own = [a?.files, a?.['silently wrong'], a?.told, a?.repaired, a?.same, p?.files, p?.['silently wrong']];
    return [kind, ...own.map((n) => String(n ?? 0))];
  });
  const widths = head.map((name, i) => Math.max(name.length, ...lines.map((line) => (line[i] ?? '').length)));
  const text = [head, ...lines].map((line) =>
    line.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '),
  );
  return `${text.join('\n')}\nclean files ${clean}, false alarms ${alarms.length}; silently wrong ${wrong.length}\n`;
}

const SIZES: readonly Limits[] = [1, 2, 3, 4, 6, 10, 12, 20, 40].flatMap((rows) =>
  [3, 4, 6, 20].map((columns) => ({ rows, columns })),
);

/** The smallest file of the same kinds that fails in the same way, as a text to read. */
export async function excerptOf(read: Reader, { damages, seed, kinds }: Failure): Promise<string> {
  const fails = async (file: PollutedFile): Promise<boolean> => {
    const verdict = await verdictFor(read, file);
    return damages.length ? verdict === 'silently wrong' : verdict !== 'same';
  };
  for (const limits of [...SIZES, LARGE]) {
    for (const near of limits === LARGE ? [seed] : [seed, seed + 1, seed + 2]) {
      const file = polluted(damages, near, limits);
      if (file && (await fails(file))) return `${shown(kinds, near, limits)}\n${await compared(read, file)}`;
    }
  }
  return shown(kinds, seed, LARGE);
}

const shown = (kinds: readonly string[], seed: number, { rows, columns }: Limits): string =>
  `${kinds.join(' + ') || 'clean'}: seed ${seed}, at most ${rows} rows and ${columns} columns`;

const LONG = 1200;
async function compared(read: Reader, { bytes, clean }: PollutedFile): Promise<string> {
  const text = JSON.stringify(Buffer.from(bytes).toString(isUtf8(bytes) ? 'utf8' : 'latin1'));
  const cells = (records: readonly (readonly string[])[]): string => JSON.stringify(records).slice(0, LONG);
  const reading = await read(bytes).then(
    ({ header, rows, problems }) =>
      `${cells([header, ...rows.map((row) => row.cells)])}\n  problems ${JSON.stringify(problems).slice(0, 400)}`,
    (error: unknown) => String(error),
  );
  return `  bytes ${text.slice(0, LONG)}\n  clean ${cells([clean.header, ...clean.rows])}\n  read  ${reading}`;
}
