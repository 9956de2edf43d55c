import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { answersOf, setsOf } from '../../init/given.ts';
import {
  type Answers,
  closingOf,
  type Matter,
  objectionsOf,
  settled,
  sourcesOf,
  textOf,
} from '../../init/interview.ts';
import { questionsFor } from '../../init/questions/table.ts';
import { keyOf } from '../../init/settle.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { namedBeside } from '../../read/files.ts';
import { converse, terminalTalk } from '../dialogue.ts';
import { deliver, isFolder } from '../output.ts';
import { filesGiven, samplesOf } from '../samples.ts';
import type { Terminal } from '../terminal.ts';

type Options = Readonly<Record<string, unknown>> & {
  readonly set?: readonly string[];
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly output: string;
  readonly color?: 'auto' | 'always' | 'never';
  readonly quiet?: boolean;
};

const PLACE = { file: 'command line' };
const DEFAULT_NAME = 'rules.yaml';

/** Writes a rules file from a sample drop and answers: asked on a terminal, or taken from the flags. */
export async function init(drops: readonly string[], options: Options, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  // Until it is done it is not.
  process.exitCode = 2;
  const path = await pathOf(options.output);
  const { set = [], yes = false, force = false } = options;
  const early = [
    ...(force || path === undefined ? [] : taken(path)),
    ...(yes || process.stdin.isTTY ? [] : [nobodyThere()]),
  ];
  const { sets, problems: unread } = setsOf(set, questionsFor([]));
  const where = path ?? DEFAULT_NAME;
  const { samples, problems: unlike } = await samplesOf(filesGiven(drops, options), where, sets);
  const questions = questionsFor(samples);
  const matter: Matter = { questions, samples, name: basename(where), readNamed: namedBeside(where) };
  const { answers: given, problems: odd } = answersOf(sets, questions, sourcesOf(matter));
  const problems = [...early, ...unread, ...unlike, ...odd];
  const refused = problems.length ? problems : refusedOf(matter, given, yes);
  terminal.problems(refused);
  if (refused.length) return;
  const answers = yes ? given : await asked(matter, given, terminal);
  if (!answers) return;
  if (!(await deliver(textOf(matter, answers), options.output, DEFAULT_NAME, terminal))) return;
  for (const line of closingOf(settled(matter, answers))) terminal.note(line);
  process.exitCode = 0;
}

/** The file that will be written; undefined for stdout. */
const pathOf = async (output: string): Promise<string | undefined> =>
  output === '-'
    ? undefined
    : output.endsWith('/') || (await isFolder(output))
      ? `${output.replace(/\/$/, '')}/${DEFAULT_NAME}`
      : output;

const taken = (path: string): Problem[] =>
  existsSync(path)
    ? [
        problem('bad_argument', PLACE, {
          flag: '-o',
          reason: `${path} is there already`,
          expected: 'another name, or --force',
        }),
      ]
    : [];

const nobodyThere = (): Problem =>
  problem('bad_argument', PLACE, {
    flag: 'init',
    reason: 'stdin is no terminal, so that nobody can be asked',
    expected: '--yes, with the answers as --set KEY=VALUE; or run it in a terminal',
  });

/** What the flags leave open, where nobody is asked, and what does not fit in what they say. */
function refusedOf(matter: Matter, given: Answers, yes: boolean): Problem[] {
  const open = settled(matter, given).flatMap(({ question, kind, state }) => {
    if (!yes || state !== 'open') return [];
    const args = { flag: '--set', reason: `${keyOf(question)} is missing: ${question.asks}`, expected: kind.hint };
    return [problem('bad_argument', PLACE, args)];
  });
  const objections = objectionsOf(matter, given).map(({ message, help }) =>
    problem('bad_argument', PLACE, { flag: '--set', reason: message, expected: help }),
  );
  return [...open, ...objections];
}

/** The answers of a person; undefined when the talk ended too soon. Nothing is written then. */
async function asked(matter: Matter, given: Answers, terminal: Terminal): Promise<Answers | undefined> {
  const talk = terminalTalk();
  talk.say(WELCOME);
  const found = await converse(talk, matter, given);
  talk.close();
  if ('answers' in found) return found.answers;
  if (found.ended === 'interrupted') process.exitCode = 130;
  else
    terminal.problems([
      problem('bad_argument', PLACE, {
        flag: 'init',
        reason: 'the answers ended before the questions',
        expected: 'every answer; nothing was written',
      }),
    ]);
  return undefined;
}

const WELCOME = [
  'A rules file says in a fixed form what your SOW says. One question at a time:',
  '  Enter takes the answer in brackets and marks it "to settle"; - says that the SOW is silent;',
  '  ? explains, back goes to the question before, Ctrl-C ends without writing anything.',
];
