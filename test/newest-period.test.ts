import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { newestLabel } from '../src/read/files.ts';
import { scratchFolder } from './support/cases.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
for (const name of [
  'drops/2026-05/bill.csv',
  'drops/2026-06/bill.csv',
  'drops/2026-07-old/bill.csv',
  'drops/bill-2026-06-final.csv',
  'drops/bill-2026-Q3.csv',
  'sows/rules.yaml',
]) {
  const path = join(scratch.path, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
}

test.each([
  ['.', 'drops/<period>/bill.csv', '2026-06'],
  ['.', './drops/<period>/bill.csv', '2026-06'],
  ['sows', '../drops/<period>/bill.csv', '2026-06'],
  ['sows', '../drops/<period>/b*.csv', '2026-06'],
  ['sows', '../drops/bill-<period>-*.csv', '2026-06'],
  ['sows', '../drops/bill-<period>.csv', '2026-Q3'],
  ['.', 'drops/<period>/none.csv', undefined],
  ['.', 'drops/2026-05/bill.csv', undefined],
])('beside %s the newest of %s is %s', (folder, pattern, label) => {
  expect(newestLabel(pattern, join(scratch.path, folder))).toBe(label);
  const absolute = join(scratch.path, folder, pattern);
  expect(newestLabel(absolute, scratch.path)).toBe(label);
});
