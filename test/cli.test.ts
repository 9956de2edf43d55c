import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from './support/cases.ts';
import { leadaudit } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const EXAMPLE = ['-c', resolve('rules.example.yaml')];
const ESCAPE = String.fromCharCode(27);
const month = (...args: string[]): ReturnType<typeof leadaudit> => leadaudit(['reconcile', ...EXAMPLE, ...args]);

describe('streams and exit codes', () => {
  test('the report goes to stdout, exit 1 says that there is something to dispute', async () => {
    const { code, stdout, stderr } = await month();
    expect(code).toBe(1);
    expect(stdout).toContain('To dispute (16)');
    expect(stderr).toBe('');
  });

  test.each([
    [['--fail-on', 'never'], 0],
    [['--fail-on', 'review'], 1],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'error'], 0],
    [['--exit-zero'], 0],
  ])('%j ends with %i', async (args, code) => {
    const ran = await month('--format', 'json', ...args);
    expect([ran.code, JSON.parse(ran.stdout).exit_code]).toEqual([code, code]);
  });

  test('what cannot be done ends with 2, on stderr alone', async () => {
    for (const args of [
      ['reconcil'],
      ['reconcile', '--fromat', 'csv'],
      ['reconcile', '-c', 'nowhere.yaml'],
      ['explain', 'no-such-id', ...EXAMPLE],
    ]) {
      const { code, stdout, stderr } = await leadaudit(args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/error/);
    }
  });

  test('commands, flags and ids are suggested', async () => {
    expect((await leadaudit(['reconcil'])).stderr).toContain('reconcile');
    expect((await leadaudit(['reconcile', '--fromat', 'csv'])).stderr).toContain('--format');
    expect((await leadaudit(['explain', 'L400', ...EXAMPLE])).stderr).toContain('did you mean "L40"?');
    // Without rules a code is all that can be meant.
    const bare = await leadaudit(['explain', 'no_show_not_curd'], { cwd: scratch.path });
    expect([bare.code, bare.stderr]).toEqual([2, expect.stringContaining('did you mean "no_show_not_cured"?')]);
  });

  test.each([
    [['reconcile', '--format', 'jsn'], 'json'],
    [['reconcile', '--format', 'csv', '--table', 'claim'], 'claims'],
    [['reconcile', '--fail-on', 'eror'], 'error'],
    [['check', '--fail-on', 'warnin'], 'warning'],
    [['lint', '--fail-on', 'warn'], 'warning'],
    [['metrics', '--sql', 'postgre'], 'postgres'],
    [['ledger', 'show', '2026-05', '--format', 'markdwn'], 'markdown'],
    [['inspect', 'x.csv', '--preset', 'calendy'], 'calendly'],
    [['completion', 'fihs'], 'fish'],
  ])('%j: the word is suggested', async (args, word) => {
    const { code, stderr } = await leadaudit(args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`Did you mean ${word}?`)]);
  });

  test('a table is refused where the format has none, and named where it has', async () => {
    for (const args of [[], ['--format', 'json']]) {
      const { code, stdout, stderr } = await leadaudit(['reconcile', ...EXAMPLE, '--table', 'lines', ...args]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`option '--table <table>' does nothing to --format ${args[1] ?? 'table'}`);
    }
    const csv = await leadaudit(['reconcile', ...EXAMPLE, '--table', 'lines', '--format', 'csv']);
    expect([csv.code, csv.stdout]).toEqual([1, expect.stringMatching(/^id,kind,chain/)]);
  });

  test('a word that is near none is told what is taken', async () => {
    expect((await leadaudit(['reconcile', '--format', 'photograph'])).stderr).toMatch(/Expected table, .*xlsx\.\n/);
    const { code, stderr } = await leadaudit(['schema', 'constructor']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('"constructor" is no schema')]);
    expect((await leadaudit(['schema', 'metric'])).stderr).toContain('did you mean "metrics"?');
  });

  test('help and version are no errors', async () => {
    for (const args of [['--help'], ['reconcile', '--help'], ['--version']])
      expect((await leadaudit(args)).code).toBe(0);
    expect((await leadaudit(['--help'])).stdout).toContain('Examples:');
    // Flags of sources are many: they stand behind all others.
    for (const command of ['init', 'reconcile', 'close']) {
      const { stdout } = await leadaudit([command, '--help']);
      expect(stdout).toMatch(/-h, --help.*\n\nFiles .*:\n {2}--meetings <file\.\.\.> +files of meetings\n/);
    }
  });

  test('the help that the build wrote down is what the program says, here and where it cannot be written', () => {
    const binary = resolve('bin/leadaudit.js');
    const said = execFileSync(process.execPath, [resolve('dist/cli.js'), '--help']);
    expect(execFileSync(process.execPath, [binary, '--help'])).toEqual(said);
    const full = spawnSync('sh', ['-c', `"${process.execPath}" "${binary}" --help >/dev/full`]);
    expect([full.status, full.stderr.toString()]).toEqual([2, expect.stringContaining('error[unwritable_file]')]);
    const closed = spawnSync('bash', [
      '-c',
      `"${process.execPath}" "${binary}" --help | true; echo "\${PIPESTATUS[0]}"`,
    ]);
    expect([closed.stdout.toString(), closed.stderr.toString()]).toEqual(['0\n', '']);
  });

  test('a reader that stops reading is no error', () => {
    const script = `set -o pipefail; "${process.execPath}" "${resolve('bin/leadaudit.js')}" reconcile -c "${resolve('rules.example.yaml')}" --format json --exit-zero 2>err | head -c 100 >/dev/null; echo "\${PIPESTATUS[0]}"; cat err`;
    expect(execFileSync('bash', ['-c', script], { cwd: scratch.path }).toString()).toBe('0\n');
  });

  test('a long report is whole in a pipe', async () => {
    const { stdout } = await month('--format', 'json');
    expect(stdout.length).toBeGreaterThan(100_000);
    expect(JSON.parse(stdout).schema).toBe('leadaudit/audit@1');
  });

  test('a drop may come from stdin', async () => {
    const rules = join(scratch.path, 'stdin.yaml');
    writeFileSync(
      rules,
      `version: 1
sow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }
sources:
  meetings: { file: "-", time_zone: America/New_York }
rules: { billable: { event: held } }
fees: { rates: { tiers: [{ price: "100.00" }] } }
`,
    );
    const args = ['reconcile', '-c', rules, '--format', 'json'];
    const input = 'id,contact_name,starts_at,outcome\nM-1,Ann Lee,2026-06-02T10:00,held\n';
    const { code, stdout } = await leadaudit(args, { input });
    expect([code, JSON.parse(stdout).totals.payable]).toEqual([0, '100.00']);
    const nowhere = await leadaudit(args, { input, env: { TMPDIR: '/nowhere' } });
    expect([nowhere.code, nowhere.stderr.includes('what comes on stdin is kept there; TMPDIR')]).toEqual([2, true]);
  });
});

describe('colour', () => {
  const colored = async (args: string[], env: Record<string, string>): Promise<boolean> =>
    (await leadaudit(['reconcile', ...EXAMPLE, ...args], { env })).stdout.includes(ESCAPE);
  test.each([
    [[], {}, false],
    [['--color', 'always'], {}, true],
    [['--color', 'never'], { FORCE_COLOR: '1' }, false],
    [['--color', 'always'], { NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
    [[], { FORCE_COLOR: '0' }, false],
  ])('%j with %j: %s', async (args, env, expected) => {
    expect(await colored(args, env as Record<string, string>)).toBe(expected);
  });
});

describe('files', () => {
  test('-o writes a whole file and leaves nothing else', async () => {
    const folder = join(scratch.path, 'out');
    mkdirSync(folder);
    const { stdout, stderr } = await month('--format', 'csv', '-o', join(folder, 'claims.csv'));
    expect(stdout).toBe('');
    expect(stderr).toContain('wrote');
    expect(readFileSync(join(folder, 'claims.csv'), 'utf8')).toBe((await month('--format', 'csv')).stdout);
    await month('--format', 'json', '-q', '-o', `${folder}/`);
    expect(readdirSync(folder).sort()).toEqual(['2026-06.json', 'claims.csv']);
  });

  test('a folder that is not there is a problem, not a stack trace', async () => {
    const { code, stderr } = await month('-o', join(scratch.path, 'none', 'x.txt'));
    expect(code).toBe(2);
    expect(stderr).toContain('error[unwritable_file]');
    expect(existsSync(join(scratch.path, 'none'))).toBe(false);
  });
});

describe('the same bytes', () => {
  test('in any time zone, language and working folder', async () => {
    const plain = (await month('--format', 'json')).stdout;
    const runs = [
      { env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
      { env: { TZ: 'America/Los_Angeles' }, cwd: '/' },
      { env: { TZ: 'Asia/Kolkata', LANG: 'ja_JP' }, cwd: scratch.path },
    ];
    for (const run of runs)
      expect((await leadaudit(['reconcile', ...EXAMPLE, '--format', 'json'], run)).stdout).toBe(plain);
  });
});

describe('explain', () => {
  test.each([
    'L04',
    'DC-1026',
    'P3',
    'no_show_not_cured',
    'unmapped_value',
    'evidence_conflict',
    'duplicates',
    'over_cap',
    'after_term',
  ])('%s', async (id) => {
    const { code, stdout } = await leadaudit(['explain', id, ...EXAMPLE]);
    expect(code).toBe(0);
    await expect(stdout).toMatchFileSnapshot(`golden/explain-${id}.txt`);
  });
});

describe('simulate', () => {
  const clauses = [
    '--set',
    'rules.no_show.cure_within=7 days',
    '--set',
    'fees.cap=null',
    '--set',
    'rules.client_reschedule.late_pays=0%',
  ];
  test('shows the example month under other clauses, in 80 columns', async () => {
    const { code, stdout, stderr } = await leadaudit(['simulate', ...EXAMPLE, ...clauses]);
    expect([code, stderr]).toEqual([0, '']);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('golden/simulate.txt');
  });

  test('its document is what the published schema says, and begins with what reconcile says', async () => {
    const document = JSON.parse((await leadaudit(['simulate', ...EXAMPLE, ...clauses, '--format', 'json'])).stdout);
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync('schemas/simulation.schema.json', 'utf8')),
    );
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document.totals).toEqual(JSON.parse((await month('--format', 'json')).stdout).totals);
  });

  test('foreign text does not reach the terminal', async () => {
    const draft = join(scratch.path, 'draft.yaml');
    const rules = readFileSync('rules.example.yaml', 'utf8').replace('reasons: [title,', 'reasons: ["\\e[2J",');
    writeFileSync(draft, rules);
    const { code, stdout } = await leadaudit(['simulate', ...EXAMPLE, '--with', draft]);
    expect(code).toBe(0);
    expect(stdout).toContain('rules.acceptance.reasons');
    expect(stdout).not.toContain(ESCAPE);
  });

  test('is coloured where it is asked for', async () => {
    const { stdout } = await leadaudit(['simulate', ...EXAMPLE, ...clauses, '--color', 'always']);
    expect(stdout).toContain(ESCAPE);
  });

  test('-o writes it under a name of its own', async () => {
    const folder = join(scratch.path, 'simulated');
    await leadaudit(['simulate', ...EXAMPLE, '--set', 'fees.cap=null', '-q', '-o', `${folder}/`]);
    expect(readdirSync(folder)).toEqual(['simulation-2026-06.txt']);
    expect(
      (await leadaudit(['simulate', ...EXAMPLE, '--set', 'fees.cap=null', '-o', join(folder, 'no', 'x')])).code,
    ).toBe(2);
  });
});

describe('several SOWs', () => {
  const second = join(scratch.path, 'quill.yaml');
  writeFileSync(
    second,
    `version: 1
sow: { id: NWI/QUILL 2026, client: Northwind Instruments, vendor: Quill Dialers, currency: USD, time_zone: America/Chicago, country: US }
sources: { meetings: { file: quill.csv, time_zone: America/Chicago } }
rules: { billable: { event: held }, evidence: { enough: [vendor] } }
fees: { rates: { tiers: [{ price: "275.00" }] } }
`,
  );
  writeFileSync(
    join(scratch.path, 'quill.csv'),
    `id,contact_name,phone,starts_at,outcome
Q-1,Rachel Dunn,605-555-0132,2026-06-10T09:02,held
Q-2,Renee Duchene,418-555-0134,2026-06-25T10:00,held
`,
  );
  const both = ['reconcile', ...EXAMPLE, '-c', second];

  test('into a folder go the same reports as of one SOW, and a summary', async () => {
    const folder = join(scratch.path, 'reports');
    for (const format of ['table', 'json']) {
      const { code, stdout } = await leadaudit([...both, '--format', format, '-q', '-o', `${folder}/`]);
      expect([code, stdout]).toEqual([1, '']);
    }
    const names = ['NWI-DIALCO-2026-2026-06', 'NWI_QUILL_2026-2026-06', 'summary'];
    expect(readdirSync(folder).sort()).toEqual(names.flatMap((n) => [`${n}.json`, `${n}.txt`]));
    for (const [format, extension] of [
      ['table', 'txt'],
      ['json', 'json'],
    ] as const)
      expect(readFileSync(join(folder, `${names[0]}.${extension}`), 'utf8')).toBe(
        (await month('--format', format)).stdout,
      );
    await expect(readFileSync(join(folder, 'summary.txt'), 'utf8')).toMatchFileSnapshot('golden/summary.txt');
  });

  test('their document is what the published schema says', async () => {
    const { stdout } = await leadaudit([...both, '--format', 'json']);
    const validate = new Ajv({ strict: false }).compile(JSON.parse(readFileSync('schemas/audits.schema.json', 'utf8')));
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
  });

  test('on the terminal every report comes before the summary, in 80 columns', async () => {
    const { stdout } = await leadaudit(both);
    const one = (await month()).stdout;
    expect(stdout.startsWith(one)).toBe(true);
    expect(stdout.endsWith(readFileSync('test/golden/summary.txt', 'utf8'))).toBe(true);
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });
});

test('lint shows what is assumed and what is not judged', async () => {
  const { code, stdout } = await leadaudit(['lint', '-c', 'rules.example.yaml']);
  expect(code).toBe(0);
  await expect(stdout).toMatchFileSnapshot('golden/lint.txt');
});

test('schema prints what is published', async () => {
  expect((await leadaudit(['schema'])).stdout).toBe(readFileSync('rules.schema.json', 'utf8'));
  expect((await leadaudit(['schema', 'audit'])).stdout).toBe(readFileSync('schemas/audit.schema.json', 'utf8'));
  expect((await leadaudit(['schema', 'nothing'])).code).toBe(2);
});
