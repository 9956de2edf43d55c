import type { Condition, Criteria } from '../sow/criteria.ts';
import type { Sow } from '../sow/sow.ts';

/** What the SOW asks of a lead, in words: `2.2: employees from 200; title director or above`. */
export function qualificationText({ rules }: Sow): string {
  const { qualification } = rules;
  if (!qualification) return '';
  const { clause, criteria, require } = qualification;
  const some = require === 'all' ? '' : ` (at least ${require.at_least} of them)`;
  return `${clause === undefined ? '' : `${clause}: `}${criteriaText(criteria)}${some}`;
}

/** The facts that criteria look at. */
export const fieldsIn = (criteria: Criteria): string[] => [
  ...new Set(
    Object.entries(criteria).flatMap(([field, rule]) => (Array.isArray(rule) ? rule.flatMap(fieldsIn) : [field])),
  ),
];

const criteriaText = (criteria: Criteria): string =>
  Object.entries(criteria)
    .flatMap(([field, rule]) => {
      if (rule === undefined) return [];
      if (!Array.isArray(rule)) return [`${field} ${conditionText(rule)}`];
      return [`(${rule.map(criteriaText).join(field === 'any' ? ' or ' : '; ')})`];
    })
    .join('; ');

const WORDS = {
  in: 'is',
  not: 'is not',
  min: 'from',
  max: 'up to',
  before: 'before',
  after: 'after',
  known: 'known:',
  starts: 'begins with',
  contains: 'holds',
  matches: 'matches',
  min_level: 'at least',
  functions: 'in',
} as const satisfies Record<keyof Condition, string>;

const conditionText = (condition: Condition): string =>
  Object.entries(WORDS)
    .flatMap(([key, word]) => {
      const value = condition[key as keyof Condition];
      return value === undefined ? [] : [`${word} ${valueText(value)}`];
    })
    .join(', ');

function valueText(value: NonNullable<Condition[keyof Condition]>): string {
  if (Array.isArray(value)) return value.join(' or ');
  if (typeof value !== 'object') return String(value);
  return 'text' in value ? value.text : value.pattern();
}
