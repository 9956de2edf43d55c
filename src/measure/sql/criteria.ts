import { fieldsOf } from '../../read/source-table.ts';
import { type Condition, type Criteria, limit } from '../../sow/criteria.ts';
import type { Dialect } from './dialects.ts';

/** A condition that a dialect cannot say, in words for a person. */
export class Unsayable extends Error {}

/** Fields of a call that are numbers: its lengths in seconds. */
export const isNumber = (field: string): boolean =>
  field === 'handle_time' || fieldsOf('calls')[field]?.kind === 'seconds';

/** Whether a call has the field, as a cell or made from some. */
export const isOfCalls = (field: string): boolean => field === 'handle_time' || field in fieldsOf('calls');

/** Criteria as an SQL condition: true, false, or null where a fact is missing, as `truthOf` has them. Throws `Unsayable`. */
export function sqlOf(tree: Criteria, dialect: Dialect): string {
  const lines = Object.entries(tree).flatMap(([field, rule]) =>
    rule === undefined ? [] : [sqlOfLine(field, rule, dialect)],
  );
  return allOf(lines);
}

/** One line of criteria. */
export function sqlOfLine(field: string, rule: NonNullable<Criteria[string]>, dialect: Dialect): string {
  if (!Array.isArray(rule)) return sqlOfCondition(field, rule, dialect);
  const branches = rule.map((branch) => sqlOf(branch, dialect));
  if (field === 'all') return allOf(branches);
  return branches.length ? `(${branches.join(' OR ')})` : 'FALSE';
}

const allOf = (parts: readonly string[]): string => (parts.length ? `(${parts.join(' AND ')})` : 'TRUE');

/** What a keyword says of a field; undefined where the condition does not have it. */
type Keyword = (c: Condition, field: string, dialect: Dialect) => string | undefined;

/** One row a keyword. */
const KEYWORDS: readonly Keyword[] = [
  (c, field, d) => c.in && `${textOf(field, 'in', d)} IN (${wordsOf(c.in, d)})`,
  (c, field, d) => c.not && `${textOf(field, 'not', d)} NOT IN (${wordsOf(c.not, d)})`,
  (c, field) => (c.min === undefined ? undefined : `${numberOf(field, 'min')} >= ${limit(c.min)}`),
  (c, field) => (c.max === undefined ? undefined : `${numberOf(field, 'max')} <= ${limit(c.max)}`),
  (c, field) => (c.known === undefined ? undefined : `${field} IS ${c.known ? 'NOT ' : ''}NULL`),
  (c, field, d) => c.starts && `POSITION(${wordsOf([c.starts], d)} IN ${textOf(field, 'starts', d)}) = 1`,
  (c, field, d) => c.contains && `POSITION(${wordsOf([c.contains], d)} IN ${textOf(field, 'contains', d)}) > 0`,
  (c, field, d) => {
    if (!c.matches) return undefined;
    const pattern = c.matches.pattern();
    return d.matches?.(field, pattern) ?? unsayable(`\`matches\` of ${field}: its patterns are others than RE2's`);
  },
  ...(['before', 'after', 'min_level', 'functions'] as const).map(
    (keyword): Keyword =>
      (c, field) =>
        c[keyword] === undefined ? undefined : unsayable(`\`${keyword}\` of ${field}`),
  ),
];

function sqlOfCondition(field: string, condition: Condition, dialect: Dialect): string {
  if (!isOfCalls(field)) unsayable(`${field}, which is no field of calls`);
  return allOf(KEYWORDS.flatMap((keyword) => keyword(condition, field, dialect) ?? []));
}

const textOf = (field: string, keyword: string, { lower }: Dialect): string =>
  isNumber(field) || fieldsOf('calls')[field]?.kind === 'instant'
    ? unsayable(`\`${keyword}\` of ${field}, which is no text`)
    : lower(field);
const wordsOf = (words: readonly string[], { literal }: Dialect): string =>
  words.map((word) => literal(word.trim().toLowerCase())).join(', ');
const numberOf = (field: string, keyword: string): string =>
  isNumber(field) ? field : unsayable(`\`${keyword}\` of ${field}, which is no number`);

function unsayable(what: string): never {
  throw new Unsayable(what);
}
