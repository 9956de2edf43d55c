import { closeSync, openSync, readSync } from 'node:fs';
import type { Cells } from '../../src/read/scan/cells.ts';
import { scan } from '../../src/read/scan/scanner.ts';
import { type Zone, zoneOf } from '../../src/sow/zone.ts';
import { CodeTable, Numbers, viewOf } from './tables.ts';

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
  /** The texts `YYYY-MM-DDTHH` that were met, and the day of each: a zone changes its offset at whole hours. */
  const hours = new CodeTable();
  const days: number[] = [];
  let rows = from === 0 ? -1 : 0;
  let view = new DataView(new ArrayBuffer(0));

  /** The day of `YYYY-MM-DDTHH:MM:SSZ`, every digit and range looked at. */
  const dayOf = (bytes: Buffer, at: number, end: number): number => {
    const isTime =
      end - at === 20 &&
      bytes[at + 13] === 58 &&
      isSixty(bytes, at + 14) &&
      bytes[at + 16] === 58 &&
      isSixty(bytes, at + 17) &&
      bytes[at + 19] === 90;
    if (!isTime) throw new Error('a time that cannot be read');
    const hour = hours.codeOf(bytes, view, at, at + 13);
    if (hour === days.length) days.push(dayIn(bytes.toString('latin1', at, at + 13), zone));
    return days[hour] as number;
  };

  const take = (record: Cells): void => {
    if (record.fault !== undefined || record.count !== WIDTH) throw new Error(`line ${record.line} is not regular`);
    if (rows++ < 0) return;
    const { bytes, starts, ends } = record;
    if (view.buffer !== bytes.buffer) view = viewOf(bytes);
    const agent = agents.codeOf(bytes, view, starts[AGENT] ?? 0, ends[AGENT] ?? 0);
    const disposition = dispositions.codeOf(bytes, view, starts[DISPOSITION] ?? 0, ends[DISPOSITION] ?? 0);
    const group = (agent << 11) | disposition;
    counts[group] = (counts[group] as number) + 1;
    const day = dayOf(bytes, starts[AT] ?? 0, ends[AT] ?? 0);
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
  if (end - start > 15 || end <= start) throw new Error('a phone that cannot be read');
  const middle = Math.max(start, end - 9);
  // Two whole numbers are faster than one that is too large for a register.
  return wholeOf(bytes, start, middle) * 1e9 + wholeOf(bytes, middle, end);
}

function wholeOf(bytes: Uint8Array, start: number, end: number): number {
  let [value, isStrange] = [0, false];
  for (let i = start; i < end; i++) {
    const digit = (bytes[i] as number) - 48;
    isStrange ||= digit < 0 || digit > 9;
    value = (Math.imul(value, 10) + digit) | 0;
  }
  if (isStrange) throw new Error('a phone that cannot be read');
  return value;
}

/** Whether two digits write a number below sixty. */
const isSixty = (bytes: Uint8Array, at: number): boolean => {
  const [tens, ones] = [(bytes[at] as number) - 48, (bytes[at + 1] as number) - 48];
  return tens >= 0 && tens <= 5 && ones >= 0 && ones <= 9;
};

/** The day in a zone of an hour of UTC, counted from 1970. */
function dayIn(hour: string, zone: Zone): number {
  const instant = Date.parse(`${hour}:00:00Z`);
  if (Number.isNaN(instant) || !new Date(instant).toJSON().startsWith(hour)) throw new Error('a time that is none');
  return Math.floor(zone.wallAt(instant) / 86_400_000);
}
