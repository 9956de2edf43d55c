import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Problem } from '../src/problems/problem.ts';
import { namedBeside } from '../src/read/files.ts';
import { changed, changesBetween, readChanges } from '../src/sow/changes.ts';
import { loadSow } from '../src/sow/load.ts';
import { readWaivers } from '../src/sow/waivers.ts';
import { isMapping, readYaml, spell, valueAt, type YamlValue } from '../src/sow/yaml.ts';
import { openCase, scratchFolder } from './support/cases.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

interface Told {
  readonly code: string;
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** The pages of problems whose run stops at the rules file. */
const pages = readdirSync('test/problems')
  .map((file) => openCase(join('test/problems', file), scratch.path))
  .flatMap(({ name, folder, expected }) => {
    const told = expected.find((run) => run.run !== undefined)?.problems as unknown as readonly Told[] | undefined;
    return told?.length && told.every(({ file }) => file === 'rules.yaml') ? [{ name, folder, told }] : [];
  });

describe('the rules file alone tells what its page says', () => {
  test.each(pages)('$name', ({ folder, told }) => {
    const path = join(folder, 'rules.yaml');
    const { sow, problems } = loadSow(readFileSync(path, 'utf8'), path, namedBeside(path));
    const places = problems.map(({ code, place: { line, column } }: Problem) => ({ code, line, column }));
    expect(places).toEqual(told.map(({ code, line, column }) => ({ code, line, column })));
    expect(sow).toBeUndefined();
  });
});

const yaml = (text: string): YamlValue => {
  const { value, problems } = readYaml(text, 'rules.yaml');
  if (value === undefined || problems.length) throw new Error(`not read: ${text}`);
  return value;
};

describe('YAML as text', () => {
  test('converts nothing, and leaves `null` out', () => {
    expect(yaml('{ a: 007, b: yes, c: 1e3, d: "null", e: null, f: ~, g: [x, null, y], h: "" }')).toEqual({
      a: '007',
      b: 'yes',
      c: '1e3',
      d: 'null',
      g: ['x', 'y'],
      h: '',
    });
    expect(readYaml('', 'x').value).toBeUndefined();
    expect(readYaml('null', 'x').value).toBeUndefined();
    expect(Object.keys(yaml('{ a: null, b: x }'))).toEqual(['b']);
    expect(yaml('{ a: nullable, b: annull, c: NULL, d: Null, e: nUll }')).toEqual({
      a: 'nullable',
      b: 'annull',
      e: 'nUll',
    });
    expect(yaml('[[a, null], [[b]], c]')).toEqual([['a'], [['b']], 'c']);
    expect([valueAt(yaml('a: xyz'), ['a', 0]), valueAt(yaml('a: xyz'), ['a', 'length'])]).toEqual([
      undefined,
      undefined,
    ]);
    expect([isMapping(yaml('{ a: b }')), isMapping(yaml('[a]')), isMapping('a'), isMapping(null)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(valueAt(yaml('constructor: x'), ['toString'])).toBeUndefined();
  });

  test.each<[string, readonly (readonly [string, number, number])[]]>([
    ['a: 1\nb:\n  c:\n  d: 2\n', [['wrong_value', 3, 3]]],
    ['a: 1\na: 2\n', [['duplicate_key', 2, 1]]],
    ['a: [1\n', [['bad_yaml', 2, 1]]],
    ['? a\n', [['wrong_value', 1, 3]]],
    ['{ a, b: 1 }', [['wrong_value', 1, 3]]],
    ['a: ""\nb: null\n', []],
    [
      'a: &x { b: 1 }\nc: *x\nd: [*x]\n',
      [
        ['bad_yaml', 2, 4],
        ['bad_yaml', 3, 5],
      ],
    ],
  ])('tells what it cannot read: %j', (text, told) => {
    const { problems } = readYaml(text, 'x');
    expect(problems.map((p) => [p.code, p.place.line, p.place.column])).toEqual(told);
  });

  test('tells why, with the line', () => {
    const problem = (text: string) => {
      const { args, excerpt } = readYaml(text, 'x').problems[0] ?? {};
      return [args, excerpt];
    };
    expect(problem('a:\n  bb: 1\n  bb: 2\nc: 3')).toEqual([{ key: 'bb' }, '  bb: 2']);
    expect(problem('{ a: 1, a: 2 }')).toEqual([{ key: 'a' }, '{ a: 1, a: 2 }']);
    expect(problem('a:\n  bb:\nc: 3')).toEqual([
      { path: 'bb', reason: 'has no value', expected: '`{}` to switch it on, `null` to leave it out' },
      '  bb:',
    ]);
    expect(problem('a: 1\nb: [*x]')).toEqual([
      { reason: '*x stands for what is written elsewhere; write it out here' },
      'b: [*x]',
    ]);
    const [broken] = readYaml('a: 1\nb: "x', 'x').problems;
    expect(broken?.args.reason).toMatch(/^Missing closing "quote[^\n]*$/);
  });

  test('knows where a key and a value stand, or the nearest thing above', () => {
    const file = readYaml('a: 1\r\nb:\r\n  c: [x, { d: 2 }]\r\n', 'x');
    const at = (path: (string | number)[], part: 'key' | 'value') => {
      const { line, column, excerpt } = file.at(path, part);
      return [line, column, excerpt];
    };
    expect(at(['b', 'c'], 'key')).toEqual([3, 3, '  c: [x, { d: 2 }]']);
    expect(at(['b', 'c'], 'value')).toEqual([3, 6, '  c: [x, { d: 2 }]']);
    expect(at(['b', 'c', 0], 'value')).toEqual([3, 7, '  c: [x, { d: 2 }]']);
    expect(at(['b', 'c', 1, 'd'], 'value')).toEqual([3, 15, '  c: [x, { d: 2 }]']);
    expect(at(['b', 'c', 1, 'e'], 'value')).toEqual([3, 10, '  c: [x, { d: 2 }]']);
    expect(at(['b', 'e'], 'key')).toEqual([3, 3, '  c: [x, { d: 2 }]']);
    expect(at([], 'value')).toEqual([1, 1, 'a: 1']);
    const below = readYaml('# a note\n\na: 1\n', 'x').at([], 'value');
    expect(below).toEqual({ line: 3, column: 1, excerpt: 'a: 1' });
    expect(readYaml('', 'x').at(['a'], 'key')).toEqual({ line: 1, column: 1, excerpt: '' });
  });

  test('is spelled on one line', () => {
    expect(spell(yaml('{ a: [x, "1"], b: { c: "y z" } }'))).toBe('{a: [x, 1], b: {c: y z}}');
    expect(spell('7 days')).toBe('7 days');
  });
});

describe('changes', () => {
  const base = yaml('{ a: { b: "1", c: "2" }, list: [{ p: "1" }, { p: "2" }], words: [x, y], sources: { s: "1" } }');
  const told = (...texts: string[]) => {
    const { changes, problems } = readChanges(texts, base);
    return [
      changes.map(({ path, value }) => [path.join('.'), value]),
      problems.map((p) => p.args.reason ?? p.args.key),
    ];
  };

  test('of --set are read, all problems at once', () => {
    expect(told('a.b=3', 'a.d={ e: [f] }')).toEqual([
      [
        ['a.b', '3'],
        ['a.d', { e: ['f'] }],
      ],
      [],
    ]);
    expect(told('a.b=null')).toEqual([[['a.b', undefined]], []]);
    expect(told('a.b')[1]).toEqual(['"a.b" cannot be used']);
    expect(told('a.b= ')[1]).toEqual(['"a.b= " cannot be used']);
    expect(told('a..b=1')[1]).toEqual(['"a..b=1" cannot be used']);
    expect(told(' a=1')[1]).toEqual(['" a=1" cannot be used']);
    expect(told('sources.s=2')[1]).toEqual(['sources.s: the records are read once, by the rules file']);
    expect(told('a.b=1', 'a=null')[1]).toEqual(['a.b and a change the same key']);
    expect(told('a=1', 'a.b=2')[1]).toEqual(['a and a.b change the same key']);
    expect(told('a.b=1', 'a.c=2', 'ab=3')[1]).toEqual([]);
    expect(told('a.x=null', 'y.z=null')[1]).toEqual([
      'there is no "x" in a to leave out; did you mean "b"?',
      'there is no "y" in the rules to leave out; did you mean "a"?',
    ]);
    expect(told('a.b=[x')[1]).toHaveLength(1);
    expect(told('a.b=[x')[1]?.[0]).toMatch(/^a\.b: \w/);
    const problems = readChanges(['a.b', 'sources.s=2', 'a.c=1', 'a.c=2', 'a.x=null'], base).problems;
    expect(problems.map(({ code, place, args }) => [code, place.file, args.flag, args.expected])).toEqual([
      [
        'bad_argument',
        'command line',
        '--set',
        expect.stringMatching(/^a key of the rules file and its value, such as /),
      ],
      ['bad_argument', 'command line', '--set', 'a clause'],
      ['bad_argument', 'command line', '--set', 'each key once'],
      ['bad_argument', 'command line', '--set', 'there is: b, c'],
    ]);
    expect(told('a.b=x\ny=z')).toEqual([[['a.b', 'x y=z']], []]);
  });

  test('of a key that is not there say what is', () => {
    const [problem] = readChanges(['a.bb=null'], base).problems;
    expect(problem?.args).toMatchObject({
      reason: 'there is no "bb" in a to leave out; did you mean "b"?',
      expected: 'there is: b, c',
    });
    const [top] = readChanges(['zz.b=null'], base).problems;
    expect(top?.args).toMatchObject({
      reason: 'there is no "zz" in the rules to leave out',
      expected: 'there is: a, list, words, sources',
    });
    const [deep] = readChanges(['a.b.c.d=null'], base).problems;
    expect(deep?.args).toMatchObject({ reason: 'there is no "c" in a.b to leave out', expected: 'nothing below it' });
  });

  test('between two files are told a key at a time', () => {
    const between = (other: string) =>
      changesBetween(base, yaml(other)).map(({ path, value }) => [path.join('.'), value]);
    const same = '{ a: { b: "1", c: "2" }, list: [{ p: "1" }, { p: "2" }], words: [x, y], sources: { s: "1" } }';
    expect(between(same)).toEqual([]);
    expect(between(same.replace('b: "1"', 'b: "9"'))).toEqual([['a.b', '9']]);
    expect(between(same.replace('b: "1", ', ''))).toEqual([['a.b', undefined]]);
    expect(between(same.replace('b: "1"', 'b: "1", d: "4"'))).toEqual([['a.d', '4']]);
    expect(between(same.replace('b: "1"', 'b: "1", clause: "4"'))).toEqual([]);
    expect(between(same.replace('s: "1"', 's: "9"'))).toEqual([]);
    expect(between(same.replace('b: "1"', 'b: "1", sources: x'))).toEqual([['a.sources', 'x']]);
    expect(between(same.replace('b: "1"', 'b: "1", d: {}'))).toEqual([['a.d', {}]]);
    expect(between(same.replace('b: "1"', 'b: {}'))).toEqual([['a.b', {}]]);
    const empty = changesBetween(yaml('{ a: "", b: {}, c: {} }'), yaml('{ a: {}, b: "" }'));
    expect(empty.map(({ path, value }) => [path.join('.'), value])).toEqual([
      ['a', {}],
      ['b', ''],
      ['c', undefined],
    ]);
    expect(between(same.replace('{ p: "2" }', '{ p: "9" }'))).toEqual([['list.1.p', '9']]);
    expect(between(same.replace(', { p: "2" }', ''))).toEqual([['list', [{ p: '1' }]]]);
    expect(between(same.replace('{ p: "2" }', 'p'))).toEqual([['list', [{ p: '1' }, 'p']]]);
    expect(between(same.replace('[x, y]', '[x, z]'))).toEqual([['words', ['x', 'z']]]);
    expect(between(same.replace('[x, y]', '{ "0": x, "1": y }'))).toEqual([['words', { 0: 'x', 1: 'y' }]]);
    expect(between(same.replace('{ b: "1", c: "2" }', 'b'))).toEqual([['a', 'b']]);
  });

  test('are made where they belong, and begin blocks that are not there', () => {
    const made = (path: string, value: YamlValue | undefined) => changed(base, { path: path.split('.'), value });
    expect(made('a.b', '9')).toMatchObject({ a: { b: '9', c: '2' }, words: ['x', 'y'] });
    expect(made('a.b', undefined)).toMatchObject({ a: { c: '2' } });
    expect(valueAt(made('a.b', undefined), ['a'])).not.toHaveProperty('b');
    expect(made('x.y', '1')).toMatchObject({ x: { y: '1' } });
    expect(made('list.1.p', '9')).toMatchObject({ list: [{ p: '1' }, { p: '9' }] });
    expect(made('list.0', undefined)).toMatchObject({ list: [{ p: '2' }] });
    expect(made('words.0', ['p', 'q'])).toMatchObject({ words: [['p', 'q'], 'y'] });
    expect(valueAt(made('words.1x', '9'), ['words'])).toEqual({ '1x': '9' });
    expect(valueAt(made('words.length', '9'), ['words'])).toEqual({ length: '9' });
    const many = changed(
      Array.from({ length: 12 }, (_, i) => `w${i}`),
      { path: ['11'], value: 'x' },
    );
    expect(many).toEqual(['w0', 'w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9', 'w10', 'x']);
    expect(valueAt(made('list.2.p', '9'), ['list'])).toEqual({ 2: { p: '9' } });
    expect(valueAt(made('words.x', '9'), ['words'])).toEqual({ x: '9' });
    expect(made('a.b.c', '9')).toMatchObject({ a: { b: { c: '9' } } });
    expect(changed(base, { path: [], value: 'x' })).toBe(base);
    expect(valueAt(base, ['a', 'b'])).toBe('1');
  });
});

describe('waivers', () => {
  const whole = '{ id: L1, decision: billable, by: Ann, reason: agreed, expires: 2026-12-31 }';
  const told = (text: string) => {
    const { waivers, problems } = readWaivers(text, 'waivers.yaml');
    return [waivers.length, ...problems.map((p) => [p.code, p.place.line, p.place.column, p.args.key ?? p.args.path])];
  };

  test.each<[string, ReturnType<typeof told>]>([
    [`- ${whole}\n- ${whole}`, [2]],
    [`- ${whole.replace('id', 'code')}`, [1]],
    ['[]', [0]],
    ['a: b', [0, ['wrong_value', 1, undefined, 'the file']]],
    ['', [0, ['wrong_value', 1, undefined, 'the file']]],
    ['- [', [0, ['bad_yaml', 1, 4, undefined]]],
    [`- ${whole}\n- ${whole.replace('by: Ann, ', '')}`, [1, ['missing_key', 2, 3, 'by']]],
    [`- ${whole.replace('2026-12-31', 'soon')}`, [0, ['wrong_value', 1, 67, 'expires']]],
    [`- ${whole.replace('id: L1, ', '')}`, [0, ['wrong_value', 1, 3, 'waiver 1']]],
    [`- ${whole.replace('id: L1', 'id: L1, code: held')}`, [0, ['wrong_value', 1, 3, 'waiver 1']]],
    [`- ${whole.replace('by: Ann', 'by: Ann, bye: Ann')}`, [0, ['wrong_value', 1, 3, 'waiver 1']]],
    [
      `- ${whole.replace('by: Ann', 'by: Ann, by: Bo')}\n- ${whole.replace('by: Ann, ', '')}`,
      [1, ['duplicate_key', 1, 42, 'by'], ['missing_key', 2, 3, 'by']],
    ],
    ['- text', [0, ['wrong_value', 1, 3, 'waiver 1']]],
    ['- [text]', [0, ['wrong_value', 1, 3, 'waiver 1']]],
  ])('%s', (text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });

  test('know their line, and whose value is missing', () => {
    expect(readWaivers(`- ${whole}\n- ${whole}`, 'w').waivers.map(({ line }) => line)).toEqual([1, 2]);
    const [problem] = readWaivers(`- ${whole.replace('by: Ann, ', '')}`, 'w').problems;
    expect(problem?.args).toMatchObject({ key: 'by', parent: 'waiver 1' });
    expect(readWaivers('a: b', 'w').problems[0]?.args.reason).toBe('is not a list of waivers');
  });
});
