import { readTable } from '../../src/read/delimited.ts';
import { HOSTILE_FILES, hostileBytes } from './hostile-files.ts';

/** What a process of its own says of a hostile file that it has read as a table. */
export interface HostileTable {
  readonly rows: number;
  readonly last: readonly string[];
  readonly problems: number;
}

const size = Number(process.argv[2]);
const tables: Record<string, HostileTable> = {};
for (const [name, file] of Object.entries(HOSTILE_FILES)) {
  const { rows, problems } = await readTable(hostileBytes(file, size), 'hostile.csv');
  const last = (rows.at(-1)?.cells ?? []).slice(0, 5).map((cell) => cell.slice(0, 40));
  tables[name] = { rows: rows.length, last, problems: problems.length };
}
process.stdout.write(JSON.stringify(tables));
