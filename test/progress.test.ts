import { expect, test } from 'vitest';
import { progressOn, progressText } from '../src/cli/progress.ts';

const at = (share: number, file = 'calls.csv') => ({ file, rows: share * 10_000_000, bytes: share * 2e9, size: 2e9 });

test('says rows, bytes, and how long it will take at that pace', () => {
  expect(progressText(at(0.25), 10_000)).toBe('calls.csv: 2,500,000 rows, 500 of 2,000 MB, about 30 s left');
  expect(progressText(at(0.01), 10_000)).toBe('calls.csv: 100,000 rows, 20 of 2,000 MB, about 17 min left');
  expect(progressText(at(0.25, '\x1b[2Jcalls.csv'), 10_000)).not.toContain('\x1b');
});

test('is one line, written now and then, and taken away at the end of the file', () => {
  const written: string[] = [];
  let now = 0;
  const show = progressOn({ isTTY: true, columns: 20, write: (text) => written.push(text) }, () => now);
  for (; now <= 10_000; now += 50) show?.(at(now / 10_000));
  expect(written.length).toBeGreaterThan(30);
  expect(written.length).toBeLessThan(50);
  expect(written[0]).toBe('\r\x1b[Kcalls.csv: 1,500,00');
  expect(written.at(-1)).toBe('\r\x1b[K');
  expect(written.filter((text) => text === '\r\x1b[K')).toHaveLength(1);
});

test('a file that is read at once shows nothing, and neither does a pipe', () => {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  let now = 0;
  const show = progressOn({ isTTY: true, write }, () => now);
  for (; now < 1400; now += 100) show?.(at(now / 1400));
  show?.(at(1));
  expect(written).toEqual([]);
  expect(progressOn({ write })).toBeUndefined();
});
