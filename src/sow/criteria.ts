import { RE2JS } from 're2js';
import { z } from 'zod';
import type { Field } from '../read/field.ts';
import { SOURCES } from '../read/source-table.ts';
import { readCountry } from '../read/values.ts';
import { elapsedMs } from './duration.ts';
import { date, duration, flag, numeral, scalar, text } from './scalars.ts';
import { FUNCTIONS, type JobFunction, type Ladder, LEVELS, type Level } from './titles.ts';
import type { Zone } from './zone.ts';

/** True, false, or not known: a missing fact never becomes a pass. */
export type Truth = 'yes' | 'no' | 'unknown';
type FactValue = string | number | boolean;
/** Looks up a fact of a row or lead; undefined where nobody knows it. */
export type Facts = (field: string) => FactValue | undefined;

/** A cell of a record as a fact. A moment is its time in the zone of the contract: criteria hold it against days. */
export const cellOf = (record: object, field: string, zone: Zone): FactValue | undefined => {
  const value = (record as Readonly<Record<string, unknown>>)[field];
  if (typeof value === 'number') return MOMENTS.has(field) ? zone.format(value) : value;
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
};

/** Fields of records that are moments, in whatever source. */
const MOMENTS: ReadonlySet<string> = new Set(
  Object.values(SOURCES).flatMap((fields: Readonly<Record<string, Field>>) =>
    Object.keys(fields).filter((name) => fields[name]?.kind === 'instant'),
  ),
);

const QUANTITY = 'expected a number, or a duration that a stopwatch measures, such as `60 seconds` or `48 hours`';
const quantity = () =>
  z.union([numeral(), duration().refine((d) => elapsedMs(d) !== undefined, { error: QUANTITY })], { error: QUANTITY });
const pattern = () =>
  scalar('a pattern (RE2 syntax)', (t) => {
    try {
      return RE2JS.compile(t, RE2JS.CASE_INSENSITIVE);
    } catch {
      return undefined;
    }
  });
const words = (description: string) => z.array(text()).min(1).describe(description).optional();

/** The conditions that one fact can be held to; all that are given must hold. */
const conditions = z.strictObject({
  in: words('is one of these'),
  not: words('is none of these'),
  min: quantity().describe('at least').optional(),
  max: quantity().describe('at most').optional(),
  before: date().describe('before this day').optional(),
  after: date().describe('after this day').optional(),
  known: flag().describe('true: something is known; false: nothing is').optional(),
  starts: text().describe('begins with').optional(),
  contains: text().describe('holds this text').optional(),
  matches: pattern().describe('matches this pattern (linear time)').optional(),
  min_level: z.enum(LEVELS).describe('a title of at least this level').optional(),
  functions: z.array(z.enum(FUNCTIONS)).min(1).describe('a title in one of these functions').optional(),
});
export type Condition = z.output<typeof conditions>;

/** A condition; one value, or a list of values, is short for `in`. */
const condition = z.union(
  [
    conditions,
    z
      .array(text())
      .min(1)
      .transform((values): Condition => ({ in: values })),
    text().transform((value): Condition => ({ in: [value] })),
  ],
  { error: 'expected conditions such as `{ in: [...] }`, a value, or a list of values' },
);

export type Tree = { [field: string]: Condition | Tree[] | undefined; any?: Tree[]; all?: Tree[] };
/** Conditions by field; `any` and `all` take lists of further criteria. */
export const criteria: z.ZodType<Tree> = z.lazy(
  () =>
    z
      .object({ any: z.array(criteria).optional(), all: z.array(criteria).optional() })
      .catchall(condition) as unknown as z.ZodType<Tree>,
);
export type Criteria = z.output<typeof criteria>;

/** What one criterion found, with the value it looked at. */
export interface Finding {
  readonly field: string;
  readonly truth: Truth;
  readonly value: FactValue | undefined;
  /** True where there is a title, but no level or function could be read from it. */
  readonly unmapped: boolean;
}

/** Holds every line of the criteria against the facts, one finding a line; `titles` says what a job title means. */
export function hold(tree: Criteria, facts: Facts, titles: Ladder): Finding[] {
  return Object.entries(tree).flatMap(([field, rule]) =>
    rule === undefined ? [] : [holdLine(field, rule, facts, titles)],
  );
}

/** The first line that does not hold. */
export function brokenLine(tree: Criteria, facts: Facts, titles: Ladder): Finding | undefined {
  for (const field in tree) {
    const rule = tree[field];
    const found = rule && holdLine(field, rule, facts, titles);
    if (found?.truth === 'no') return found;
  }
  return undefined;
}

function holdLine(field: string, rule: Condition | Tree[], facts: Facts, titles: Ladder): Finding {
  if (!Array.isArray(rule)) return holdOne(field, rule, facts(field), titles);
  const truths = rule.map((branch) => truthOf(branch, facts, titles));
  return { field, truth: field === 'any' ? some(truths) : every(truths), value: undefined, unmapped: false };
}

/** Whether all lines hold, without what each looked at. */
export function truthOf(tree: Criteria, facts: Facts, titles: Ladder): Truth {
  let all: Truth = 'yes';
  for (const field in tree) {
    const rule = tree[field];
    if (rule === undefined) continue;
    const truth: Truth = Array.isArray(rule)
      ? (field === 'any' ? some : every)(rule.map((branch) => truthOf(branch, facts, titles)))
      : holdOne(field, rule, facts(field), titles).truth;
    if (truth === 'no') return 'no';
    if (truth === 'unknown') all = 'unknown';
  }
  return all;
}

export const every = (truths: readonly Truth[]): Truth =>
  truths.includes('no') ? 'no' : truths.includes('unknown') ? 'unknown' : 'yes';
const some = (truths: readonly Truth[]): Truth =>
  truths.includes('yes') ? 'yes' : truths.includes('unknown') ? 'unknown' : 'no';

/** Whether a row is selected; unknown facts do not select it. */
export const selects = (tree: Criteria, facts: Facts, titles: Ladder): boolean =>
  truthOf(tree, facts, titles) === 'yes';

function holdOne(field: string, c: Condition, value: FactValue | undefined, titles: Ladder): Finding {
  const found = (truth: Truth, unmapped = false): Finding => ({ field, truth, value, unmapped });
  if (c.known !== undefined && (value !== undefined) !== c.known) return found('no');
  const { tests, asksValue } = compiledOf(c, field);
  if (value === undefined) return found(asksValue ? 'unknown' : 'yes');
  const truths = tests.map((test) => test(value));
  const level = titleTruth(c, value, titles);
  if (level) truths.push(level);
  return found(every(truths), level === 'unknown');
}

/** A condition made ready once: it may be held to millions of rows. */
interface Compiled {
  readonly tests: readonly ((v: FactValue) => Truth)[];
  /** Whether it asks for more than that something is known. */
  readonly asksValue: boolean;
}
const compiled = new WeakMap<Condition, Compiled>();

function compiledOf(c: Condition, field: string): Compiled {
  const known = compiled.get(c);
  if (known) return known;
  const read = readAs(field, c);
  const made = {
    tests: TESTS.flatMap((test) => test(read) ?? []),
    asksValue: Object.entries(c).some(([key, given]) => key !== 'known' && given !== undefined),
  };
  compiled.set(c, made);
  return made;
}

/** A condition with its words read as cells of the field are: a SOW that says UK means those whose cells are read as GB. */
const readAs = (field: string, c: Condition): Condition =>
  field === 'country' ? { ...c, in: c.in?.map(readCountry), not: c.not?.map(readCountry) } : c;

const yes = (b: boolean): Truth => (b ? 'yes' : 'no');
const fold = (v: FactValue): string => String(v).trim().toLowerCase();
export const limit = (q: NonNullable<Condition['min']>): number =>
  typeof q === 'number' ? q : (elapsedMs(q) ?? Number.NaN) / 1000;
const compare = (v: FactValue, test: (n: number) => boolean): Truth =>
  Number.isNaN(Number(v)) ? 'unknown' : yes(test(Number(v)));
const isAmong = (words: readonly string[]): ((v: FactValue) => boolean) => {
  const folded = new Set(words.map(fold));
  return (v) => folded.has(fold(v));
};

/** A test of one keyword; undefined where the condition does not have it. */
type Test = ((v: FactValue) => Truth) | undefined;
const when = <G>(given: G | undefined, make: (given: G) => (v: FactValue) => Truth): Test =>
  given === undefined ? undefined : make(given);

/** One test a keyword; each looks only at its own. */
const TESTS: readonly ((c: Condition) => Test)[] = [
  (c) =>
    when(c.in, (words) => {
      const is = isAmong(words);
      return (v) => yes(is(v));
    }),
  (c) =>
    when(c.not, (words) => {
      const is = isAmong(words);
      return (v) => yes(!is(v));
    }),
  (c) => when(c.min, (least) => (v) => compare(v, (n) => n >= limit(least))),
  (c) => when(c.max, (most) => (v) => compare(v, (n) => n <= limit(most))),
  (c) => when(c.before, (day) => (v) => yes(String(v) < day)),
  (c) => when(c.after, (day) => (v) => yes(String(v).slice(0, 10) > day)),
  (c) => when(c.starts, (text) => (v) => yes(fold(v).startsWith(fold(text)))),
  (c) => when(c.contains, (text) => (v) => yes(fold(v).includes(fold(text)))),
  (c) => when(c.matches, (pattern) => (v) => yes(pattern.matcher(String(v)).find())),
];

function titleTruth(c: Condition, value: FactValue, titles: Ladder): Truth | undefined {
  const truths: Truth[] = [];
  if (c.min_level) {
    const level = titles.levelOf(String(value));
    truths.push(level === undefined ? 'unknown' : yes(isAtLeast(level, c.min_level)));
  }
  if (c.functions) {
    const functions = titles.functionsOf(String(value));
    const wanted: readonly JobFunction[] = c.functions;
    truths.push(functions.length === 0 ? 'unknown' : yes(functions.some((f) => f === 'any' || wanted.includes(f))));
  }
  return truths.length ? every(truths) : undefined;
}

export const isAtLeast = (level: Level, least: Level): boolean => LEVELS.indexOf(level) >= LEVELS.indexOf(least);
