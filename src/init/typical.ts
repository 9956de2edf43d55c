import type { RuleRow } from '../judge/rule.ts';
import { RULES, type RuleKey } from '../judge/rules/table.ts';
import type { Question } from './question.ts';

/** What published agreements say on a question about a rule: its own table. */
export function typicalOf({ path }: Question): RuleRow['typical'] {
  const [section, rule = '', param] = path;
  if (section !== 'rules' || !Object.hasOwn(RULES, rule)) return [];
  const row: RuleRow = RULES[rule as RuleKey];
  return row.typical.filter((t) => t.param === param);
}
