import type { SourceName } from '../model.ts';
import type { Kind, Plain } from './kinds.ts';
import type { Known, Question } from './question.ts';

/** An answer of a person: a value, or that the SOW says nothing; or that the usual one will do. */
export interface Given {
  readonly value: Plain | undefined;
  readonly isUsual?: true;
}
/** What was answered; it is asked for the questions that come up, in order. */
export type Answered = (question: Question, kind: Kind) => Given | undefined;

/** A question with where it stands. */
export type Settled = { readonly question: Question; readonly kind: Kind } & (
  | { readonly state: 'said'; readonly value: Plain }
  | { readonly state: 'usual'; readonly value: Plain; readonly source: string }
  /** The SOW says nothing, or a person said that it does not. */
  | { readonly state: 'silent' }
  /** Nobody has answered it, and nothing can be audited without: the value only stands in. */
  | { readonly state: 'open'; readonly value: Plain }
  | { readonly state: 'unasked'; readonly why: string }
);

export const idOf = ({ path }: Pick<Question, 'path'>): string => path.join('\n');
export const keyOf = ({ path }: Pick<Question, 'path'>): string => path.join('.');

/** Goes through the questions in order: each takes its answer, else what is usual, else nothing. */
export function settle(
  questions: readonly Question[],
  answered: Answered,
  sources: ReadonlySet<SourceName>,
): readonly Settled[] {
  const values = new Map<string, Plain>();
  const known: Known = { sources, value: (key) => values.get(key), keys: () => values.keys() };
  return questions.map((question) => {
    const settled = settleOne(question, answered, known);
    if ('value' in settled) values.set(keyOf(question), settled.value);
    return settled;
  });
}

function settleOne(question: Question, answered: Answered, known: Known): Settled {
  const why = question.unless?.(known);
  const kind = typeof question.kind === 'function' ? question.kind(known) : question.kind;
  const base = { question, kind };
  if (why !== undefined) return { ...base, state: 'unasked', why };
  const given = answered(question, kind);
  if (given && !given.isUsual && given.value !== undefined) return { ...base, state: 'said', value: given.value };
  const usual = question.usual?.(known);
  if (usual && (!given || given.isUsual)) return { ...base, state: 'usual', value: usual.value, source: usual.source };
  return question.isNeeded && !given ? { ...base, state: 'open', value: kind.example } : { ...base, state: 'silent' };
}
