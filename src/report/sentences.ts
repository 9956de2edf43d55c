import { RULES, type RuleKey } from '../judge/rules/table.ts';
import { TERM_CODES } from '../judge/term.ts';
import { WAIVER_CODES } from '../judge/waive.ts';
import type { Ruling } from '../model.ts';
import { FINDINGS, type FindingCode } from '../problems/findings.ts';
import { fill } from '../problems/sentence.ts';
import type { Lint } from '../sow/lint/lint.ts';
import { LINTS } from '../sow/lint/table.ts';

/** The sentence of a ruling, from its rule's table. */
export function sentenceOf(ruling: Ruling): string {
  const codes =
    ruling.rule === 'sow' ? TERM_CODES : ruling.rule === 'waivers' ? WAIVER_CODES : RULES[ruling.rule as RuleKey].codes;
  return fill(codes[ruling.sentence ?? ruling.code] ?? ruling.code, ruling.args);
}

export const findingSentence = (code: FindingCode, args: Readonly<Record<string, string | number>>): string =>
  fill(FINDINGS[code].message, args);

export const lintSentence = ({ code, args }: Lint): string => fill(LINTS[code]?.message ?? code, args);
