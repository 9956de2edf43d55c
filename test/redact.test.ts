import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { PACK_FORMATS } from '../src/dispute/formats.ts';
import { CHECK_FORMATS } from '../src/report/check/formats.ts';
import { redacted } from '../src/report/redact.ts';
import { fileHiderOf } from '../src/report/redact-files.ts';
import { hiderOf, type Person, type Redaction } from '../src/report/redact-texts.ts';
import { render } from '../src/report/render.ts';
import { type Format, RENDERERS } from '../src/report/renderers.ts';
import { runCase, scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const HASH: Redaction = { how: 'hash', key: 'a key of the client' };
const DIGITS: Redaction = { how: 'digits' };
const EXAMPLE = ['-c', 'rules.example.yaml'];
const PEOPLE: readonly Person[] = [
  { kind: 'person', text: 'Paula Stern' },
  { kind: 'person', text: 'Renée Duchêne' },
  { kind: 'person', text: 'Will' },
  { kind: 'phone', text: '605-555-0134', same: '+16055550134' },
];

describe('a text names nobody', () => {
  const hide = hiderOf(PEOPLE, HASH);
  test.each([
    'Paula Stern',
    'PAULA  STERN',
    'met Paula Stern, twice',
    'met "paula stern"',
    'met Renée Duchêne',
    'write to paula.stern+x@birchfield.example',
    'call (605) 555-0134',
    'call 605-555-0134 now',
    'call +1 605 555 0134',
  ])('%j', (text) => {
    const shown = hide(text);
    expect(shown).toMatch(/(person|email|phone)-[0-9a-z]{9}/);
    for (const part of ['stern', 'duch', 'birchfield', '0134']) expect(shown.toLowerCase()).not.toContain(part);
  });

  test.each(['Paulas Sternum', 'the client will come', 'DC-1030', '2026-06-17 11:45', 'unit 12 of 2026-06'])(
    '%j stays',
    (text) => {
      expect(hide(text)).toBe(text);
    },
  );

  test.each([
    ['Mr. Stern is out', 'Mr. person-1 is out'],
    ['Stern, Paula', 'person-1, person-1'],
    ['Stern Paula Lee', 'person-1 person-1 Lee'],
    ["Renée's budget", "person-1's budget"],
    ['a stern answer', 'a stern answer'],
    ['Stern Tools Inc wants it', 'Stern Tools Inc wants it'],
    ['Ms. Kim or Ms. Stern', 'Ms. (name) or Ms. person-1'],
  ])('a part of a name with a capital: %j', (text, shown) => {
    const kims = ['Ann Kim', 'Bea Kim'].map((name): Person => ({ kind: 'person', text: name }));
    expect(hiderOf([...PEOPLE, ...kims, { kind: 'company', text: 'Stern Tools Inc' }], DIGITS)(text)).toBe(shown);
  });

  test.each([
    ['佐藤健一様に電話済み', 'person-1様に電話済み'],
    ['佐藤様', 'person-1様'],
    ['민준씨는 아니다', 'person-1씨는 아니다'],
    ['لمحمد', 'لperson-1'],
    ['李雷 called', 'person-1 called'],
    ['陽子さん', 'person-1さん'],
    ['佐藤電機株式会社', '佐藤電機株式会社'],
  ])('scripts without blanks or capitals: %j', (text, shown) => {
    const people = ['佐藤 健一', '김민준', 'محمد علي', '李 雷', '山田陽子'].map(
      (name): Person => ({ kind: 'person', text: name }),
    );
    expect(hiderOf([...people, { kind: 'company', text: '佐藤電機株式会社' }], DIGITS)(text)).toBe(shown);
  });

  test.each([
    '605 555 0134',
    '605.555.0134',
    '(0)605/555-0134',
    '00 1 605 555 0134',
    '16055550134',
    '٦٠٥٥٥٥٠١٣٤',
    '６０５-555-0134',
    '5550134',
  ])('a number as %j', (number) => {
    expect(hiderOf(PEOPLE, DIGITS)(`on 2026-06-01 at ${number}, twice`)).toMatch(
      /^on 2026-06-01 at \(?phone-0134, twice$/,
    );
  });

  test('what was written freely is not shown, but for codes', () => {
    const people = ['He met Ann at (605) 555-0134.', 'title', 'not_interested'].map(
      (text): Person => ({ kind: 'words', text }),
    );
    const hideAll = hiderOf([...PEOPLE, ...people], DIGITS);
    expect(hideAll('rejected (He met Ann at (605) 555-0134.)')).not.toMatch(/Ann|0134/);
    expect(hideAll('rejected (not_interested), title')).toBe('rejected (not_interested), title');
  });

  test('one word is a name only as it is written', () => {
    expect(hide('Will came')).toMatch(/^person-[0-9a-z]{9} came$/);
  });

  test('the same person is the same under one key, and another under another', () => {
    const other = hiderOf(PEOPLE, { how: 'hash', key: 'another key' });
    expect(hide('PAULA STERN')).toBe(hide('Paula Stern'));
    expect(hide('605-555-0134')).toBe(hide('+16055550134'));
    expect(other('Paula Stern')).not.toBe(hide('Paula Stern'));
  });

  test('without a key people are numbered, and phones keep four digits', () => {
    const numbered = hiderOf(PEOPLE, DIGITS);
    expect(numbered('Paula Stern, Renée Duchêne, paula stern, a@b.example, 605-555-0134')).toBe(
      'person-1, person-2, person-1, email-1, phone-0134',
    );
  });
});

test('a person who is called as a word of ours does not change it', async () => {
  const { document } = await runCase('.', 'rules.example.yaml', '');
  if (!document) throw new Error('the example month has no report');
  const hidden = redacted(
    document,
    [
      { kind: 'person', text: 'matched' },
      { kind: 'person', text: 'held' },
    ],
    HASH,
  );
  const codes = (doc: typeof document): string[] =>
    doc.claims.flatMap((c) => [c.outcome, c.reason, ...c.reasons, ...c.rulings.map((r) => r.code)]);
  expect(codes(hidden)).toEqual(codes(document));
  expect(document.claims[0]?.contact).toBe('Wendy Cole');
  expect(JSON.stringify(hidden)).not.toContain('was held');
});

describe('the name of a file names nobody', () => {
  const hide = hiderOf(PEOPLE, DIGITS);
  const hideFile = (file: string): string => fileHiderOf(PEOPLE, hide)(file);
  test.each([
    ['Paula Stern.csv', 'person-1.csv'],
    ['drops/2026-06/paula.stern@client.example.csv.gz', 'drops/2026-06/email-1.csv.gz'],
    ['drops/Paula_Stern-June.csv', 'drops/person-1-June.csv'],
    ['drops/SternPaula.csv', 'drops/person-1.csv'],
    ['paulastern june.XLSX', 'person-1.XLSX'],
    ['paula stern/calls.csv', 'person-1/calls.csv'],
    ['renee-duchene.json', 'person-2.json'],
    ['+1 605 555 0134.csv', 'phone-0134.csv'],
    ['6055550134.csv', 'phone-0134.csv'],
    ['calls 16055550134.csv', 'calls phone-0134.csv'],
  ])('%s', (file, shown) => {
    expect(hideFile(file)).toBe(shown);
  });

  test('two files of one person stay two', () => {
    const hideEach = fileHiderOf(PEOPLE, hide);
    const shown = ['paula/Paula Stern.csv', 'paula/stern paula.csv', 'paula/Paula Stern.csv'].map(hideEach);
    expect(shown).toEqual(['paula/person-1.csv', 'paula/person-1-2.csv', 'paula/person-1.csv']);
  });

  test.each(['drops/2026-06/meetings.csv', 'stern.csv', 'goodwill.csv', 'north-0134.csv'])('%s stays', (file) => {
    expect(hideFile(file)).toBe(file);
  });

  const folder = join(scratch.path, 'files');
  mkdirSync(join(folder, 'drops'), { recursive: true });
  const head = 'id,contact_name,email,phone,starts_at,outcome';
  const row = (id: string, day: string): string =>
    `${id},Ann Lee-Moss,ann@lee.example,+1 605 555 0134,2026-06-${day}T10:00,held`;
  const names = ['Ann Lee-Moss', 'leemoss_ann', 'ann@lee.example', '6055550134'];
  for (const [i, name] of names.entries())
    writeFileSync(join(folder, 'drops', `${name}.csv`), [head, row(`M-${i}`, '02'), row(`X-${i}`, '35')].join('\n'));
  writeFileSync(
    join(folder, 'rules.yaml'),
    'version: 1\nsow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }\nsources: { meetings: { file: drops/*.csv, time_zone: America/New_York } }\nrules: { billable: { event: held } }\nfees: { rates: { tiers: [{ price: "100.00" }] } }\n',
  );
  const NAMED = /lee|moss|6055550134/i;

  test.each([
    ...Object.keys(RENDERERS).map((format) => ['reconcile', '--redact', 'digits', '--format', format]),
    ...Object.keys(CHECK_FORMATS).map((format) => ['check', '--redact', 'digits', '--format', format]),
    ...Object.keys(PACK_FORMATS).map((format) => ['dispute', '--redact', '--format', format]),
    ['metrics', '--redact', 'digits', '--format', 'json'],
    ['simulate', '--set', 'fees.rates.tiers=[{ price: 90.00 }]', '--redact', 'digits', '--format', 'json'],
    ['sample', '--error', '5%', '--redact', 'digits', '--format', 'json'],
  ])('%j', async (...args) => {
    const out = join(scratch.path, 'shown.xlsx');
    const isBook = args.includes('xlsx');
    const { stdout, stderr } = await leadaudit([...args, ...(isBook ? ['-o', out] : [])], { cwd: folder });
    const text = isBook ? JSON.stringify((await readXlsx(readFileSync(out))).sheets.map((s) => s.rows)) : stdout;
    expect(text.length).toBeGreaterThan(100);
    expect(text).not.toMatch(NAMED);
    expect(stderr).not.toMatch(NAMED);
  });
});

describe('the example month', async () => {
  const { document } = await runCase('.', 'rules.example.yaml', '');
  if (!document) throw new Error('the example month has no report');
  const names = [...new Set(document.claims.flatMap((c) => c.contact ?? []))];
  const hidden = redacted(document, [], HASH);

  test.each(Object.keys(RENDERERS) as Format[])('%s names nobody', async (format) => {
    const content = await render(hidden, { format });
    const text =
      typeof content === 'string' ? content : JSON.stringify((await readXlsx(content)).sheets.map((s) => s.rows));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) expect(text).not.toContain(name);
    expect(text).toMatch(/person-[0-9a-z]{9}/);
  });

  test('by the key of the environment', async () => {
    const args = ['reconcile', ...EXAMPLE, '--format', 'json', '--redact', '--exit-zero'];
    const { code, stdout, stderr } = await leadaudit(args, { env: { LEADAUDIT_REDACT_KEY: HASH.key } });
    expect([code, stderr]).toEqual([0, '']);
    // Titles of meetings are known from their rows.
    const titles = document.links.flatMap(({ fields }) =>
      fields.flatMap(({ field, theirs }): Person[] =>
        field === 'title' ? [{ kind: 'words', text: theirs ?? '' }] : [],
      ),
    );
    expect(JSON.parse(stdout)).toEqual({
      ...JSON.parse(JSON.stringify(redacted(document, titles, HASH))),
      exit_code: 0,
    });
  });

  test('says the same of everything else', () => {
    const numbered = redacted(document, [], DIGITS);
    const rest = (doc: typeof document) =>
      doc.claims.map(({ id, why, needs, evidence }) => ({ id, why, needs, evidence }));
    expect(numbered.totals).toEqual(document.totals);
    expect(rest(numbered)).toEqual(rest(document));
    expect(numbered.claims[0]?.contact).toBe('person-1');
  });

  test('problems on stderr show no row and no address', async () => {
    const folder = join(scratch.path, 'problems');
    mkdirSync(folder);
    writeFileSync(
      join(folder, 'drop.csv'),
      'id,contact_name,email,starts_at,outcome\nM-1,Ann Lee,ann@lee.example,2026-06-02T10:00,ann@lee.example\n',
    );
    writeFileSync(
      join(folder, 'rules.yaml'),
      'version: 1\nsow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }\nsources: { meetings: { file: drop.csv, time_zone: America/New_York } }\nrules: { billable: { event: held } }\nfees: { rates: { tiers: [{ price: "100.00" }] } }\n',
    );
    const { code, stderr } = await leadaudit(['reconcile', '--redact', 'digits'], { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toContain('email-1');
    expect(stderr).not.toMatch(/ann@lee|Ann Lee/);
  });
});

describe('agents of a call log, whose rows are not kept', () => {
  const folder = join(scratch.path, 'callers');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'calls.csv'),
    `id,agent,phone,started_at,talk,disposition
c1,Ana Ruiz,+14155550101,2026-06-16T09:00:00,240,conversation
c2,Ana Ruiz,+14155550102,2026-06-16T09:02:00,240,conversation
c3,Zoe,+14155550103,2026-06-16T09:00:00,240,conversation
c4,Zoe,+14155550104,2026-06-16T09:02:00,240,conversation
c5,A17,+14155550105,2026-06-16T09:00:00,240,conversation
c6,A17,+14155550106,2026-06-16T09:02:00,240,conversation
`,
  );
  writeFileSync(
    join(folder, 'rules.yaml'),
    'version: 1\nsow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }\nsources: { calls: { file: calls.csv, time_zone: America/New_York } }\nrules: { billable: { event: held } }\nfees: { rates: { tiers: [{ price: "100.00" }] } }\n',
  );
  test.each([
    ['metrics', ['metrics', '--redact', 'digits']],
    ['metrics as JSON', ['metrics', '--redact', 'digits', '--format', 'json']],
    ['a check for people who have no business with names', ['check', '--format', 'markdown']],
  ])('%s name none of them', async (_, args) => {
    const { code, stdout, stderr } = await leadaudit([...args, '--period', '2026-06'], { cwd: folder });
    expect([code, stderr]).toEqual([expect.any(Number), '']);
    expect(stdout).toMatch(/overlapping\\?_calls of person-1/);
    expect(stdout).not.toMatch(/Ana|Ruiz|Zoe/);
    // An id names nobody.
    expect(stdout).toContain('A17');
  });
});
