import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { converse, type Talk } from '../src/cli/dialogue.ts';
import { type Answers, type Matter, nextOf, objectionsOf, settled, textOf, turn } from '../src/init/interview.ts';
import { type Kind, shown } from '../src/init/kinds.ts';
import { questionsFor } from '../src/init/questions/table.ts';
import type { Sample } from '../src/init/sample.ts';
import { keyOf } from '../src/init/settle.ts';
import { CONFIGURED_SOURCES } from '../src/model.ts';
import { STICKING_POINTS } from '../src/sow/lint/silences.ts';
import { loadSow } from '../src/sow/load.ts';
import { readYaml, valueAt } from '../src/sow/yaml.ts';
import { scratchFolder } from './support/cases.ts';
import { INIT_EXAMPLE } from './support/init-example.ts';
import { leadaudit } from './support/run.ts';
import { SCRIPT, typedInto } from './support/typed.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

describe('init over the example month', () => {
  test('writes the same commented file each time', async () => {
    const [first, second] = [
      await leadaudit([...INIT_EXAMPLE, '-o', '-']),
      await leadaudit([...INIT_EXAMPLE, '-o', '-']),
    ];
    expect(first.code).toBe(0);
    expect(second.stdout).toBe(first.stdout);
    await expect(first.stdout).toMatchFileSnapshot(resolve('test/golden/init.yaml'));
  });

  // The answers are those of rules.example.yaml, whose month was worked out by hand.
  test('lints clean and comes to what the example comes to', async () => {
    const rules = join(scratch.path, 'sows', 'rules.yaml');
    expect((await leadaudit([...INIT_EXAMPLE, '-o', `${join(scratch.path, 'sows')}/`])).code).toBe(0);
    expect((await leadaudit(['lint', '-c', rules, '--fail-on', 'warning'])).code).toBe(0);
    const [mine, example] = await Promise.all(
      [rules, 'rules.example.yaml'].map(async (file) => leadaudit(['reconcile', '-c', file, '--format', 'json'])),
    );
    expect(mine?.code).toBe(1);
    const view = (run: typeof mine) => {
      const { totals, claims, period } = JSON.parse(run?.stdout ?? '');
      const told = claims.map((c: Record<string, unknown>) => [
        c.id,
        c.outcome,
        c.verdict,
        c.reason,
        c.claimed,
        c.supported,
      ]);
      return { totals, period, told };
    };
    expect(view(mine)).toEqual(view(example));
  });
});

describe('init with the four facts that nobody can guess', () => {
  test('lints clean, and the drop can be audited', async () => {
    const rules = join(scratch.path, 'usual', 'rules.yaml');
    mkdirSync(join(scratch.path, 'usual'), { recursive: true });
    const facts = ['sow.client=', 'sow.vendor=', 'sow.currency=', 'sow.time_zone='];
    const args = INIT_EXAMPLE.filter((arg, i) => {
      const answer = arg === '--set' ? (INIT_EXAMPLE[i + 1] ?? '') : arg;
      return !answer.includes('=') || facts.some((fact) => answer.startsWith(fact));
    });
    const { code, stderr } = await leadaudit([...args, '-o', rules]);
    expect([code, stderr]).toEqual([0, expect.stringContaining('4 answers are yours')]);
    const lint = await leadaudit(['lint', '-c', rules, '--fail-on', 'warning', '--format', 'json']);
    expect([lint.code, JSON.parse(lint.stdout).sow.vendor]).toEqual([0, 'Dial Co']);
    const { code: exit, stdout } = await leadaudit(['reconcile', '-c', rules, '--format', 'json']);
    expect([exit, JSON.parse(stdout).totals.claimed]).toEqual([1, '14850.00']);
  });
});

/** A file of a source that says nothing of itself. */
const sampleOf = (source: Sample['source'], rest: Partial<Sample['inspection']> = {}): Sample => ({
  source,
  n: 0,
  file: `${source}.csv`,
  inspection: {
    file: `${source}.csv`,
    sha256: '',
    text: { kind: 'delimited', encoding: 'utf-8', delimiter: ',', quote: '"', header_line: 1 },
    rows: 3,
    quarantined: 0,
    recognized: { source, preset: 'generic', confidence: 'sure', why: 'all headers are known' },
    columns: [],
    money: [],
    prices: [],
    needs_zone: false,
    entry: { file: `${source}.csv` },
    guesses: [],
    traps: [],
    problems: [],
    ...rest,
  },
});

const matterOf = (...samples: Sample[]): Matter => ({
  questions: questionsFor(samples),
  samples,
  name: 'rules.yaml',
  readNamed: () => undefined,
});

/** Types lines one after the other; then Enter, or what a needed question expects. */
async function talked(matter: Matter, lines: readonly string[], end?: 'interrupted' | 'no more') {
  const heard: string[] = [];
  const left = [...lines];
  let prompt = '';
  const talk: Talk = {
    say: (said) => heard.push(...said),
    line: async (shownPrompt) => {
      prompt = shownPrompt;
      heard.push(shownPrompt);
      const text = left.shift();
      if (text !== undefined) return { text };
      return end ? { ended: end } : { text: prompt === '> ' ? '100' : '' };
    },
  };
  return { found: await converse(talk, matter, new Map()), heard };
}

const WHO = ['Acme', 'Dial', '', '', '', 'usd', 'America/New_York', '', '', '', '', '', '', ''];

describe('the dialogue', () => {
  test('asks one question at a time, with what Enter stands for, and writes what was said', async () => {
    const { found, heard } = await talked(matterOf(), WHO);
    if ('ended' in found) throw new Error('it ended');
    const text = textOf(matterOf(), found.answers);
    expect(parse(text)).toMatchObject({
      sow: { client: 'Acme', vendor: 'Dial', id: 'ACME-DIAL', currency: 'USD' },
      rules: { no_show: { cure_within: '14 days' } },
      fees: { rates: { tiers: [{ price: '100' }] } },
    });
    expect(heard).toContain('[14 days] > ');
    expect(heard.filter((line) => line === '== Prospect reschedules and no-shows ==')).toHaveLength(1);
    expect(text).toMatch(/# To settle: .*\n(.*\n)? +cure_within: 14 days/);
  });

  test('explains, takes numbers for options, goes back, and asks again for what it cannot read', async () => {
    const { found, heard } = await talked(matterOf(), [
      'Acme',
      'Dail',
      'back',
      'Dial',
      ...WHO.slice(2),
      '?',
      'hold',
      '2',
      ...Array<string>(2).fill(''),
    ]);
    if ('ended' in found) throw new Error('it ended');
    expect(parse(textOf(matterOf(), found.answers))).toMatchObject({
      sow: { vendor: 'Dial' },
      rules: { billable: { event: 'booked' } },
    });
    expect(heard).toContain('"hold" is none of held, booked, delivered; did you mean "held"?');
    expect(heard.join('\n')).toContain('It becomes rules.billable.event in the file.');
    expect(heard.filter((line) => line === 'What is the calling vendor called?')).toHaveLength(2);
    // Nothing is asked of meetings where bookings are paid.
    expect(heard.join('\n')).not.toContain('The prospect did not come');
  });

  test('takes no answer that would not lint clean, and says why', () => {
    const matter = matterOf();
    let answers: Answers = new Map();
    for (let item = nextOf(matter, answers); item; item = nextOf(matter, answers)) {
      if (keyOf(item.question) === 'rules.no_show.cure_within') break;
      answers = turn(matter, answers, item, item.state === 'open' ? shown(item.kind, item.kind.example) : '').answers;
    }
    const item = nextOf(matter, answers);
    if (!item) throw new Error('it was not asked');
    const after = turn(matter, answers, item, '40 days');
    expect(after.answers).toBe(answers);
    expect(after.says.join('\n')).toContain(
      'a no-show may be cured within 40 days, but the chain ends 30 days after its first slot',
    );
    expect(turn(matter, answers, item, '20 days').answers.size).toBe(answers.size + 1);
  });

  test('does not end before its end', async () => {
    expect((await talked(matterOf(), ['Acme'], 'interrupted')).found).toEqual({ ended: 'interrupted' });
    expect((await talked(matterOf(), ['Acme'], 'no more')).found).toEqual({ ended: 'no more' });
  });

  test('asks what a file does not say', async () => {
    const unmapped = {
      code: 'unmapped_value',
      place: { file: '' },
      args: { field: 'outcome', value: 'Cancelled by Dial: late', count: 2 },
    } as const;
    const sample = sampleOf('meetings', {
      needs_zone: true,
      entry: { file: 'meetings.csv', dates: 'mdy' },
      problems: [unmapped, { ...unmapped, args: { ...unmapped.args, value: 'Zzz' } }],
    });
    const { found, heard } = await talked(matterOf(sample), [...WHO, '', 'Europe/Berlin', '', 'dmy']);
    if ('ended' in found) throw new Error('it ended');
    const text = textOf(matterOf(sample), found.answers);
    expect(parse(text).sources).toEqual({
      meetings: [
        {
          file: 'meetings.csv',
          time_zone: 'Europe/Berlin',
          dates: 'dmy',
          values: { outcome: { 'Cancelled by Dial: late': 'canceled_vendor' } },
        },
      ],
    });
    expect(heard.join('\n')).toContain('It cannot be left out.');
    expect(text).toContain('Zzz: not said.');
  });

  test('offers the order of dates that other columns of the file prove', async () => {
    const column = (order: 'dmy' | 'mdy' | 'ambiguous') => ({
      header: order,
      column: 1,
      field: 'starts_at',
      filled: 1,
      distinct: 1,
      isMore: false,
      samples: [],
      dates: { order, proof: '9/3/2026', line: 2 },
    });
    const usualOf = (...orders: readonly ('dmy' | 'mdy' | 'ambiguous')[]) => {
      const sample = sampleOf('meetings', { entry: { file: 'm.csv', dates: 'mdy' }, columns: orders.map(column) });
      const asked = questionsFor([sample]).find(({ path }) => path.at(-1) === 'dates');
      return asked?.usual?.({ sources: new Set(['meetings']), value: () => undefined, keys: () => [] })?.value;
    };
    expect(usualOf('dmy', 'ambiguous')).toBe('dmy');
    expect(usualOf('ambiguous')).toBeUndefined();
    expect(usualOf('dmy', 'mdy', 'ambiguous')).toBeUndefined();
  });

  test('offers the currency that the amounts of the vendor can be in, where that is one', () => {
    const offered = (source: Sample['source'], ...signs: readonly string[]) => {
      const money = signs.map((sign) => ({
        header: 'amount',
        column: 1,
        cells: 1,
        written: [{ sign, cells: 1 }],
        currencies: [],
      }));
      const question = questionsFor([sampleOf(source, { money })]).find(
        ({ path }) => path.join('.') === 'sow.currency',
      );
      return question?.usual?.({ sources: new Set([source]), value: () => undefined, keys: () => [] })?.value;
    };
    expect(offered('invoice', '€', 'EUR')).toBe('EUR');
    expect(offered('meetings', 'SEK')).toBe('SEK');
    expect([offered('invoice', '$'), offered('invoice', '€', 'USD'), offered('crm', '€'), offered('invoice')]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("writes a vendor's words as words, whatever they are", () => {
    const hostile = ['a: b # c', 'held\nrules: {}', '- x', '"', "it's", '\u001b[2J', 'NO', '# z', '<<', ' '];
    const problems = hostile.map(
      (value) =>
        ({ code: 'unmapped_value', place: { file: '' }, args: { field: 'outcome', value, count: 1 } }) as const,
    );
    const sample = sampleOf('meetings', { problems, columns: [] });
    const matter = matterOf({ ...sample, file: 'drops/a: "b" #c\nd.csv' });
    let answers: Answers = new Map();
    for (let item = nextOf(matter, answers); item; item = nextOf(matter, answers)) {
      const line = item.question.path.includes('values')
        ? 'held'
        : item.state === 'open'
          ? shown(item.kind, item.kind.example)
          : '';
      const after = turn(matter, answers, item, line);
      expect(after.says).toEqual([]);
      answers = after.answers;
    }
    const text = textOf(matter, answers);
    expect(parse(text).sources.meetings[0]).toEqual({
      file: 'drops/a: "b" #c\nd.csv',
      values: { outcome: Object.fromEntries(hostile.map((word) => [word, 'held'])) },
    });
    expect(text).not.toContain('\u001b');
  });
});

test('takes no retainer for the price of a lead', async () => {
  mkdirSync(scratch.path, { recursive: true });
  const bill = join(scratch.path, 'bill.csv');
  const lines = [
    '1,Invoice,Anna Maier,1,250.00,250.00',
    '2,Invoice,Bo Lang,1,250.00,250.00',
    '3,Invoice,Monthly retainer,1,1250.00,1250.00',
    '4,Setup,May,1,900.00,900.00',
  ];
  writeFileSync(bill, `Line #,Type,Description,Qty,Unit Price,Amount\n${lines.join('\n')}\n`);
  const drop = join(scratch.path, 'drop.csv');
  writeFileSync(drop, 'id,contact_name,starts_at,outcome\nM-1,Anna Maier,2026-06-02T10:00:00Z,held\n');
  const who = ['client=Acme', 'vendor=Brightline', 'currency=USD', 'time_zone=UTC'].flatMap((s) => [
    '--set',
    `sow.${s}`,
  ]);
  const { stdout, stderr } = await leadaudit(['init', drop, bill, '--yes', ...who, '-o', '-']);
  expect(stderr).not.toContain('error');
  expect(parse(stdout).fees.rates).toEqual({ tiers: [{ price: '250.00' }] });
});

test('names the words at which `reconcile` will stop, and none for a product that says nothing', async () => {
  mkdirSync(scratch.path, { recursive: true });
  const bill = (product: string): string => {
    const path = join(scratch.path, 'products.csv');
    writeFileSync(
      path,
      `Line #,Item,Description,Qty,Amount\n1,${product},Anna Maier,1,250.00\n2,${product},Bo Lang,1,250.00\n`,
    );
    return path;
  };
  const facts = ['sow.client=Acme', 'sow.vendor=Brightline', 'sow.currency=USD', 'sow.time_zone=UTC'];
  const who = [...facts, 'fees.rates.tiers=250.00'].flatMap((fact) => ['--set', fact]);
  const said = async (product: string): Promise<string> =>
    (await leadaudit(['init', bill(product), '--yes', ...who, '-o', '-'])).stderr;
  expect(await said('PKG-7')).toMatch(
    /nothing is said\n`reconcile` will stop until the file says:\n {2}sources\.invoice\.0\.values\.kind\.PKG-7\n$/,
  );
  expect(await said('Services')).toMatch(/nothing is said\n$/);
});

describe.skipIf(!existsSync(SCRIPT))('in a terminal', () => {
  const rules = (): string => join(scratch.path, 'typed.yaml');
  test('questions go to stderr, and the file is written at the end', async () => {
    mkdirSync(scratch.path, { recursive: true });
    const { screen, stdout, code } = await typedInto(
      ['init', '-o', '-'],
      [...WHO, ...Array<string>(3).fill(''), '350.00', ...Array<string>(60).fill('')],
    );
    expect(screen).toContain('What is your company called');
    expect(parse(stdout)).toMatchObject({ sow: { client: 'Acme' }, fees: { rates: { tiers: [{ price: '350.00' }] } } });
    expect(code).toBe(0);
  });
  test('Ctrl-C and the end of input leave nothing behind', async () => {
    expect((await typedInto(['init', '-o', rules()], ['Acme', '\u0003'])).code).toBe(130);
    expect((await typedInto(['init', '-o', rules()], ['Acme', '\u0004'])).code).toBe(2);
    expect(existsSync(rules())).toBe(false);
  });
});

describe('the table of questions', () => {
  test('answers every question of the ten sticking points, under its title', () => {
    const questions = questionsFor([]);
    for (const { title, asks } of STICKING_POINTS)
      for (const key of Object.keys(asks)) {
        // Lists are files; what a block asks as a whole is asked by its members.
        if (key.startsWith('sources.')) continue;
        expect([title, key, questions.some((q) => keyOf(q).startsWith(key))]).toEqual([title, key, true]);
      }
    const titles = new Set(STICKING_POINTS.map(({ title }) => title));
    for (const q of questions) if (q.path[0] === 'rules') expect(titles).toContain(q.topic);
  });

  test('has each key once', () => {
    const keys = questionsFor([]).map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** Things that a person could type, good or bad, by kind. */
const TYPED: Readonly<Record<string, readonly string[]>> = {
  text: ['Ada & Söhne: "AG"', '# 1', 'null', 'yes', "it's"],
  count: ['0', '1', '3', '200', '5000', '-1'],
  amount: ['0.00', '350.00', '9000', '1.234'],
  share: ['0%', '50%', '0.60', '100%', '2'],
  duration: [
    '1 minute',
    '15 minutes',
    '24 hours',
    '24 business hours',
    '3 days',
    '30 days',
    '5 business days',
    '3 months',
    '14',
  ],
  date: ['2026-01-05', '2026-12-31', '2027-06-30', '2026-02-30'],
  moment: ['2026-06-10T18:00', '2026-06-10', 'soon'],
  'time of day': ['08:00', '18:30', '9'],
  zone: ['America/New_York', 'Europe/Berlin', 'Mars'],
  country: ['US', 'DE', 'NO', 'XX'],
  countries: ['US, CA', 'NO', 'XX'],
  currency: ['USD', 'jpy', 'EUR', '$'],
  texts: ['software, fintech', 'none', 'a: b, "c"'],
  domains: ['acme.example', 'acme.example, acme.test', 'acme'],
  holidays: ['2026-05-25, 2026-07-03', '2027-01-01', 'none', 'closed.ics'],
  payment: ['nothing', 'full', '50%', 'half'],
  prices: ['350.00', '10: 400.00, 300.00', '10: 400, 5: 350, 300', '10: 400', 'x'],
  classes: ['mql: 120.00', 'mql: 120, web: 80.00', 'mql'],
  touch: ['any', '60 seconds', 'long'],
  'yes or no': ['yes', 'no', 'maybe'],
  applies: ['yes', 'no'],
};
const lineFor = ({ name, options = [], isMany }: Kind, dice: number, side: number): string => {
  const words = options.map(({ word }) => word);
  const typed = words.length
    ? [...words, ...(isMany ? [words.slice(0, 3).join(', '), [...words].reverse().slice(0, 2).join(',')] : []), '99']
    : (TYPED[name] ?? []);
  const special = ['', '-', '?', 'back'];
  return side % 5 === 0 ? (special[dice % 3] ?? '') : (typed[dice % typed.length] ?? '');
};

describe('laws of init', () => {
  const sources = fc.subarray([...CONFIGURED_SOURCES]);
  const dice = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 90, maxLength: 120 });
  test('whatever is answered, the file is sound, lints without a warning and says what was answered', {
    timeout: 300_000,
  }, () => {
    fc.assert(
      fc.property(sources, dice, (names, throws) => {
        const matter = matterOf(...names.map((source) => sampleOf(source)));
        let answers: Answers = new Map();
        let n = 0;
        for (let item = nextOf(matter, answers); item; item = nextOf(matter, answers)) {
          const [d, side] = throws[n++ % throws.length] ?? [0, 0];
          const lines = [lineFor(item.kind, d, side), '', shown(item.kind, item.kind.example)];
          const before: Answers = answers;
          for (const line of lines) if (answers === before) answers = turn(matter, before, item, line).answers;
          // What is usual fits every earlier answer, or the example does: no question is a dead end.
          expect([keyOf(item.question), answers === before]).toEqual([keyOf(item.question), false]);
        }
        const text = textOf(matter, answers);
        expect(objectionsOf(matter, answers)).toEqual([]);
        const { value, problems } = readYaml(text, 'rules.yaml');
        expect(problems).toEqual([]);
        for (const item of settled(matter, answers)) {
          const written = valueAt(value ?? {}, item.question.path);
          const isThere = item.state === 'said' || item.state === 'usual';
          expect([keyOf(item.question), written !== undefined && typeof written !== 'object']).toEqual([
            keyOf(item.question),
            isThere && typeof item.value !== 'object',
          ]);
        }
        expect(loadSow(text, 'rules.yaml', matter.readNamed).sow).toBeDefined();
      }),
      { seed: Number(process.env.LAWS_SEED ?? 6), numRuns: Number(process.env.LAWS_RUNS ?? 6) },
    );
  });
});
