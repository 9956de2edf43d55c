// The task with leadaudit's reader: calls by agent and disposition, the day of each in New York, repeated calls by phone and day.
import { open } from 'node:fs/promises';
import { argv } from 'node:process';
import type { Cells } from '../../src/read/scan/cells.ts';
import { scan } from '../../src/read/scan/scanner.ts';
import { zoneOf } from '../../src/sow/zone.ts';
import { CodeTable, NumberSet } from './tables.ts';

const [AT, AGENT, PHONE, DISPOSITION, WIDTH] = [1, 2, 5, 8, 14];
const zone = zoneOf('America/New_York');
const agents = new CodeTable();
const dispositions = new CodeTable();
const groups = new Map<number, number>();
const seen = new NumberSet();
let [rows, repeated, irregular] = [-1, 0, 0];
/** Hours since 1970 of the midnights that were met. */
const midnights = new Map<number, number>();
/** The day of each hour: a zone changes its offset at whole hours. */
const days = new Map<number, number>();

const digit = (bytes: Uint8Array, at: number): number => {
  const value = (bytes[at] as number) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (bytes: Uint8Array, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);

/** The hours since 1970 of `YYYY-MM-DDTHH:MM:SSZ`, every digit and range looked at; NaN for anything else. */
function hourOf(bytes: Uint8Array, at: number, end: number): number {
  if (end - at !== 20 || bytes[at + 4] !== 45 || bytes[at + 7] !== 45 || bytes[at + 10] !== 84) return Number.NaN;
  if (bytes[at + 13] !== 58 || bytes[at + 16] !== 58 || bytes[at + 19] !== 90) return Number.NaN;
  const year = two(bytes, at) * 100 + two(bytes, at + 2);
  const month = two(bytes, at + 5);
  const day = two(bytes, at + 8);
  const hour = two(bytes, at + 11);
  if (!(month >= 1 && month <= 12 && day >= 1 && hour <= 23)) return Number.NaN;
  if (!(two(bytes, at + 14) <= 59 && two(bytes, at + 17) <= 59)) return Number.NaN;
  const date = (year * 12 + month) * 32 + day;
  const known = midnights.get(date);
  if (known !== undefined) return known + hour;
  const midnight = Date.UTC(year, month - 1, day);
  if (new Date(midnight).getUTCDate() !== day) return Number.NaN;
  midnights.set(date, midnight / 3_600_000);
  return midnight / 3_600_000 + hour;
}

function take(record: Cells): void {
  if (record.fault !== undefined || record.count !== WIDTH) {
    irregular++;
    return;
  }
  if (rows++ < 0) return;
  const { bytes, starts, ends } = record;
  const group =
    agents.codeOf(bytes, starts[AGENT] ?? 0, ends[AGENT] ?? 0) * 4096 +
    dispositions.codeOf(bytes, starts[DISPOSITION] ?? 0, ends[DISPOSITION] ?? 0);
  groups.set(group, (groups.get(group) ?? 0) + 1);
  const day = dayOf(hourOf(bytes, starts[AT] ?? 0, ends[AT] ?? 0));
  let phone = 0;
  for (let i = (starts[PHONE] ?? 0) + 1; i < (ends[PHONE] ?? 0); i++) phone = phone * 10 + (bytes[i] ?? 0) - 48;
  if (!seen.add(phone * 40_000 + day)) repeated++;
}

function dayOf(hour: number): number {
  const known = days.get(hour);
  if (known !== undefined) return known;
  if (Number.isNaN(hour)) throw new Error('a time that cannot be read');
  const day = Math.floor(zone.wallAt(hour * 3_600_000) / 86_400_000);
  days.set(hour, day);
  return day;
}

const file = await open(argv[2] ?? '');
const fill = async (into: Uint8Array): Promise<number> => (await file.read(into, 0, into.length)).bytesRead;
const dialect = { delimiter: 0x2c, quote: 0x22, escape: 'doubled' } as const;
for await (const _ of scan(fill, dialect, take, { columns: () => WIDTH }));
await file.close();
if (irregular) throw new Error(`${irregular} irregular rows`);
process.stdout.write(`${JSON.stringify({ rows, groups: groups.size, repeated })}\n`);
