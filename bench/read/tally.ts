import { closeSync, openSync, readSync } from 'node:fs';
import type { Cells } from '../../src/read/scan/cells.ts';
import { scan } from '../../src/read/scan/scanner.ts';
import { zoneOf } from '../../src/sow/zone.ts';
import { CodeTable, Numbers } from './tables.ts';

const [AT, AGENT, PHONE, DISPOSITION, WIDTH] = [1, 2, 5, 8, 14];

/** What stands in a part of a call log. */
export interface Tally {
  readonly rows: number;
  /** Calls by agent and disposition. */
  readonly groups: ReadonlyMap<string, number>;
  /** A number per phone and day of each call. */
  readonly calls: Pick<Numbers, 'parts' | 'sizes'>;
}

/** Tallies the bytes [from, to), which must be whole records; the header is told by its first byte. Throws on any record that is not regular. */
export async function tally(path: string, from: number, to: number): Promise<Tally> {
  const zone = zoneOf('America/New_York');
  const agents = new CodeTable();
  const dispositions = new CodeTable();
  const counts = new Int32Array(1 << 22);
  const calls = new Numbers();
  /** Hours since 1970 of the midnights that were met, and the day of each hour: a zone changes its offset at whole hours. */
  const midnights = new Map<number, number>();
  const days = new Map<number, number>();
  let rows = from === 0 ? -1 : 0;
  let view = new DataView(new ArrayBuffer(0));

  /** The hours since 1970 of `YYYY-MM-DDTHH:MM:SSZ`, every digit and range looked at; NaN for anything else. */
  const hourOf = (bytes: Uint8Array, at: number, end: number): number => {
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
  };

  const dayOf = (hour: number): number => {
    const known = days.get(hour);
    if (known !== undefined) return known;
    if (Number.isNaN(hour)) throw new Error('a time that cannot be read');
    const day = Math.floor(zone.wallAt(hour * 3_600_000) / 86_400_000);
    days.set(hour, day);
    return day;
  };

  const take = (record: Cells): void => {
    if (record.fault !== undefined || record.count !== WIDTH) throw new Error(`line ${record.line} is not regular`);
    if (rows++ < 0) return;
    const { bytes, starts, ends } = record;
    if (view.buffer !== bytes.buffer) view = new DataView(bytes.buffer, bytes.byteOffset);
    const agent = agents.codeOf(bytes, view, starts[AGENT] ?? 0, ends[AGENT] ?? 0);
    const disposition = dispositions.codeOf(bytes, view, starts[DISPOSITION] ?? 0, ends[DISPOSITION] ?? 0);
    const group = (agent << 11) | disposition;
    counts[group] = (counts[group] as number) + 1;
    const day = dayOf(hourOf(bytes, starts[AT] ?? 0, ends[AT] ?? 0));
    calls.add(numberOf(bytes, (starts[PHONE] ?? 0) + 1, ends[PHONE] ?? 0) * 40_000 + day);
  };

  const file = openSync(path, 'r');
  let at = from;
  const fill = async (into: Uint8Array): Promise<number> => {
    const length = readSync(file, into, 0, Math.min(into.length, to - at), at);
    at += length;
    return length;
  };
  const dialect = { delimiter: 0x2c, quote: 0x22, escape: 'doubled' } as const;
  for await (const _ of scan(fill, dialect, take, { columns: () => WIDTH }));
  closeSync(file);
  const groups = new Map<string, number>();
  for (const [agent, name] of agents.texts().entries()) {
    for (const [disposition, word] of dispositions.texts().entries()) {
      const count = counts[(agent << 11) | disposition] as number;
      if (count > 0) groups.set(`${name}\t${word}`, count);
    }
  }
  return { rows, groups, calls: { parts: calls.parts, sizes: calls.sizes } };
}

/** The number that digits alone write, up to 15 of them. */
function numberOf(bytes: Uint8Array, start: number, end: number): number {
  let [value, strange] = [0, end - start > 15 || end <= start];
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48;
    strange ||= digit < 0 || digit > 9;
    value = value * 10 + digit;
  }
  if (strange) throw new Error('a phone that cannot be read');
  return value;
}

const digit = (bytes: Uint8Array, at: number): number => {
  const value = (bytes[at] as number) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
};
const two = (bytes: Uint8Array, at: number): number => digit(bytes, at) * 10 + digit(bytes, at + 1);
