import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit } from '../src/audit.ts';
import { writeClosing } from '../src/cli/ledger-folder.ts';
import { entryOf } from '../src/ledger/entry.ts';
import { type LedgerFile, ledgerText, readLedger } from '../src/ledger/file.ts';
import { openCase, runCase, scratchFolder } from './support/cases.ts';
import { type Month, month, readMonth, rulesText } from './support/month.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

/** The ledger of the worked case of replacements: May and June. */
const files: LedgerFile[] = [];
beforeAll(async () => {
  const { folder, rules } = openCase('test/cases/ledger-replacement.md', scratch.path);
  for (const run of ['close 2026-05', 'close 2026-06']) await runCase(folder, rules, run, files);
});
/** Of a ledger of six months, each byte that is changed to see it found; `FLIP_EVERY=1` takes every one. */
const FLIP_EVERY = Number(process.env.FLIP_EVERY ?? 211);
async function sixMonths(folder: string): Promise<LedgerFile[]> {
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'rules.yaml'),
    `version: 1
sow: { id: SIX, client: Alder Systems, vendor: Brightline Callers, currency: USD, time_zone: UTC }
sources: { meetings: { file: "<period>.csv" } }
rules: { billable: { event: held } }
fees: { rates: { tiers: [{ price: "400.00" }] } }
`,
  );
  const months: LedgerFile[] = [];
  for (const month of ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']) {
    const row = `M-${month},Zo\u00eb \u674e \u{1f600},zoe.li@m${month}.example,${month}-07T10:00Z,held`;
    writeFileSync(join(folder, `${month}.csv`), `id,contact_name,email,starts_at,outcome\n${row}\n`);
    const { problems } = await runCase(folder, 'rules.yaml', `close ${month}`, months);
    if (months.at(-1)?.name !== `${month}.json`) throw new Error(JSON.stringify(problems));
  }
  return months;
}
const reasonsOf = (all: readonly LedgerFile[]): string[] =>
  readLedger(all).problems.map((p) => `${p.place.file}: ${p.args.reason}`);

describe('a ledger', () => {
  test('is proved, and carries over what it owes', () => {
    const { closings, problems } = readLedger(files);
    expect(problems).toEqual([]);
    expect(closings.map(({ carry }) => carry.replacements)).toEqual([
      { opening: [], earned: [], used: [], closing: [] },
      { opening: [], earned: ['LR-2'], used: [], closing: ['LR-2'] },
    ]);
  });

  test('of six months shows a change of any byte', { timeout: 0 }, async () => {
    const months = await sixMonths(join(scratch.path, 'six'));
    expect(readLedger(months).closings).toHaveLength(6);
    let at = 0;
    let flipped = 0;
    for (const [i, file] of months.entries()) {
      const bytes = Buffer.from(file.text);
      for (; at < bytes.length; at += FLIP_EVERY) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] as number) ^ (1 << (at % 8));
        const { problems } = readLedger(months.with(i, { ...file, text: changed.toString() }));
        if (!problems.some((p) => p.place.file === file.name)) expect(`byte ${at} of ${file.name}`).toBe('found');
        flipped++;
      }
      at -= bytes.length;
    }
    if (FLIP_EVERY === 1) process.stderr.write(`${flipped} bytes flipped, each found\n`);
  });

  test('shows a file that is gone, renamed, doubled or from another ledger', () => {
    const [may, june] = files as [LedgerFile, LedgerFile];
    expect(reasonsOf([june])).toContain('2026-06.json: a file before it is missing');
    expect(reasonsOf([may, { ...june, name: '2026-07.json' }])).toEqual(['2026-07.json: it holds the period 2026-06']);
    expect(reasonsOf([may, may]).length).toBeGreaterThan(0);
    const { sha256: _, ...entry } = JSON.parse(may.text);
    const other = { ...may, text: ledgerText({ ...entry, facts: { ...entry.facts, touches: [1] } }) };
    expect(reasonsOf([other, june])).toEqual(['2026-06.json: it does not follow 2026-05.json as that is now']);
  });

  test('carries over what is left of minima that are not due', async () => {
    const { folder, rules } = openCase('test/cases/ledger-minimum-quarter.md', scratch.path);
    const quarter: LedgerFile[] = [];
    for (const run of ['close 2026-05', 'close 2026-06', 'close 2026-07']) await runCase(folder, rules, run, quarter);
    const { closings, problems } = readLedger(quarter);
    expect(problems).toEqual([]);
    // April and May brought one lead each of six at 400.00; June two, and 800.00 were charged; July one of the next six.
    expect(closings.map(({ carry }) => carry.minimum)).toEqual([
      { opening: '0.00', earned: '2400.00', used: '800.00', closing: '1600.00' },
      { opening: '1600.00', earned: '0.00', used: '1600.00', closing: '0.00' },
      { opening: '0.00', earned: '2400.00', used: '400.00', closing: '2000.00' },
    ]);
  });

  test.each([
    ['pending', { opening: ['X'], earned: [], used: ['X'], closing: [] }],
    ['replacements', { opening: [], earned: [], used: ['X'], closing: [] }],
    ['minimum', { opening: '0.00', earned: '5.00', used: '1.00', closing: '4.01' }],
    ['minimum', { opening: '5.00', earned: '0.00', used: '1.00', closing: '4.00' }],
  ])('shows that %s does not tie out', (key, carried) => {
    const [may] = files as [LedgerFile];
    const { sha256: _, ...entry } = JSON.parse(may.text);
    const text = ledgerText({ ...entry, carry: { ...entry.carry, [key]: carried } });
    expect(reasonsOf([{ ...may, text }])).toEqual([`2026-05.json: ${key}: opening + earned - used is not closing`]);
  });

  test('is refused where it would be longer than a text can be', async () => {
    const { sha256: _, ...entry } = JSON.parse((files as [LedgerFile])[0].text);
    const touches = new Array(513).fill('x'.repeat(1 << 20));
    const folder = { path: join(scratch.path, 'full'), name: 'full' };
    const refused = await writeClosing(folder, { ...entry, facts: { ...entry.facts, touches } });
    expect([refused?.code, refused?.place.file]).toEqual(['unwritable_file', join('full', '2026-05.json')]);
    expect(refused?.args.reason).toContain('longer than a text can be');
  });

  test('shows a carry-over that does not tie out, even with a new hash', () => {
    const [may, june] = files as [LedgerFile, LedgerFile];
    const { sha256: _, ...entry } = JSON.parse(june.text);
    const cut = { ...entry.carry.replacements, closing: [] };
    const text = ledgerText({ ...entry, carry: { ...entry.carry, replacements: cut } });
    expect(reasonsOf([may, { ...june, text }])).toEqual([
      '2026-06.json: replacements: opening + earned - used is not closing',
    ]);
  });
});

describe('money', { timeout: 300_000 }, () => {
  // One price and nothing that leads compete for: then it is all one when a month was closed.
  const minimum = fc.constantFrom(
    undefined,
    { amount: '1000.00', per: 'month' },
    { amount: '1400.00', per: 'quarter' },
    { units: 2, per: 'month' },
    { units: 3, per: 'quarter' },
  );
  const plain = fc.tuple(month, minimum).map(([m, least]): Month => {
    const rates = { ...m.rules.fees.rates, tiers: [{ price: '400.00' }] };
    return { ...m, rules: { ...m.rules, fees: { rates, ...(least && { minimum: least }) } } };
  });
  const cents = (text: string | undefined): number => Math.round(Number(text ?? 0) * 100);

  test('is the same in the end, whether May was closed early or is looked at late', async () => {
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(plain, async (m) => {
        const read = await readMonth(m, join(scratch.path, 'law'));
        const kept = { file: 'rules.yaml', text: rulesText(m), named: {} };
        const { sow } = read;
        const may = await audit(sow, read.records, { period: '2026-05' });
        fc.pre(may.document !== undefined);
        const entry = entryOf(may, kept, read.records, []);
        const { closings, problems } = readLedger([{ name: '2026-05.json', text: ledgerText(entry) }], {
          sow,
          rules: kept,
        });
        expect(problems).toEqual([]);
        const late = { asOf: '2026-10-31' };
        const june = await audit(sow, read.records, { ...late, period: '2026-06', closings });
        const [mayLate, juneLate] = [
          await audit(sow, read.records, { ...late, period: '2026-05' }),
          await audit(sow, read.records, { ...late, period: '2026-06' }),
        ];
        fc.pre(june.document !== undefined && mayLate.document !== undefined && juneLate.document !== undefined);
        const inReview = june.document.chains.some((c) => c.verdict === 'review');
        fc.pre(!inReview);
        const { totals } = june.document;
        expect(cents(may.document.totals.payable) + cents(totals.payable)).toBe(
          cents(mayLate.document.totals.payable) + cents(juneLate.document.totals.payable),
        );
        if (cents(totals.adjustments) !== 0) moved++;
      }),
      { seed: 6, numRuns: Number(process.env.LEDGER_RUNS ?? 15) },
    );
    expect(moved).toBeGreaterThan(0);
  });
});

describe('close, as a process', () => {
  const folder = join(scratch.path, 'close');
  const ledger = join(folder, 'ledger');
  beforeAll(() => {
    mkdirSync(folder);
    const { folder: from } = openCase('test/problems/period_not_next.md', scratch.path);
    for (const name of ['rules.yaml', 'meetings.csv'])
      writeFileSync(join(folder, name), readFileSync(join(from, name), 'utf8'));
  });
  const closeMay = () => leadaudit(['close', '2026-05'], { cwd: folder });

  test('one of many at once wins; the others find it done or say who is at it', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, closeMay));
    const said = all.map(({ code, stdout, stderr }) =>
      code === 0 ? stdout.split(':')[0] : (/locked by process \d+ on/.exec(stderr)?.[0].slice(0, 9) ?? stderr),
    );
    expect(said.filter((text) => text === 'closed 2026-05')).toHaveLength(1);
    const known = ['closed 2026-05', '2026-05 is closed already, with the same facts', 'locked by'];
    expect(said.filter((text) => !known.includes(text ?? ''))).toEqual([]);
    expect(readdirSync(ledger)).toEqual(['2026-05.json']);
  }, 60_000);

  test('only its owner may read it', () => {
    expect(statSync(join(ledger, '2026-05.json')).mode & 0o777).toBe(0o600);
  });

  test('a lock that a process left behind is taken over', async () => {
    rmSync(join(ledger, '2026-05.json'));
    // No process has this number: it is above the kernel's largest.
    writeFileSync(join(ledger, '.lock'), `process 4194305 on ${hostname()}`);
    expect((await closeMay()).code).toBe(0);
    expect(readdirSync(ledger)).toEqual(['2026-05.json']);
  });
});

test('what is told of files is told of those that no closed month holds', async () => {
  const folder = join(scratch.path, 'own-files');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'rules.yaml'),
    `version: 1
ledger: ledger
sow: { id: OWN, client: Alder Systems, vendor: Brightline Callers, currency: USD, time_zone: UTC }
sources: { meetings: { file: "*.csv" } }
rules: { billable: { event: held } }
fees: { rates: { tiers: [{ price: "400.00" }] } }
checks: { coverage: { empty_drop: warning } }
`,
  );
  const told = async (): Promise<{ findings: string[]; ends: string[] }> => {
    const { stdout } = await leadaudit(['reconcile', '--period', '2026-06', '--format', 'json'], { cwd: folder });
    const { findings, not_checked } = JSON.parse(stdout);
    return {
      findings: findings.flatMap(({ code, message }: { code: string; message: string }) =>
        [/2026-0\d\.csv/.exec(message)].flatMap((file) => (file ? [`${code} ${file[0]}`] : [])),
      ),
      ends: not_checked.flatMap(({ rule, why }: { rule: string; why: string }) =>
        rule === 'sources.file' ? [why] : [],
      ),
    };
  };
  const drop = (month: string): void =>
    writeFileSync(
      join(folder, `${month}.csv`),
      `Extract of ${month}\n\nid,contact_name,email,starts_at,outcome,shoe_size\nM-${month},Zo Li,zo@m${month}.example,${month}-07T10:00Z,held,42\n`,
    );
  drop('2026-05');
  expect((await leadaudit(['close', '2026-05'], { cwd: folder })).code).toBe(0);
  drop('2026-06');
  expect(await told()).toEqual({
    findings: ['preamble 2026-06.csv', 'unread_columns 2026-06.csv'],
    ends: [expect.stringMatching(/^nothing shows where 1 of 1 input files that no closed month holds end:/)],
  });
  rmSync(join(folder, 'ledger'), { recursive: true });
  expect(await told()).toEqual({
    findings: [
      'preamble 2026-05.csv',
      'preamble 2026-06.csv',
      'unread_columns 2026-05.csv',
      'unread_columns 2026-06.csv',
    ],
    ends: [expect.stringMatching(/^nothing shows where 2 of 2 input files end:/)],
  });
});
