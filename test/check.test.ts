import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { problem } from '../src/problems/problem.ts';
import { type CheckDocument, checkDocumentOf } from '../src/report/check/document.ts';
import { CHECK_FORMATS, type CheckFormatName } from '../src/report/check/formats.ts';
import { PLAIN } from '../src/report/render.ts';
import { scratchFolder } from './support/cases.ts';
import { HOSTILE_TEXTS } from './support/hostile-texts.ts';
import { leadaudit } from './support/run.ts';

const FILES = [{ source: 'meetings' as const, file: 'drop.csv', sha256: 'a'.repeat(64), rows: 3, quarantined: 1 }];
const FOUND = { sow: 'CASE', period: '2026-06', files: FILES, findings: [], notChecked: [] };
const show = async (doc: CheckDocument, format: CheckFormatName): Promise<string> =>
  (await CHECK_FORMATS[format].load())(doc, { width: 80, paint: PLAIN });

const NOTE = { code: 'unread_columns', severity: 'info' as const, message: 'a column', evidence: [] };

/** A check that says a text of a vendor in every place where one may stand. */
function checkedWith(text: string): CheckDocument {
  const doc = checkDocumentOf({ ...FOUND, problems: [ragged(3)] }, [], ['error']);
  const results = doc.results.map((r) => ({ ...r, message: text, help: text, file: text }));
  const files = doc.files.map((f) => ({ ...f, file: text }));
  const fixed = [{ code: 'ragged_row', file: text, message: text, fingerprint: 'f' }];
  return { ...doc, results, files, fixed, not_checked: [{ rule: text, why: text }] };
}
const ragged = (line: number, excerpt = 'a,b') =>
  problem('ragged_row', { file: 'drop.csv', line, column: 2 }, { cells: 2, columns: 8 }, excerpt);

describe('the exit code', () => {
  const finding = (code: string, severity: 'error' | 'warning' | 'info') => ({
    code,
    severity,
    message: code,
    evidence: [],
  });
  test.each([
    ['a row that is set aside', { problems: [ragged(3)] }, ['error'], 1],
    ['that, where nothing fails', { problems: [ragged(3)] }, ['never'], 0],
    ['a warning', { findings: [finding('low_fill', 'warning')] }, ['error'], 0],
    ['a warning, by severity', { findings: [finding('low_fill', 'warning')] }, ['warning'], 1],
    ['a warning, by code', { findings: [finding('low_fill', 'warning')] }, ['low_fill'], 1],
    ['a note', { findings: [finding('unread_columns', 'info')] }, ['warning'], 0],
    ['what is of money', { findings: [finding('over_commitment', 'warning')] }, ['warning'], 0],
    ['a file that cannot be read', { problems: [problem('empty_file', { file: 'drop.csv' })] }, ['never'], 2],
    ['nothing at all', { files: [] }, ['never'], 2],
    ['files without a row', { files: [{ ...(FILES[0] as (typeof FILES)[number]), rows: 0 }] }, ['never'], 2],
  ])('of %s', (_, found, failOn, wanted) => {
    const doc = checkDocumentOf({ ...FOUND, problems: [], ...found }, [], failOn);
    expect(doc.exit_code).toBe(wanted);
  });
});

describe('a check that is shared', () => {
  const cell = (code: 'odd_cell' | 'bad_instant' | 'bad_value', value: string) =>
    problem(
      code,
      { file: 'drop.csv', line: 3, column: 2 },
      { value, header: 'Start', field: 'starts_at', reason: 'is no time' },
    );
  const found = (value: string) => ({
    ...FOUND,
    problems: [
      cell('odd_cell', value),
      cell('bad_instant', value),
      problem('footer', { file: 'drop.csv' }, { text: value }),
    ],
  });

  test.each(['Peter Parker', '1799 8877', 'call 555', '+973 1799 8877'])(
    'shows nothing of a cell such as %s',
    (value) => {
      const shared = checkDocumentOf(found(value), [], ['error'], true);
      for (const { message, help } of shared.results) expect(`${message} ${help}`).not.toContain(value);
      // It is the same result as in a baseline with names; what is fixed names nobody either.
      const before = checkDocumentOf(found(value), [], ['error']).results;
      expect(shared.results.map((r) => r.fingerprint)).toEqual(before.map((r) => r.fingerprint));
      const fixed = checkDocumentOf({ ...FOUND, problems: [] }, before, ['error'], true).fixed;
      expect(fixed).toHaveLength(3);
      for (const { message } of fixed) expect(message).not.toContain(value);
    },
  );

  test.each(['31.02.2026 25:00', '2026-07-39T10:00', '12.5 %'])('shows a figure such as %s', (value) => {
    const shared = checkDocumentOf(found(value), [], ['error'], true);
    for (const { message } of shared.results) expect(message).toContain(value);
  });
});

describe('without rules', () => {
  const { path: cwd, remove } = scratchFolder();
  afterAll(remove);
  const header = 'id,contact_name,email,company,booked_at,starts_at,ends_at,outcome\n';
  const row =
    'A-1,Ada Byrne,ada@fernhill.example,Fernhill,2026-05-20T09:00Z,2026-06-02T10:00Z,2026-06-02T10:30Z,held\n';
  writeFileSync(join(cwd, 'whole.csv'), header + row);
  writeFileSync(join(cwd, 'header.csv'), header);

  test('a file without a row beside whole ones fails, and every format says so', async () => {
    for (const [format, says] of [
      ['table', 'empty_file'],
      ['junit', '<failure message="there is no row in this file'],
      ['github', '::error file=header.csv,title=empty_file::'],
      ['gitlab', '"check_name": "empty_file"'],
    ] as const) {
      const ran = await leadaudit(['check', 'whole.csv', 'header.csv', '--format', format], { cwd });
      expect([ran.code, ran.stdout]).toEqual([2, expect.stringContaining(says)]);
    }
  });

  test('a job summary that cannot be written is told, beside the annotations', async () => {
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'nowhere', 'summary.md') };
    const ran = await leadaudit(['check', 'whole.csv', '--format', 'github'], { cwd, env });
    expect([ran.code, ran.stdout]).toEqual([2, expect.stringContaining('leadaudit check: PASS')]);
    expect(ran.stderr).toContain('error[unwritable_file] cannot be written: ENOENT');
  });

  test('a drop on stdin is looked at', async () => {
    const ran = await leadaudit(['check', '-'], { cwd, input: header + row });
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('1 row in 1 file')]);
  });
});

describe('the baseline', () => {
  const before = checkDocumentOf({ ...FOUND, problems: [ragged(3), ragged(9, 'c,d')] }, [], ['error']);

  test('knows what was there, on whatever line it stands now', () => {
    const now = checkDocumentOf({ ...FOUND, problems: [ragged(4), ragged(10, 'c,d')] }, before.results, ['error']);
    expect([now.exit_code, now.fixed]).toEqual([0, []]);
    expect(now.results.map(({ known }) => known)).toEqual([true, true]);
  });

  test('fails for the second of what was there once, and tells what is fixed', () => {
    const now = checkDocumentOf({ ...FOUND, problems: [ragged(3), ragged(5)] }, before.results, ['error']);
    expect(now.exit_code).toBe(1);
    expect(now.results.map(({ line, known }) => [line, known])).toEqual([
      [3, true],
      [5, false],
    ]);
    expect(now.fixed.map(({ fingerprint }) => fingerprint)).toEqual([before.results[1]?.fingerprint]);
  });
});

describe('what a baseline cannot know', () => {
  const { path: cwd, remove } = scratchFolder();
  afterAll(remove);

  test('a file that cannot be read: nobody looked behind it', async () => {
    const found = { ...FOUND, problems: [problem('not_a_table', { file: 'drop.csv' }, { what: 'a ZIP archive' })] };
    const before = checkDocumentOf(found, [], ['error']).results;
    const now = checkDocumentOf(found, before, ['error']);
    expect([now.exit_code, now.results.map(({ known }) => known), now.fixed]).toEqual([2, [false], []]);
    const says: readonly [CheckFormatName, string][] = [
      ['table', 'error not_a_table'],
      ['markdown', '| error | not_a_table |'],
      ['junit', 'type="error"'],
      ['github', '::error file=drop.csv,title=not_a_table::'],
      ['gitlab', '"severity": "major"'],
    ];
    for (const [format, text] of says) expect(await show(now, format)).toContain(text);
  });

  test('the same of another row', async () => {
    const drop = 'id,contact_name,email,starts_at,outcome\nM-1,Ann Lee,ann@lee.example,2026-06-02T10:00,held\n';
    writeFileSync(join(cwd, 'drop.csv'), drop);
    writeFileSync(
      join(cwd, 'rules.yaml'),
      'version: 1\nsow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }\nsources: { meetings: { file: drop.csv, time_zone: America/New_York }, crm: { file: crm.csv, time_zone: America/New_York } }\nrules: { billable: { event: held } }\nfees: { rates: { tiers: [{ price: "100.00" }] } }\n',
    );
    const crm = (...names: string[]): void =>
      writeFileSync(
        join(cwd, 'crm.csv'),
        ['contact_name,starts_at,outcome', ...names.map((name) => `${name},2026-06-12T10:00,held`)].join('\n'),
      );
    const newOnes = async (): Promise<string[]> => {
      const { stdout } = await leadaudit(['check', '--format', 'json', '--baseline', 'before.json'], { cwd });
      const { results } = JSON.parse(stdout) as CheckDocument;
      return results.filter(({ code, known }) => code === 'unused_evidence' && !known).map(({ message }) => message);
    };
    crm('Bob Ray', 'Cyd Moe');
    await leadaudit(['check', '--format', 'json', '-o', 'before.json'], { cwd });
    // On other lines it is the same.
    crm('Ann Lee', 'Bob Ray', 'Cyd Moe');
    writeFileSync(join(cwd, 'drop.csv'), drop.replace('2026-06-02', '2026-06-12'));
    expect(await newOnes()).toEqual([]);
    crm('Bob Ray', 'Dee Fox');
    expect(await newOnes()).toEqual([expect.stringMatching(/^2 .* crm/)]);
  });
});

describe('the formats', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false });
  const { $schema: _, id: __, ...sarif } = JSON.parse(readFileSync('test/support/sarif-2.1.0.schema.json', 'utf8'));
  const isSarif = ajv.compile(sarif);
  const isDocument = ajv.compile(JSON.parse(readFileSync('schemas/check.schema.json', 'utf8')));
  const tagsOf = (xml: string): string[] => (xml.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/="[^"]*"/g, ''));

  test.each(Object.entries(HOSTILE_TEXTS))('hold %s', async (_name, text) => {
    const doc = checkedWith(text);
    expect(isDocument(JSON.parse(await show(doc, 'json'))), JSON.stringify(isDocument.errors)).toBe(true);
    const log = JSON.parse(await show(doc, 'sarif'));
    // A column of a drop is a cell; of SARIF it would be a letter.
    expect(JSON.stringify(log)).not.toContain('startColumn');
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    expect(log.runs[0].tool.driver.rules[log.runs[0].results[0].ruleIndex].id).toBe('ragged_row');
    expect(JSON.parse(await show(doc, 'gitlab'))).toMatchObject([
      { check_name: 'ragged_row', location: { lines: { begin: 3 } } },
    ]);
    expect(tagsOf(await show(doc, 'junit'))).toEqual(tagsOf(await show(checkedWith('Ann Lee'), 'junit')));
    expect((await show(doc, 'junit')).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\uffff]/u);
    const github = (await show(doc, 'github')).trimEnd().split('\n');
    expect(github).toHaveLength(2);
    expect(github[0]).toMatch(/^::error file=[^:,]*,line=3,title=ragged_row::/);
    for (const format of ['table', 'markdown', 'junit', 'github'] as const)
      expect((await show(doc, format)).replace(/^::error/gm, '')).not.toMatch(/^\s*::|##\[/m);
  });

  test('a name of a file commands nothing, and an annotation finds it', async () => {
    const file = '::error::x\n::warning::y, 5%.csv';
    const doc = checkDocumentOf({ ...FOUND, problems: [ragged(3), ragged(5)] }, [], ['error']);
    const named = { ...doc, results: doc.results.map((r) => ({ ...r, file })) };
    expect(await show(named, 'junit')).not.toMatch(/^\s*::/m);
    const [annotation = ''] = (await show(named, 'github')).split('\n');
    expect(decodeURIComponent(/file=([^,]*),/.exec(annotation)?.[1] ?? '')).toBe(file);
  });

  test('are JUnit as Jenkins has it, whatever text stands in them', async () => {
    const schema = readFileSync('test/support/jenkins-junit.xsd', 'utf8');
    const clean = checkDocumentOf({ ...FOUND, problems: [] }, [], ['error']);
    const note = checkDocumentOf({ ...FOUND, problems: [], findings: [NOTE] }, [], ['error']);
    const hostile = Object.values(HOSTILE_TEXTS).map(checkedWith);
    const xml = await Promise.all(
      [clean, note, ...hostile].map(async (doc, i) => ({
        fileName: `${i}.xml`,
        contents: await show(doc, 'junit'),
      })),
    );
    const { errors } = await validateXML({ xml, schema });
    expect(errors.map(({ rawMessage }) => rawMessage)).toEqual([]);
  });
});

test('a rule of SARIF helps without an argument of one case', async () => {
  const log = JSON.parse(await show(checkedWith('Ann Lee'), 'sarif'));
  const helps: [string, string][] = log.runs[0].tool.driver.rules.map((r: { id: string; help: { text: string } }) => [
    r.id,
    r.help.text,
  ]);
  for (const [, help] of helps) expect(help).toMatch(/^(?!.*(\{\w+\}|^<\w+>$)).+/);
  expect(Object.fromEntries(helps)).toMatchObject({
    bad_argument: 'What is asked for must be clear: a guess would be a wrong answer.',
    missing_file: 'mend the path, or name it no more; the report then says what could not be checked',
    missing_key: 'add `<key>:`',
  });
});
