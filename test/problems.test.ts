import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { purseOf } from '../src/price/money.ts';
import { FINDINGS } from '../src/problems/findings.ts';
import { frame, type Paint } from '../src/problems/frame.ts';
import { effectOf, type Problem, problem, sortProblems } from '../src/problems/problem.ts';
import { PROBLEMS, type ProblemCode } from '../src/problems/table.ts';
import { openTable } from '../src/read/delimited.ts';
import type { Found } from '../src/read/dialect.ts';
import { decoding } from '../src/read/encoding.ts';
import { fillFrom } from '../src/read/input.ts';
import { readSources } from '../src/read/read.ts';
import { secondReading } from '../src/read/second-reading.ts';
import type { TableRow } from '../src/read/table.ts';
import type { AuditDocument } from '../src/report/document.ts';
import { forTerminal } from '../src/report/escape.ts';
import { EXAMPLES } from '../src/report/examples.ts';
import { checkInvariants } from '../src/report/invariants.ts';
import { loadSow } from '../src/sow/load.ts';
import { type Expectation, type Outcome, openCase, runCase, scratchFolder, viewOf } from './support/cases.ts';

interface Told {
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What a page says is told; with `to`, once on each line from `line` on to it. */
type Wanted = Told & { readonly to?: number };

/** A run of a page: through the pipeline (`run`) or through the built binary (`args`). */
type PageRun = Omit<Expectation, 'problems' | 'run'> & {
  readonly exit: number;
  readonly problems?: readonly Wanted[];
  /** What findings must say, through the pipeline. */
  readonly says?: readonly string[];
  /** What stderr must say, for the binary. */
  readonly stderr?: readonly string[];
} & ({ readonly run: string; readonly args?: never } | { readonly args: string; readonly run?: never });

interface Page {
  readonly name: string;
  readonly folder: string;
  readonly runs: readonly PageRun[];
}

const scratch = scratchFolder();
afterAll(scratch.remove);

/** Only a fault of leadaudit brings these about: their pages change what was made of a sound input. */
const TAMPERED: ReadonlySet<string> = new Set(['broken_invariant', 'second_reading']);

const BINARY = resolve('bin/leadaudit.js');

const eachLine = ({ to, ...told }: Wanted): Told[] =>
  to === undefined || told.line === undefined
    ? [told]
    : Array.from({ length: to - told.line + 1 }, (_, i) => ({ ...told, line: (told.line ?? 0) + i }));

function openPage(path: string): Page {
  const { name, folder, expected } = openCase(path, scratch.path);
  return { name, folder, runs: expected as unknown as PageRun[] };
}

const pages = readdirSync('test/problems')
  .sort()
  .map((file) => openPage(join('test/problems', file)));
const pageOf = (name: string): Page => {
  const page = pages.find((p) => p.name === name);
  if (!page) throw new Error(`no page ${name}`);
  return page;
};

const ran = new Map<string, Promise<Outcome>>();
/** One run is done once, however many tests look at it. */
function outcomeOf(folder: string, rules: string, run: string): Promise<Outcome> {
  const key = `${folder} ${rules} ${run}`;
  const known = ran.get(key) ?? runCase(folder, rules, run);
  ran.set(key, known);
  return known;
}

function toldOf({ code, place: { file, line, column } }: Problem, folder: string): Told {
  const inside = relative(folder, resolve(folder, file));
  return {
    code,
    file: inside.startsWith('..') ? file : inside,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

const FRAME = /^(?:error|quarantined|note)\[(\w+)\] .*\n --> (.*?)(?::(\d+))?(?::(\d+))?$/gm;

function runBinary(args: string, folder: string): { exit: number | null; stderr: string; told: Told[] } {
  const { status, stderr } = spawnSync(process.execPath, [BINARY, ...args.split(' ')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' },
  });
  const told = [...stderr.matchAll(FRAME)].map(
    ([, code = '', file = '', line, column]): Told => ({
      code,
      file,
      ...(line ? { line: Number(line) } : {}),
      ...(column ? { column: Number(column) } : {}),
    }),
  );
  return { exit: status, stderr, told };
}

/** What the binary said on each page, without its folder. */
const saidOn = new Map<string, string>();

describe.each(pages)('test/problems/ $name', ({ name, folder, runs }) => {
  test.each(runs.filter((r) => r.run !== undefined))('$run', async (wanted) => {
    const { run = '', args: _, stderr: __, problems, says, ...rest } = wanted;
    const outcome = await outcomeOf(folder, 'rules.yaml', run);
    const told = sortProblems(outcome.problems).map((p) => toldOf(p, folder));
    if (problems) expect(told).toEqual(problems.flatMap(eachLine));
    expect(viewOf({ run, ...rest }, outcome)).toEqual(rest);
    const messages = (outcome.document?.findings ?? []).map((f) => f.message);
    for (const text of says ?? []) expect(messages).toContainEqual(expect.stringContaining(text));
    expect(outcome.document === undefined).toBe(outcome.problems.some((p) => effectOf(p) === 'stop'));
  });

  test.each(runs.filter((r) => r.args !== undefined))('leadaudit $args', ({ args = '', exit, problems, stderr }) => {
    const ran = runBinary(args, folder);
    saidOn.set(name, (saidOn.get(name) ?? '') + ran.stderr.replaceAll(`${folder}/`, ''));
    expect(ran.stderr).not.toContain('a fault of leadaudit, please');
    if (problems) expect(ran.told).toEqual(problems.flatMap(eachLine));
    expect(ran.exit).toBe(exit);
    for (const text of stderr ?? []) expect(ran.stderr).toContain(text);
  });
});

describe('the pages', () => {
  test('every problem has its page, and every page its problem or finding', () => {
    const codes = [...Object.keys(PROBLEMS), ...pages.flatMap(({ name }) => (name.startsWith('finding-') ? name : []))];
    expect(pages.map(({ name }) => name).sort()).toEqual(codes.sort());
    expect(
      pages.flatMap(({ name }) => (name.startsWith('finding-') && !(name.slice(8) in FINDINGS) ? name : [])),
    ).toEqual([]);
  });

  test.each(Object.keys(PROBLEMS).filter((code) => !TAMPERED.has(code)))('%s.md provokes it', (code) => {
    expect(pageOf(code).runs.flatMap((run) => run.problems?.map((p) => p.code) ?? [])).toContain(code);
  });

  test.each(pages)('the problems of the rules file of $name come in order of place', ({ folder }) => {
    const path = join(folder, 'rules.yaml');
    const { problems } = loadSow(readFileSync(path, 'utf8'), path);
    expect(problems).toEqual(sortProblems(problems));
  });

  // Else `npm run golden` takes it anew.
  test.each(pages.filter(({ runs }) => runs.some((run) => run.args !== undefined)))(
    'the example of $name is what is said there',
    async ({ name, folder, runs }) => {
      const outcomes = runs.flatMap(({ run }) => (run === undefined ? [] : outcomeOf(folder, 'rules.yaml', run)));
      const told = (await Promise.all(outcomes)).flatMap(({ problems }) => problems);
      const frames = told.map((p) => frame(p, PLAIN, (t) => t).replaceAll(`${folder}/`, ''));
      const example = EXAMPLES.problems[name];
      if (example?.case === `test/problems/${name}.md`)
        expect([saidOn.get(name), ...frames].join('\n')).toContain(example.text);
    },
  );

  test.each(pages)('the sentences of $name leave no argument open', async ({ folder, runs }) => {
    for (const { run } of runs) {
      if (run === undefined) continue;
      const { problems } = await outcomeOf(folder, 'rules.yaml', run);
      for (const p of problems) {
        const text = frame({ ...p, excerpt: undefined }, PLAIN, forTerminal);
        expect(text).not.toMatch(/undefined|NaN|\[object|\(source \)|""|\{\w+\}(?! *:)/);
      }
    }
  });
});

describe('a caret stands under what the sentence speaks of', () => {
  const spoken = (p: Problem): string | undefined => {
    const word = p.code === 'missing_key' ? undefined : (p.args.value ?? p.args.key);
    return word === undefined ? undefined : String(word);
  };

  test.each(pages)('$name', async ({ folder, runs }) => {
    for (const { run } of runs) {
      if (run === undefined) continue;
      for (const p of (await outcomeOf(folder, 'rules.yaml', run)).problems) {
        const lines = frame(p, PLAIN, forTerminal).split('\n');
        const at = lines.findIndex((line) => /^ *\| *\^$/.test(line));
        const word = spoken(p);
        if (at < 0 || word === undefined) continue;
        const caret = (lines[at] ?? '').indexOf('^');
        expect([p.code, (lines[at - 1] ?? '').slice(caret, caret + word.length)]).toEqual([p.code, word]);
      }
    }
  });
});

describe('broken_invariant', () => {
  type Tampering = { invariant: string; what: string; set?: string; drop?: string; to?: unknown };
  const { folder } = pageOf('broken_invariant');
  const tamperings = parse(readFileSync(join(folder, 'tampered.yaml'), 'utf8')) as Tampering[];
  const purse = purseOf('USD', 'half_up');

  async function sound(): Promise<{ document: AuditDocument; claims: number }> {
    const { document } = await outcomeOf(folder, 'rules.yaml', '--period 2026-06');
    if (!document) throw new Error('the month is not sound');
    return { document: structuredClone(document), claims: document.claims.filter((c) => c.line_id !== null).length };
  }

  function tamper(document: AuditDocument, { set, drop, to }: Tampering): void {
    const path = (set ?? drop ?? '').split('.');
    const last = path.pop() ?? '';
    let at = document as unknown as Record<string, unknown>;
    for (const key of path) at = at[key] as Record<string, unknown>;
    if (drop !== undefined && Array.isArray(at)) at.splice(Number(last), 1);
    else {
      expect(at).toHaveProperty(last);
      at[last] = to;
    }
  }

  test('a sound document passes', async () => {
    const { document, claims } = await sound();
    expect(checkInvariants(document, claims, purse)).toEqual([]);
  });

  test.each(tamperings)('$invariant: $what is seen', async (tampering) => {
    const { document, claims } = await sound();
    tamper(document, tampering);
    const broken = checkInvariants(document, claims, purse);
    expect(broken.map((p) => p.args.invariant)).toContain(tampering.invariant);
    expect(broken.every((p) => p.code === 'broken_invariant' && effectOf(p) === 'stop')).toBe(true);
  });

  test('every invariant is tampered with', () => {
    const source = readFileSync('src/report/invariants.ts', 'utf8');
    const named = source.matchAll(/\[\s*'([^']+)',/g);
    expect(new Set([...named].map(([, name]) => name))).toEqual(new Set(tamperings.map((t) => t.invariant)));
  });
});

describe('second_reading', () => {
  /** A row whose `cell` (from 1) was read as `to`, or not at all; or that was read `at` another line. */
  type Misreading = { what: string; line: number; cell?: number; to?: string; at?: number };
  const { folder } = pageOf('second_reading');
  const misreadings = parse(readFileSync(join(folder, 'misread.yaml'), 'utf8')) as Misreading[];

  async function doubts(
    change: (row: TableRow) => TableRow,
    told: readonly number[] = [],
  ): Promise<readonly Problem[]> {
    const bytes = readFileSync(join(folder, 'meetings.csv'));
    const source = decoding(fillFrom(bytes), { name: 'utf-8', mark: 0 });
    const table = await openTable(source, 'meetings.csv', { isHeader: () => false });
    if (!('rows' in table) || table.text === undefined) throw new Error('the drop is sound');
    const rows: TableRow[] = [];
    for await (const batch of table.rows()) rows.push(...batch);
    return secondReading(table.text, 'meetings.csv', table.found, rows.map(change), new Set(told));
  }

  const misread =
    ({ line, cell, to, at }: Misreading) =>
    (row: TableRow): TableRow =>
      row.line !== line
        ? row
        : { line: at ?? line, cells: row.cells.flatMap((text, i) => (i + 1 !== cell ? text : (to ?? []))) };

  test('a drop that is read well passes', async () => {
    expect(await doubts((row) => row)).toEqual([]);
  });

  test.each(misreadings)('$what is seen', async (misreading) => {
    const found = await doubts(misread(misreading));
    expect(found.map((p) => toldOf(p, folder))).toEqual([
      { code: 'second_reading', file: 'meetings.csv', line: misreading.at ?? misreading.line },
    ]);
    expect(found.map(effectOf)).toEqual(['quarantine']);
  });

  test('a line of which something was told already is left alone', async () => {
    const [first] = misreadings;
    if (!first) throw new Error('the page misreads something');
    expect(await doubts(misread(first), [first.line])).toEqual([]);
  });
});

test('a line that was told between a CR and an LF moves no line behind it', () => {
  const text = 'id,note\n1,a\r2\n3,c\n4,d\n';
  const found: Found = { dialect: { delimiter: 44, quote: 34, escape: 'doubled' }, delimiter: ',' };
  const rows = [
    { line: 2, cells: ['1', 'a'] },
    { line: 4, cells: ['3', 'c'] },
    { line: 5, cells: ['4', 'd'] },
  ];
  expect(secondReading(text, 'calls.csv', found, rows, new Set([3]))).toEqual([]);
});

const PLAIN: Paint = { strong: (t) => t, faint: (t) => t, alarm: (t) => t };
/** What a terminal obeys instead of showing: control characters (line ends of the frame apart), line and direction marks. */
const OBEYED = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

describe('a frame shows foreign text, and never obeys it', () => {
  const nasty = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '\u001b[2J',
          '\u001b]8;;https://x.example\u0007',
          '\u009b31m',
          '\r',
          '\n',
          '\t',
          '\u0000',
          '\u007f',
        ),
        fc.constantFrom(
          '\u202e',
          '\u061c',
          '\u2066',
          '\u2069',
          '\u200f',
          '\u2028',
          '\ufeff',
          '\u0008',
          '{field}',
          '[x]',
          '$&',
          "$'",
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
  const codes = Object.keys(PROBLEMS) as ProblemCode[];

  test.each(codes)('%s', (code) => {
    const names = [...JSON.stringify(PROBLEMS[code]).matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const args = fc.record(Object.fromEntries(names.map((name) => [name, nasty])));
    const place = fc.record({
      file: nasty,
      line: fc.integer({ min: 1, max: 9 }),
      column: fc.integer({ min: 1, max: 400 }),
    });
    fc.assert(
      fc.property(args, place, nasty, (given, where, excerpt) => {
        const text = frame(problem(code, where, given, excerpt), PLAIN, forTerminal);
        expect(text).not.toMatch(OBEYED);
        // Foreign text cannot add a line that looks like ours.
        expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 60 },
    );
  });

  test('through the readers', async () => {
    const folder = join(scratch.path, 'hostile');
    const bad = '\u001b]0;owned\u0007\u202eheld\u0000';
    mkdirSync(folder, { recursive: true });
    const rules = readFileSync(join(pageOf('unmapped_value').folder, 'rules.yaml'), 'utf8');
    const files: Record<string, string> = {
      'status.csv': `id,starts_at,outcome,${bad}\nA-1,2026-06-02T10:00,${bad},x\nA-2,${bad},held,x\n`,
      'short.csv': `id,starts_at,outcome,email\n${bad},2026-06-02T10:00\n`,
      'header.csv': `${bad},${bad}\nA-1,x\n`,
      'quote.csv': `id,starts_at\n${bad},"x" y\n`,
      'status.json': `[{"id": "A-1", "starts_at": "2026-06-02T10:00", "outcome": ${JSON.stringify(bad)}}]`,
      'broken.json': `[{"id": "${bad}", "starts_at": `,
      'twice.json': `[{"\u202e": 1, "\u202e": 2}]`,
    };
    const told: Problem[] = [];
    for (const [file, text] of Object.entries(files)) {
      writeFileSync(join(folder, file), text);
      const { sow } = loadSow(rules.replace('meetings.csv', file), 'rules.yaml');
      if (!sow) throw new Error('the rules are sound');
      const options = { baseDir: folder, workingDir: folder, overrides: {}, period: '2026-06' };
      told.push(...(await readSources(sow, options)).problems);
    }
    const text = `${rules}  ${bad.replaceAll('\u0000', '')}: 1\n`;
    told.push(...loadSow(text, `${bad}.yaml`).problems);
    expect(new Set(told.map((p) => p.code))).toContain('unmapped_value');
    expect(told.length).toBeGreaterThanOrEqual(8);
    for (const p of told) expect(frame(p, PLAIN, forTerminal)).not.toMatch(OBEYED);
  });
});
