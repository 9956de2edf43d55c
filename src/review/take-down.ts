import type { Standing } from '../link/decided.ts';
import { clashes, type LinkDecision, pairOf } from '../link/link-decisions.ts';
import { type Problem, problem } from '../problems/problem.ts';
import type { Answer } from './sheet.ts';

/**
 * The decisions with those added: of one pair the new one stands. What holds no more is left out where its claim and record are decided again. Problems where
 * two decisions cannot stand together; nothing is taken down then.
 */
export function takenDown(
  before: readonly Standing[],
  answers: readonly Answer[],
  file: string,
): readonly LinkDecision[] | { readonly problems: readonly Problem[] } {
  const known = new Set(before.map(({ decision }) => answerOf(decision)));
  const fresh = answers.flatMap(({ decision }) => (known.has(answerOf(decision)) ? [] : decision));
  const pairs = new Set(fresh.map(pairOf));
  const records = new Set(fresh.map(recordOf));
  const kept = before.flatMap(({ decision, state }) =>
    pairs.has(pairOf(decision)) || (state === 'changed' && records.has(recordOf(decision))) ? [] : [decision],
  );
  const all = [...kept, ...fresh];
  const lineOf = new Map(answers.map(({ decision, line }) => [decision, line]));
  const problems = clashes(all).map(({ decision, reason }) => {
    const line = lineOf.get(decision);
    const args = {
      link: `${decision.claim} and ${decision.record ?? decision.source}`,
      reason,
      expected: '`same` for one of them at most',
    };
    return problem('bad_decision', { file, ...(line === undefined ? {} : { line }) }, args);
  });
  return problems.length ? { problems } : all;
}

/** Who says it again, and when, changes nothing. */
const answerOf = (d: LinkDecision): string => `${d.decision} ${pairOf(d)}`;

const recordOf = ({ about, claim, source, record }: LinkDecision): string =>
  JSON.stringify([about, claim, source, record ?? '']);
