import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { linkDecisionsOf, writeLinkDecisions } from '../src/cli/link-decisions-file.ts';
import type { Standing } from '../src/link/decided.ts';
import { clashes, type LinkDecision, linkDecisionsText, readLinkDecisions } from '../src/link/link-decisions.ts';
import type { OpenLink } from '../src/link/open-links.ts';
import { peopleOf } from '../src/report/redact.ts';
import { hiderOf } from '../src/report/redact-texts.ts';
import { afterAnswer, questionLines } from '../src/review/questions.ts';
import { type Answer, inOrder, nameOf, readSheet, sheetOf } from '../src/review/sheet.ts';
import { takenDown } from '../src/review/take-down.ts';
import { loadSow } from '../src/sow/load.ts';
import type { Sow } from '../src/sow/sow.ts';
import { zoneOf } from '../src/sow/zone.ts';
import { openCase, scratchFolder } from './support/cases.ts';
import { knownOf } from './support/judged.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const decision = (over: Partial<LinkDecision> = {}): LinkDecision => ({
  claim: 'A-1',
  about: 'meeting',
  source: 'crm',
  record: 'C-1',
  decision: 'same',
  by: 'Dana',
  at: '2026-07-02',
  why: 'asked "her": #1',
  ours: { contact_name: 'null', company: '~' },
  theirs: { email: 'a@b.example', starts_at: '2026-06-09T14:00:00.000Z' },
  ...over,
});

describe('the file of decided links', () => {
  test('reads back what it writes, whatever the texts are', () => {
    const all = [decision(), decision({ claim: '007', record: undefined, why: 'a\nb: c', decision: 'other' })];
    const { decisions, problems } = readLinkDecisions(linkDecisionsText(all), 'links.yaml');
    expect(problems).toEqual([]);
    expect(decisions).toEqual(all.map((d) => JSON.parse(JSON.stringify(d))));
    expect(linkDecisionsText(decisions)).toBe(linkDecisionsText(all));
    expect(readLinkDecisions(linkDecisionsText([]), 'links.yaml')).toEqual({ decisions: [], problems: [] });
  });

  test('is read strictly, each mistake with its place', () => {
    const text = linkDecisionsText([decision()]);
    const told = (from: string, to: string) =>
      readLinkDecisions(text.replace(from, to), 'links.yaml').problems.map(
        ({ code, place }) => `${code} ${place.line}:${place.column}`,
      );
    expect(told('  by: "Dana"\n', '')).toEqual(['missing_key 2:3']);
    expect(told('"same"', '"perhaps"')).toEqual(['wrong_value 6:13']);
    expect(told('"2026-07-02"', '"2026-02-30"')).toEqual(['wrong_value 8:7']);
    expect(told('  why:', '  whom: "x"\n  why:')).toEqual(['wrong_value 2:3']);
    expect(told('source: "crm"', 'source: "meetings"')).toEqual(['wrong_value 4:11']);
    expect(told('    email:', '    mail:')).toEqual(['wrong_value 14:5']);
    expect(told('- claim', 'claim').join()).toContain('bad_yaml');
    expect(readLinkDecisions('a: b', 'l').problems[0]?.args.reason).toBe('is not a list of decided links');
    const recording = linkDecisionsText([decision({ source: 'recordings', about: 'person' })]);
    expect(readLinkDecisions(recording, 'l').problems[0]?.args.reason).toBe('only a record of the CRM is a person');
  });

  test('holds no two decisions that cannot stand together', () => {
    const reasons = (...all: LinkDecision[]) => clashes(all).map(({ reason }) => reason);
    expect(reasons(decision(), decision({ decision: 'other' }))).toEqual(['A-1 and this record are decided twice']);
    expect(reasons(decision(), decision({ claim: 'A-2' }))).toEqual(['the record is decided to be of A-1 as well']);
    expect(reasons(decision(), decision({ claim: 'A-2', decision: 'other' }))).toEqual([]);
    // A meeting may have two records, and a person many claims.
    expect(reasons(decision(), decision({ record: 'C-2' }))).toEqual([]);
    expect(reasons(decision({ about: 'person' }), decision({ about: 'person', claim: 'A-2' }))).toEqual([]);
    expect(reasons(decision({ about: 'person' }), decision({ about: 'person', record: 'C-2' }))).toEqual([
      'A-1 is decided to be C-1 as well',
    ]);
    // An id that comes back every week is another record each time.
    expect(reasons(decision(), decision({ claim: 'A-2', theirs: { starts_at: '2026-06-16T14:00:00.000Z' } }))).toEqual(
      [],
    );
    const text = linkDecisionsText([decision(), decision({ claim: 'A-2' })]);
    expect(readLinkDecisions(text, 'l').problems.map(({ code, place }) => [code, place.line])).toEqual([
      ['wrong_value', 16],
    ]);
  });
});

const open = (over: Partial<OpenLink> = {}): OpenLink => ({
  claim: 'A-1',
  about: 'meeting',
  source: 'crm',
  record: 'C-1',
  place: { source: 'crm', file: 'crm.csv', line: 2, n: 1 },
  ours: { contact_name: 'Ruth Imai', phone: '+12125550101' },
  theirs: { contact_name: '=cmd', starts_at: '2026-06-09T14:00:00.000Z' },
  score: 18,
  reason: 'rivals',
  rivals: ['A-2'],
  ...over,
});
const ZONE = zoneOf('America/New_York');
const SIGNED = { by: 'Dana', at: '2026-07-02', why: undefined };

test('a name with the address behind it is hidden', () => {
  const row = { raw: { contact_name: 'Olaf Berg (olaf@paz.example);Ute Neu' } };
  const found = peopleOf(knownOf({ opportunities: [row] })).map(({ text }) => text);
  expect(found).toEqual(['Olaf Berg', 'Ute Neu']);
});

test('a name that was seen when a link was decided is hidden too', () => {
  const people = peopleOf(knownOf({}), { decided: [decision({ theirs: { contact_name: 'Ina Alt; Ute Neu' } })] });
  const hide = hiderOf(people, { how: 'digits' });
  expect(hide('contact_name was "Ute Neu" and is "Ina Alt"')).not.toMatch(/Ute|Neu|Ina|Alt/);
});

describe('the table of open links', () => {
  test('comes back from a spreadsheet as what was asked', () => {
    const links = [open({ claim: 'A-10' }), open({ claim: 'A-9', score: undefined }), open()];
    expect(inOrder([...links, ...links]).map(({ claim }) => claim)).toEqual(['A-1', 'A-9', 'A-10']);
    const sheet = sheetOf(links, ZONE);
    expect(sheet).toContain("'=cmd");
    expect(sheet).toContain("'+12125550101");
    const filled = sheet.replaceAll(/,,$/gm, ',Same ,"seen, twice"').replaceAll(',', ';');
    const { answers, problems } = readSheet(`\ufeff${filled}`, 'r.csv', links, SIGNED);
    expect(problems).toEqual([]);
    expect(answers.map(({ decision: d, line }) => [d.claim, d.decision, d.why, line])).toEqual([
      ['A-1', 'same', 'seen; twice', 2],
      ['A-9', 'same', 'seen; twice', 3],
      ['A-10', 'same', 'seen; twice', 4],
    ]);
    const { contact_name, phone } = open().ours;
    expect(answers[0]?.decision).toMatchObject({ by: 'Dana', at: '2026-07-02', ours: { contact_name, phone } });
  });

  test('asks another question when a value is another', () => {
    const names = [
      open(),
      open({ ours: { contact_name: 'Ruth Imay', phone: '+12125550101' } }),
      open({ theirs: {} }),
      open({ about: 'person' }),
      open({ record: undefined }),
      open({ claim: 'A-2' }),
    ].map(nameOf);
    expect(new Set(names).size).toBe(names.length);
    expect(nameOf(open({ score: 3, rivals: [] }))).toBe(nameOf(open()));
  });
});

describe('decisions that are taken down', () => {
  const answer = (over: Partial<LinkDecision> = {}, line = 2): Answer => {
    const made = decision({ by: 'Omar', at: '2026-07-09', ...over });
    return { question: nameOf(made), decision: made, line };
  };
  const stands = (state: Standing['state'], over: Partial<LinkDecision> = {}): Standing => ({
    decision: decision(over),
    state,
    what: '',
    rows: [],
  });
  const said = (before: readonly Standing[], ...answers: readonly Answer[]) => {
    const all = takenDown(before, answers, 'r.csv');
    return 'problems' in all
      ? all.problems.map(({ code, place }) => `${code} ${place.line}`)
      : all.map((d) => `${d.claim} ${d.record} ${d.decision} ${d.by}`);
  };

  test('stand beside what was there, or in its place', () => {
    expect(said([stands('holds')], answer({ claim: 'A-2', decision: 'other' }))).toEqual([
      'A-1 C-1 same Dana',
      'A-2 C-1 other Omar',
    ]);
    expect(said([stands('holds')], answer({ decision: 'other' }))).toEqual(['A-1 C-1 other Omar']);
    // Said again, it stays what it was.
    expect(said([stands('holds')], answer())).toEqual(['A-1 C-1 same Dana']);
    // What is gone may come back with the next export.
    expect(said([stands('gone', { record: 'C-7' })], answer())).toEqual(['A-1 C-7 same Dana', 'A-1 C-1 same Omar']);
  });

  test('take the place of one whose evidence changed', () => {
    const theirs = { email: 'new@b.example', starts_at: '2026-06-09T15:00:00.000Z' };
    expect(said([stands('changed')], answer({ theirs }))).toEqual(['A-1 C-1 same Omar']);
    expect(said([stands('holds')], answer({ theirs }))).toEqual(['A-1 C-1 same Dana', 'A-1 C-1 same Omar']);
  });

  test('are refused where they cannot stand together', () => {
    expect(said([stands('holds')], answer({ claim: 'A-2' }, 5))).toEqual(['bad_decision 5']);
  });
});

describe('questions on a terminal', () => {
  test('show both sides, why it is in doubt, and what else it may be', () => {
    expect(questionLines(open(), 1, 3, ZONE)).toEqual([
      '',
      '1 of 3: is crm C-1 the same meeting as A-1?',
      '                claim         crm crm.csv:2',
      '  contact_name  Ruth Imai     =cmd',
      '  phone         +12125550101',
      '  starts_at                   2026-06-09T10:00:00-04:00',
      '  18 bits, rivals: somebody or something else fits as well',
      '  or it is A-2',
    ]);
  });

  test('do not ask what an answer has settled', () => {
    const [a, b, c] = [open(), open({ claim: 'A-2' }), open({ place: { ...open().place, n: 2 }, record: 'C-2' })];
    expect(afterAnswer([a, b, c], a, 'same')).toEqual([c]);
    expect(afterAnswer([a, b, c], a, 'other')).toEqual([b, c]);
    const [x, y, z] = [a, b, c].map((link): OpenLink => ({ ...link, about: 'person' })) as [
      OpenLink,
      OpenLink,
      OpenLink,
    ];
    expect(afterAnswer([x, y, z], x, 'same')).toEqual([y]);
  });
});

test('decisions are not written over a file that somebody else changed', async () => {
  const path = join(scratch.path, 'rules.yaml');
  const { sow } = loadSow(RULES, path);
  const rules = { sow: sow as Sow, path, text: RULES, named: {} };
  expect(await writeLinkDecisions(rules, undefined, [decision()])).toBeUndefined();
  const written = await linkDecisionsOf(rules);
  expect(written).toMatchObject({ problems: [], decisions: { file: 'links.yaml', decisions: [{ claim: 'A-1' }] } });
  const late = await writeLinkDecisions(rules, undefined, []);
  expect(late).toMatchObject({ code: 'unwritable_file', place: { file: 'links.yaml' } });
  expect(await linkDecisionsOf(rules)).toEqual(written);
  expect(await writeLinkDecisions(rules, written.decisions?.sha256, [])).toBeUndefined();
  expect((await linkDecisionsOf(rules)).decisions?.decisions).toEqual([]);
});

const RULES = `version: 1
sow: { id: S, client: C, vendor: V, currency: USD, time_zone: America/New_York }
sources: { meetings: { file: m.csv } }
rules: { billable: { event: held } }
`;

const hasScript = spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('review on a terminal', () => {
  const page = openCase('test/commands/review.md', scratch.path);
  const folder = join(scratch.path, 'terminal');
  const links = join(folder, 'links.yaml');

  /** Types keys into the built binary, each when its prompt is there. */
  const typed = (args: string, answers: readonly string[]): Promise<{ code: number | null; text: string }> =>
    new Promise((done) => {
      const command = `${process.execPath} ${resolve('bin/leadaudit.js')} review ${args}`;
      const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder });
      const left = [...answers];
      let text = '';
      let asked = 0;
      child.stdout.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        const prompts = text.match(/decides\? |them\? |quit: /g)?.length ?? 0;
        for (; asked < prompts && left.length; asked++) child.stdin.write(left.shift() ?? '');
      });
      child.on('close', (code) => done({ code, text }));
    });

  beforeEach(() => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const name of ['rules.yaml', 'drop.csv', 'crm-people.csv', 'crm-meetings.csv'])
      writeFileSync(join(folder, name), readFileSync(join(page.folder, name)));
  });

  test('asks who and why once, then a key each, and keeps what was decided', { timeout: 60_000 }, async () => {
    const keys = ['Dana Cole\r', 'asked them\r', 'n', 'x', 'y', 's', 'S', 'y'];
    const { code, text } = await typed('--at 2026-07-02', keys);
    expect(text).toContain('1 of 6: is crm C-2 the same person as LR-1?');
    // The record has its meeting: whether it is another one is not asked.
    expect(text).not.toContain('6 of 6');
    expect(text).toContain('3 decided, 2 open');
    expect(code).toBe(0);
    const { decisions } = readLinkDecisions(readFileSync(links, 'utf8'), 'links.yaml');
    expect(decisions.map((d) => [d.claim, d.record, d.decision, d.by, d.at, d.why])).toEqual([
      ['LR-1', 'C-2', 'other', 'Dana Cole', '2026-07-02', 'asked them'],
      ['LR-1', 'C-3', 'same', 'Dana Cole', '2026-07-02', 'asked them'],
      ['LR-3', 'C-5', 'same', 'Dana Cole', '2026-07-02', 'asked them'],
    ]);
  });

  test('keeps what was decided before q, and nothing after Ctrl-C', { timeout: 60_000 }, async () => {
    const quit = await typed('--by Dana --why asked', ['n', 'q']);
    expect([quit.code, quit.text.includes('1 decided, 5 open')]).toEqual([0, true]);
    const before = readFileSync(links, 'utf8');
    expect((await typed('--by Dana --why asked', ['y', '\u0003'])).code).toBe(130);
    expect(readFileSync(links, 'utf8')).toBe(before);
    expect((await typed('', ['\u0003'])).code).toBe(130);
  });

  test('asks nothing where nothing is in doubt', { timeout: 60_000 }, async () => {
    writeFileSync(join(folder, 'drop.csv'), 'id,contact_name,delivered_at\nA-1,Ina Brandt,2026-06-02T09:00\n');
    const { code, text } = await typed('', []);
    expect([code, text.includes('no link is in doubt'), existsSync(links)]).toEqual([0, true, false]);
  });
});
