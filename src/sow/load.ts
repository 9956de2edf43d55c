import { createHash } from 'node:crypto';
import { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import { type Place, type Problem, problem, sortProblems } from '../problems/problem.ts';
import { amendmentsOf, pathIn } from './amendments.ts';
import { type CallingHours, NO_CALLING_HOURS, readCallingHours } from './calling-hours.ts';
import { type Change, changed } from './changes.ts';
import { clockOf, hoursOf } from './clock.ts';
import { contradictions } from './contradictions.ts';
import type { PlainDate } from './dates.ts';
import { defaultsDecided, defaultsTaken, peel } from './defaults.ts';
import { elapsedMs } from './duration.ts';
import { holidaysIn } from './holidays.ts';
import { type SowFile, sowSchema } from './schema.ts';
import type { Sow } from './sow.ts';
import { ladderOf } from './titles.ts';
import { readWaivers, type Waiver } from './waivers.ts';
import { isMapping, type Path, readYaml, valueAt, type YamlFile, type YamlValue } from './yaml.ts';
import { zoneOf } from './zone.ts';

/** Reads a file that the rules name, relative to them: undefined when it is not there, null when it does not matter now. */
export type ReadNamed = (path: string) => string | undefined | null;

/**
 * Reads a rules file. With problems there is no Sow; all problems of the file come at once, in order of place. `readNamed` is asked
 * for the calendar that `holidays` may name. `changes` are clauses in place of the file's: the file alone is sound then, so that a
 * problem is theirs. `yaml` knows where each key stands.
 */
export function loadSow(
  text: string,
  file: string,
  readNamed: ReadNamed = () => undefined,
  changes: readonly Change[] = [],
): { sow: Sow | undefined; problems: readonly Problem[]; yaml: YamlFile } {
  const yaml = readYaml(text, file);
  if (yaml.problems.some((p) => p.code === 'bad_yaml'))
    return { sow: undefined, problems: sortProblems(yaml.problems), yaml };
  const at: Locate = (path, part) => {
    if (changes.length) return { place: { file: 'command line' } };
    const { line, column, excerpt } = yaml.at(path, part);
    return { place: { file, line, column }, excerpt };
  };
  const value = changes.reduce<YamlValue>(changed, yaml.value ?? {});
  const signed = checked(value, at);
  const sound = signed.data;
  const known = new Set(signed.problems.map(sayingOf));
  const amended = amendmentsOf(value).map(({ index, idle, ...amendment }) => {
    const { data, problems } = checked(amendment.value, (path, part) => at(pathIn(index, path), part));
    const own = problems.filter((p) => !known.has(sayingOf(p)));
    for (const p of own) known.add(sayingOf(p));
    const strikes = idle.map((i) => placed(['amendments', index, 'strike', i], 'names no key that the rules have'));
    return { ...amendment, data, problems: [...own, ...strikes] };
  });
  const holidays = holidaysOf(sound?.sow.business_hours?.holidays ?? [], readNamed);
  const unread = typeof holidays === 'string' ? [placed(['sow', 'business_hours', 'holidays'], holidays)] : [];
  const named = sound?.waivers === undefined ? '' : readNamed(sound.waivers);
  if (named === undefined) unread.push(placed(['waivers'], `no file "${sound?.waivers}"`));
  const waived = named ? readWaivers(named, sound?.waivers ?? '') : { waivers: [], problems: [] };
  const calendar = sound?.checks?.calling_hours;
  const table = calendar === undefined ? null : readNamed(calendar);
  if (table === undefined) unread.push(placed(['checks', 'calling_hours'], `no file "${calendar}"`));
  const calling =
    sound && table
      ? readCallingHours(table, calendar ?? '', zoneOf(sound.sow.time_zone))
      : { hours: NO_CALLING_HOURS, problems: [] };
  const problems = sortProblems([
    ...yaml.problems,
    ...signed.problems,
    ...amended.flatMap((version) => version.problems),
    ...unread,
    ...waived.problems,
    ...calling.problems,
  ]);
  if (!sound || problems.length || typeof holidays === 'string') return { sow: undefined, problems, yaml };
  const outside = { text, file, holidays, waivers: waived.waivers, callingHours: calling.hours };
  const versions = amended.flatMap(({ data, value, from, name }) =>
    data ? [sowOf(data, value, outside, { versions: [], amended: { from, name } })] : [],
  );
  return { sow: sowOf(sound, value, outside, { versions, amended: undefined }), problems, yaml };

  function placed(path: Path, reason: string): Problem {
    const { place, excerpt } = at(path, 'value');
    return problem('wrong_value', place, { path: path.join('.'), reason }, excerpt);
  }
}

/** What a problem says, wherever: a version repeats the problems of the file that it builds on. */
const sayingOf = ({ code, args }: Problem): string => JSON.stringify([code, args]);

/** A value held against the schema, and its clauses against each other. */
function checked(value: YamlValue, at: Locate): { data: SowFile | undefined; problems: Problem[] } {
  const parsed = sowSchema.safeParse(value);
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue, [], value, at));
  const clashes = contradictions(parsed.success ? parsed.data : partial(value)).map(({ path, reason, help }) => {
    const { place, excerpt } = at(path, 'key');
    return problem('contradiction', place, { reason, help }, excerpt);
  });
  return { data: parsed.data, problems: [...issues, ...clashes] };
}

/** The closed dates, or what is wrong with the calendar that is named. */
function holidaysOf(given: string | readonly PlainDate[], readNamed: ReadNamed): readonly PlainDate[] | string {
  if (typeof given !== 'string') return given;
  const calendar = readNamed(given);
  if (calendar === null) return [];
  if (calendar === undefined) return `no file "${given}"`;
  return holidaysIn(calendar) ?? `"${given}" is not an iCalendar file`;
}

/** What a SOW is read from beside its values: the text of its file, and what the files hold that it names. */
interface Outside {
  readonly text: string;
  readonly file: string;
  readonly holidays: readonly PlainDate[];
  readonly waivers: readonly Waiver[];
  readonly callingHours: CallingHours;
}

function sowOf(
  data: SowFile,
  value: YamlValue,
  { text, file, holidays, waivers, callingHours }: Outside,
  version: Pick<Sow, 'versions' | 'amended'>,
): Sow {
  const zone = zoneOf(data.sow.time_zone);
  const hours = data.sow.business_hours;
  return {
    ...data,
    ...version,
    file,
    sha256: createHash('sha256').update(text).digest('hex'),
    clock: clockOf(zone, hours && hoursOf(hours, holidays)),
    holidays,
    titles: ladderOf(data.matching.titles),
    assumptions: [...defaultsTaken(sowSchema, value), ...defaultsDecided(data, value)],
    clauses: clausesOf(data),
    waivedBy: waivers,
    callingHours,
    seconds: (d) => (d ? (elapsedMs(d) ?? 0) / 1000 : 0),
  };
}

function clausesOf(data: SowFile): Map<string, string> {
  const blocks = [
    ...Object.entries(data.rules),
    ...Object.entries(data.fees).map(([key, block]) => [`fees.${key}`, block] as const),
  ];
  return new Map(
    blocks.flatMap(([key, block]) => {
      const clause = isMapping(block) ? block.clause : undefined;
      return typeof clause === 'string' ? [[key.startsWith('fees.') ? key : `rules.${key}`, clause] as const] : [];
    }),
  );
}

/** What can be understood of a file with problems: each block that is sound by itself, so that contradictions are shown too. */
function partial(value: YamlValue): DeepPartial<SowFile> {
  const out: Record<string, Record<string, unknown>> = {};
  for (const section of ['sow', 'rules', 'fees', 'metrics'] as const) {
    const blocks = isMapping(value) ? value[section] : undefined;
    if (!isMapping(blocks)) continue;
    const sound: Record<string, unknown> = {};
    for (const [key, block] of Object.entries(blocks)) {
      const parsed = memberAt([section, key])?.safeParse(block);
      if (parsed?.success) sound[key] = parsed.data;
    }
    out[section] = sound;
  }
  return out as DeepPartial<SowFile>;
}

export type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? { [B in keyof T[K]]?: T[K][B] } : T[K] };

/** Where a key or value stands. */
type Locate = (path: Path, part: 'key' | 'value') => { place: Place; excerpt?: string };

/** A zod issue as problems with a place. */
function problemsOf(issue: z.core.$ZodIssue, base: Path, root: YamlValue, locate: Locate): Problem[] {
  const path = [...base, ...issue.path.map((p) => (typeof p === 'symbol' ? String(p) : p))];
  const dotted = nameOf(path);
  const make = (code: 'wrong_value' | 'missing_key', at: Path, args: Record<string, string | undefined>): Problem[] => {
    const { place, excerpt } = locate(at, 'value');
    return [problem(code, place, args, excerpt)];
  };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey(key, path, locate));
  }
  const given = valueAt(root, path);
  if (given === undefined) {
    const args = {
      key: String(path.at(-1) ?? ''),
      parent: nameOf(path.slice(0, -1)),
      expected: expectedOf(issue),
    };
    return make('missing_key', path, args);
  }
  if (issue.code === 'invalid_union') {
    // The branch that fits the kind of value given says best what is wrong with it.
    const branch = issue.errors.find((errors) => errors.every((e) => e.path.length > 0 || !OF_KIND.has(e.code)));
    if (branch && typeof given === 'object') return branch.flatMap((e) => problemsOf(e, path, root, locate));
    return make('wrong_value', path, {
      path: dotted,
      reason: `${quote(given)} is not valid`,
      expected: expectedIn(issue.message),
    });
  }
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const args = {
      path: dotted,
      reason: `${quote(given)} is not valid here`,
      nearest: typeof given === 'string' ? nearest(given, values) : undefined,
      expected: values.join(' | '),
    };
    return make('wrong_value', path, args);
  }
  if (issue.code === 'invalid_key') {
    return [unknownKey(String(path.at(-1)), path.slice(0, -1), locate)];
  }
  const expected = issue.code === 'custom' ? (issue.params?.expected as string | undefined) : expectedOf(issue);
  const reason = issue.code === 'custom' ? issue.message : `${quote(given)} is not valid`;
  return make('wrong_value', path, { path: dotted, reason, expected });
}

/** Of a value as a whole: it is not of the kind that a branch takes. */
const OF_KIND: ReadonlySet<string> = new Set(['invalid_type', 'invalid_value', 'invalid_union']);

/** A key that a block cannot have, with those that it can. */
function unknownKey(key: string, parent: Path, locate: Locate): Problem {
  const { place, excerpt } = locate([...parent, key], 'key');
  const valid = keysAt(parent);
  const args = { parent: nameOf(parent), nearest: nearest(key, valid), valid: valid.join(', ') };
  return problem('unknown_key', place, { key, ...args }, excerpt);
}

const nameOf = (path: Path): string => path.join('.') || 'the file';

const KINDS: Readonly<Record<string, string>> = {
  object: 'a block of keys',
  array: 'a list',
  record: 'a block of keys',
};
function expectedOf(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? expectedIn(issue.message);
  return issue.code === 'too_small' ? 'at least one entry' : expectedIn(issue.message);
}

const expectedIn = (message: string): string => message.replace(/^expected /, '');

const quote = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : Array.isArray(value) ? 'a list' : 'a block of keys';

/** The keys that a block of the rules file may have. */
function keysAt(path: Path): readonly string[] {
  const at = memberAt(path);
  const block = at && (blocksOf(at).find((member) => member instanceof z.ZodObject) ?? blockOf(at));
  // One entry may stand for a list of them.
  const entry = block instanceof z.ZodArray ? blockOf(block.element as z.ZodType) : block;
  if (entry instanceof z.ZodObject) return Object.keys(entry.shape);
  return entry instanceof z.ZodRecord ? wordsOf(entry.keyType as z.ZodType) : [];
}

const wordsOf = (key: z.ZodType): string[] =>
  key instanceof z.ZodEnum
    ? key.options.map(String)
    : key instanceof z.ZodUnion
      ? key.options.flatMap((option) => wordsOf(option as z.ZodType))
      : [];

/** The schema of a place in the rules file. */
function memberAt(path: Path): z.ZodType | undefined {
  return path.reduce<z.ZodType | undefined>((at, key) => at && memberOf(blockOf(at), key), sowSchema);
}

function memberOf(block: z.ZodType, key: string | number): z.ZodType | undefined {
  if (block instanceof z.ZodRecord) return block.valueType as z.ZodType;
  if (block instanceof z.ZodArray) {
    const entry = block.element as z.ZodType;
    return typeof key === 'number' ? entry : memberOf(blockOf(entry), key);
  }
  if (!(block instanceof z.ZodObject)) return undefined;
  return (Object.hasOwn(block.shape, key) ? block.shape[key] : block.def.catchall) as z.ZodType | undefined;
}

/** The schema under defaults, options and lazies; of a union the member that is a block. */
function blockOf(schema: z.ZodType): z.ZodType {
  const blocks = blocksOf(schema);
  return blocks.find((member) => member instanceof z.ZodObject || member instanceof z.ZodArray) ?? peel(schema).schema;
}

/** What a place may hold, each member of a union by itself. */
function blocksOf(schema: z.ZodType): z.ZodType[] {
  const at = peel(schema).schema;
  if (at instanceof z.ZodLazy) return blocksOf(at.def.getter() as z.ZodType);
  return at instanceof z.ZodUnion ? at.options.flatMap((option) => blocksOf(option as z.ZodType)) : [at];
}
