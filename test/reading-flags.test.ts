import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const RULES = `version: 1
sow: { id: CASE, client: Alder Systems, vendor: Brightline Callers, currency: USD, time_zone: America/New_York }
sources:
  meetings: [{ file: meetings.csv, time_zone: America/New_York }]
rules: { billable: { event: held } }
fees: { rates: { tiers: [{ price: "400.00" }] } }
`;
const HEADER = 'id,contact_name,email,starts_at,outcome\n';
const NAMES = ['', 'Ruth Imai', 'Omar Vance', 'Lena Foss', 'Theo Banks', 'Ines Calder'];
const row = (n: number): string => `KA-${n},${NAMES[n]},ruth${n}@harborline.example,2026-06-0${n}T10:00,held\n`;
const month = (name: string, extra: string, ...args: string[]) => {
  const folder = join(scratch.path, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'rules.yaml'), RULES);
  writeFileSync(join(folder, 'meetings.csv'), HEADER + [1, 2, 3, 4, 5].map(row).join('') + extra);
  return leadaudit(['reconcile', ...args], { cwd: folder });
};
const MENDED = 'KA-6,Omar "Om" Vance,omar@cedarworks.example,2026-06-06T10:00,held\n';
const BROKEN = 'KA-7,"=1+1,omar@cedarworks.example,2026-06-07T10:00,held\n';

describe('--strict', () => {
  test('takes a clean file', async () => {
    expect((await month('clean', '', '--strict')).code).toBe(0);
  });

  test('refuses what had to be mended, and says so; without it the row is judged and told', async () => {
    const strict = await month('mended', MENDED, '--strict');
    expect([strict.code, strict.stdout]).toEqual([2, '']);
    expect(strict.stderr).toContain('mended[stray_quote]');
    const lenient = JSON.parse((await month('mended', MENDED, '--format', 'json')).stdout);
    expect(lenient.totals.supported).toBe('2400.00');
    expect(lenient.findings.map((f: { code: string }) => f.code)).toContain('mended_rows');
  });
});

test('what came on stdin is there for every audit of a simulation', async () => {
  await month('piped', '');
  const cwd = join(scratch.path, 'piped');
  const calls = 'id,started_at,agent,disposition\nC1,2026-06-01T09:00:00Z,a,no_answer\n';
  writeFileSync(join(cwd, 'rules.yaml'), RULES.replace('rules:', '  calls: [{ file: calls.csv }]\nrules:'));
  const price = 'fees.rates.tiers=[{price: "300.00"}]';
  const { code, stderr } = await leadaudit(['simulate', '--calls', '-', '--set', price], { cwd, input: calls });
  expect([code, stderr]).toEqual([0, '']);
});

describe('--quarantine', () => {
  test('writes the rows that were set aside, safe for a spreadsheet', async () => {
    const { code, stderr } = await month('aside', BROKEN, '--quarantine', 'aside.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('quarantined[broken_quotes]');
    const [head, ...rows] = parse(readFileSync(join(scratch.path, 'aside', 'aside.csv')));
    expect(head).toEqual(['file', 'line', 'column', 'code', 'message', 'raw']);
    expect(rows).toEqual([['meetings.csv', '7', '2', 'broken_quotes', expect.any(String), BROKEN.trimEnd()]]);
  });

  test('writes no rows where none were', async () => {
    await month('none', '', '--quarantine', 'aside.csv');
    expect(parse(readFileSync(join(scratch.path, 'none', 'aside.csv')))).toHaveLength(1);
  });
});
