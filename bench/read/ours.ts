// The task with leadaudit's reader: calls by agent and disposition, the day of each in New York, repeated calls by phone and day.
import { open } from 'node:fs/promises';
import { argv } from 'node:process';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { repeatsIn } from './tables.ts';
import { type Tally, tally } from './tally.ts';

/** From this size on the second half of the file is another thread's. */
const TWO_HALVES = 128 << 20;

async function main(path: string): Promise<void> {
  const file = await open(path);
  const { size } = await file.stat();
  let middle = size;
  if (size >= TWO_HALVES) {
    const bytes = new Uint8Array(1 << 20);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, Math.floor(size / 2));
    middle = Math.floor(size / 2) + bytes.subarray(0, bytesRead).indexOf(10) + 1;
  }
  await file.close();
  // That the first half ends with a whole record proves that the second begins with one.
  const halves = await Promise.all([...(middle < size ? [inThread(path, middle, size)] : []), tally(path, 0, middle)]);
  const groups = new Set(halves.flatMap((half) => [...half.groups.keys()]));
  const rows = halves.reduce((sum, half) => sum + half.rows, 0);
  const repeated = repeatsIn(halves.map(({ calls }) => calls));
  process.stdout.write(`${JSON.stringify({ rows, groups: groups.size, repeated })}\n`);
}

function inThread(path: string, from: number, to: number): Promise<Tally> {
  const worker = new Worker(new URL(import.meta.url), { workerData: { path, from, to } });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

if (isMainThread) await main(argv[2] ?? '');
else {
  const { path, from, to } = workerData as { path: string; from: number; to: number };
  const half = await tally(path, from, to);
  parentPort?.postMessage(
    half,
    half.calls.parts.flat().map(({ buffer }) => buffer),
  );
}
