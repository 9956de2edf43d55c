import type { SourceName } from '../model.ts';
import type { ReadNamed } from '../sow/load.ts';
import { type Objection, objectionsTo } from './check.ts';
import { type Option, shown } from './kinds.ts';
import type { Question } from './question.ts';
import type { Sample } from './sample.ts';
import { type Given, idOf, keyOf, type Settled, settle } from './settle.ts';
import { typicalOf } from './typical.ts';
import { rulesText } from './write.ts';

/** What a talk is about; it does not change while it goes on. */
export interface Matter {
  readonly questions: readonly Question[];
  readonly samples: readonly Sample[];
  /** What the file will be called, for its head. */
  readonly name: string;
  readonly readNamed: ReadNamed;
}

/** The answers so far, in the order in which they were given. */
export type Answers = ReadonlyMap<string, Given>;

/** Where a talk stands after a line was typed, and what is said to it. */
export interface Turn {
  readonly answers: Answers;
  readonly says: readonly string[];
}

export const sourcesOf = ({ samples }: Matter): ReadonlySet<SourceName> => new Set(samples.map(({ source }) => source));

export const settled = (matter: Matter, answers: Answers): readonly Settled[] =>
  settle(matter.questions, (question) => answers.get(idOf(question)), sourcesOf(matter));

/** The file as it would be written now. */
export const textOf = (matter: Matter, answers: Answers): string =>
  rulesText(settled(matter, answers), matter.samples, matter.name);

/** What stands against the file as it would be written now. */
export const objectionsOf = (matter: Matter, answers: Answers): readonly Objection[] =>
  objectionsTo(textOf(matter, answers), matter.name, matter.readNamed);

type Asked = Exclude<Settled, { readonly state: 'unasked' }>;

/** The next question; undefined when all are answered. */
export const nextOf = (matter: Matter, answers: Answers): Asked | undefined =>
  settled(matter, answers).find((item): item is Asked => item.state !== 'unasked' && !answers.has(idOf(item.question)));

/** A question as it is put: topic where it is new, question, options. */
export function asked({ question, kind }: Asked, lastTopic: string | undefined): string[] {
  return [
    ...(question.topic === lastTopic ? [] : ['', `== ${question.topic} ==`]),
    '',
    question.asks,
    ...optionLines(kind.options ?? []),
  ];
}

/** The prompt with what Enter stands for. */
export function promptOf(item: Asked): string {
  const standing = item.state === 'usual' ? shown(item.kind, item.value) : item.state === 'silent' ? NOTHING : '';
  return standing ? `[${standing}] > ` : '> ';
}

const NOTHING = '-';
const MOST_OPTIONS = 20;

const optionLines = (options: readonly Option[]): string[] => {
  const width = Math.max(0, ...options.map(({ word }) => word.length));
  return options.length > MOST_OPTIONS
    ? [`  ${options.map(({ word }) => word).join(', ')}`]
    : options.map(({ word, means }, i) => `  ${String(i + 1).padStart(2)}  ${word.padEnd(width)}  ${means}`);
};

/** What a typed line does: an answer, `-` for nothing, Enter for what is usual, `?` for more, `back`. */
export function turn(matter: Matter, answers: Answers, item: Asked, line: string): Turn {
  const typed = line.trim();
  const { question, kind } = item;
  if (typed === '?') return { answers, says: helpOf(item) };
  if (typed.toLowerCase() === 'back') return back(matter, answers);
  if (typed === '' && item.state === 'usual') return tried(matter, answers, item, { value: undefined, isUsual: true });
  if (typed === NOTHING || typed === '') {
    if (question.isNeeded)
      return { answers, says: [`It cannot be left out. ${question.silent} Expected: ${kind.hint}`] };
    return tried(matter, answers, item, { value: undefined });
  }
  const read = kind.read(typed);
  return 'wrong' in read ? { answers, says: [read.wrong] } : tried(matter, answers, item, read);
}

function back(matter: Matter, answers: Answers): Turn {
  const ids = new Set(matter.questions.map(idOf));
  const last = [...answers.keys()].filter((id) => ids.has(id)).at(-1);
  if (last === undefined) return { answers, says: ['This is the first question.'] };
  return { answers: new Map([...answers].filter(([id]) => id !== last)), says: [] };
}

/** An answer stands when the file with it, and with what is usual for the rest, would be sound and lint clean. */
function tried(matter: Matter, answers: Answers, { question }: Asked, given: Given): Turn {
  const next = new Map([...answers, [idOf(question), given]]);
  const objections = objectionsOf(matter, next);
  if (!objections.length) return { answers: next, says: [] };
  const says = objections.map(({ message, help }) => `That does not fit: ${message}. What helps: ${help}`);
  return { answers, says: [...says, 'Answer otherwise, or go `back` to an earlier question.'] };
}

function helpOf(item: Asked): string[] {
  const { question, kind } = item;
  return [
    question.help,
    ...typicalOf(question).map(({ value, source }) => `  ${value}  (${source})`),
    `Expected: ${kind.isMany ? `${kind.hint}, between commas` : kind.hint}.`,
    ...(item.state === 'usual'
      ? [`Enter takes ${shown(kind, item.value)} (${item.source}), and marks it "to settle".`]
      : []),
    question.isNeeded ? 'It cannot be left out.' : `\`${NOTHING}\`: the SOW says nothing. ${question.silent}`,
    `It becomes ${keyOf(question)} in the file. \`back\` goes to the question before.`,
  ];
}

/** What to say of the finished file: whose its answers are, and what is still to be filled in before a month can be reconciled. */
export function closingOf(items: readonly Settled[]): string[] {
  const count = (state: Settled['state']): number => items.filter((item) => item.state === state).length;
  const stopping = items.filter(({ state, question }) => state === 'silent' && question.stops);
  return [
    `${count('said')} answers are yours, ${count('usual')} are usual ones to settle, on ${count('silent')} questions nothing is said`,
    ...(stopping.length ? ['`reconcile` will stop until the file says:'] : []),
    ...stopping.map(({ question }) => `  ${keyOf(question)}`),
  ];
}
