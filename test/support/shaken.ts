import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dice } from './dice.ts';

/** Copies a case, with those of its tables changed that are asked for; tables with quotes over several lines stay as they are. */
export function copyWith(
  folder: string,
  copy: string,
  change: (rows: string[]) => string[],
  isWanted: (file: string) => boolean = () => true,
): void {
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  for (const file of tablesIn(copy).filter(isWanted)) {
    const text = readFileSync(file, 'utf8');
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
    if (lines.some((line) => (line.split('"').length - 1) % 2 === 1)) continue;
    const [head = '', ...rows] = lines;
    writeFileSync(file, `${[head, ...change(rows)].join('\n')}\n`);
  }
}

const tablesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return tablesIn(path);
    return path.endsWith('.csv') ? [path] : [];
  });

/** Rows in another order. */
export function shuffled(rows: readonly string[], dice: Dice): string[] {
  const mixed = [...rows];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = dice.whole(0, i);
    [mixed[i], mixed[j]] = [mixed[j] ?? '', mixed[i] ?? ''];
  }
  return mixed;
}

/** What somebody may have put into a cell. */
const SAID =
  'held|no_show_prospect|canceled_client|rescheduled_client|0|-1|2026-06-31|N/A|yes|no|2026-06-15T10:00|anna@alder.example|1e9|   |"|=1+1|9999999999999999|+12125550101|accepted|rejected|lead|adjustment|USD|€ 5|30m'.split(
    '|',
  );

/** Rows of which some were damaged as drops are: cells emptied, overwritten or moved, rows twice or gone, another month, another digit. */
export function damaged(rows: readonly string[], dice: Dice): string[] {
  const table = rows.map((row) => row.split(','));
  for (let left = dice.whole(0, 3); left > 0 && table.length; left--) {
    const [row, other] = [dice.pick(table), dice.pick(table)];
    const at = dice.whole(0, row.length - 1);
    const cell = row[at] ?? '';
    const put = (value: string, into = row): void => {
      into[at] = value;
    };
    dice.pick([
      () => put(''),
      () => put(dice.pick(SAID)),
      () => {
        put(other[at] ?? '');
        put(cell, other);
      },
      () => table.push([...row]),
      () => table.splice(table.indexOf(row), 1),
      () => {
        for (const one of table) put('', one);
      },
      () => put(cell.replace(/2026-0(\d)/, (_, month) => `2026-0${Math.max(1, Number(month) - 1)}`)),
      () => put(cell.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))),
      () => table.push(row.with(at, other[at] ?? '')),
    ])();
  }
  return table.map((row) => row.join(','));
}
