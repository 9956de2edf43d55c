import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { namedBeside } from '../../src/read/files.ts';
import { readSources } from '../../src/read/read.ts';
import { loadSow } from '../../src/sow/load.ts';

/** What a process of its own says of a run's call log that streamed past it. */
export interface HostileCalls {
  readonly rows: number;
  readonly problems: number;
  readonly ms: number;
  /** The most memory that the process ever had. */
  readonly megabytes: number;
}

/** Linux counts a parent's peak in a child's maxRSS; VmHWM is the process's own. */
function peak(): number {
  const own = existsSync('/proc/self/status') ? /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) : null;
  return Math.round(Number(own?.[1] ?? process.resourceUsage().maxRSS) / 1024);
}

const rules = process.argv[2] ?? '';
const { sow } = loadSow(readFileSync(rules, 'utf8'), rules, namedBeside(rules));
if (!sow) throw new Error('the rules are broken');
const start = performance.now();
const folder = dirname(rules);
const read = await readSources(sow, { baseDir: folder, workingDir: folder, overrides: {}, period: '2026-06' });
let rows = 0;
for await (const batch of read.records.calls.batches()) rows += batch.length;
const calls: HostileCalls = {
  rows,
  problems: read.problems.length + read.records.calls.passed().problems.length,
  ms: Math.round(performance.now() - start),
  megabytes: peak(),
};
process.stdout.write(JSON.stringify(calls));
