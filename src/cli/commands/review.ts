import { basename } from 'node:path';
import type { OpenLink } from '../../link/open-links.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { forTerminal } from '../../report/escape.ts';
import { afterAnswer, isKey, KEYS, PROMPT, questionLines } from '../../review/questions.ts';
import { type Answer, inOrder, nameOf, readSheet, type Signature, sheetOf } from '../../review/sheet.ts';
import { takenDown } from '../../review/take-down.ts';
import { isPlainDate } from '../../sow/dates.ts';
import { type Talk, terminalTalk } from '../dialogue.ts';
import { filledInFile } from '../filled-in-file.ts';
import { terminalKeys } from '../keys.ts';
import { writeLinkDecisions } from '../link-decisions-file.ts';
import { deliver, mayReplaceSheet } from '../output.ts';
import { auditBy, type RulesFile, rulesOf, type Seen, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type ReviewOptions = SourceOptions & {
  readonly read?: string;
  readonly by?: string;
  readonly at?: string;
  readonly why?: string;
  readonly output?: string;
};

/** Lists the links that a person has to decide, asks for them one key each, or takes a filled-in list down. */
export async function review(options: ReviewOptions, terminal: Terminal): Promise<void> {
  process.exitCode = 2;
  terminal.configure(options);
  const wrong = flagProblems(options);
  terminal.problems(wrong);
  const rules = wrong.length ? undefined : await rulesOf(options, terminal);
  const audited = rules && (await auditBy(rules, options, terminal));
  if (!audited) return;
  const { closed, period } = audited.document;
  if (closed) {
    const reason = `${period.label} is closed: its links are what they were`;
    terminal.problems([problem('bad_argument', PLACE, { flag: '--period', reason, expected: 'an open period' })]);
    return;
  }
  const { output, read } = options;
  const isDone =
    read !== undefined
      ? await takeSheet(read, rules, audited, options, terminal)
      : output !== undefined || !process.stdin.isTTY || !process.stderr.isTTY
        ? await list(audited, rules, output, terminal)
        : await ask(rules, audited, options, terminal);
  if (isDone) process.exitCode = 0;
}

const PLACE = { file: 'command line' };

const NAME = 'review.csv';
const list = async (
  { review: { open } }: Seen,
  { sow }: RulesFile,
  output: string | undefined,
  terminal: Terminal,
): Promise<boolean> =>
  (await mayReplaceSheet(output, NAME, 'decision', terminal)) &&
  (await deliver(sheetOf(open, sow.clock.zone), output, NAME, terminal));

function flagProblems({ read, by, at, output }: ReviewOptions): Problem[] {
  const bad = (flag: string, reason: string, expected: string): Problem =>
    problem('bad_argument', PLACE, { flag, reason, expected });
  return [
    ...(at !== undefined && !isPlainDate(at) ? [bad('--at', `"${at}" is no day`, 'a day: 2026-07-03')] : []),
    ...(read !== undefined && !by?.trim()
      ? [bad('--by', 'nobody is named who decided', 'the name of a person, who can be asked about it')]
      : []),
    ...(read !== undefined && output !== undefined
      ? [bad('-o', 'a list is read, none is written', '--read or -o')]
      : []),
  ];
}

/** The day of the decisions: as it is told, else today where the SOW is. */
const dayOf = ({ at }: ReviewOptions, { sow }: RulesFile): string => at ?? sow.clock.zone.dateAt(Date.now());

async function takeSheet(
  file: string,
  rules: RulesFile,
  audited: Seen,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<boolean> {
  const sheet = await filledInFile(file, terminal);
  if (!sheet) return false;
  const { open, decided } = audited.review;
  const standing = decided.flatMap(({ state, decision }) => (state === 'holds' ? decision : []));
  const signature: Signature = { by: options.by ?? '', at: dayOf(options, rules), why: options.why };
  const { answers, problems } = readSheet(sheet.text, basename(file), [...open, ...standing], signature);
  terminal.problems(problems);
  return !problems.length && keep(answers, basename(file), rules, audited, terminal);
}

/** Writes the decisions beside the rules, all or none. */
async function keep(
  answers: readonly Answer[],
  file: string,
  rules: RulesFile,
  { document, review: { open, decided } }: Seen,
  terminal: Terminal,
): Promise<boolean> {
  const all = takenDown(decided, answers, file);
  if ('problems' in all) {
    terminal.problems(all.problems);
    return false;
  }
  const failed = answers.length ? await writeLinkDecisions(rules, document.link_decisions?.sha256, all) : undefined;
  if (failed) {
    terminal.problems([failed]);
    return false;
  }
  const left = answers.reduce((links, { question, decision }) => {
    const asked = links.find((link) => nameOf(link) === question);
    return asked ? afterAnswer(links, asked, decision.decision) : links;
  }, inOrder(open));
  terminal.note(`${answers.length} decided, ${left.length} open`);
  return true;
}

/** Asks on a terminal. What was decided before `q` is kept; Ctrl-C keeps nothing. */
async function ask(rules: RulesFile, audited: Seen, options: ReviewOptions, terminal: Terminal): Promise<boolean> {
  let left = inOrder(audited.review.open);
  if (!left.length) {
    terminal.note('no link is in doubt');
    return true;
  }
  const talk = terminalTalk();
  const signature = await signed(talk, options, rules);
  talk.close();
  if (!signature) return interrupted();
  const answers: Answer[] = [];
  const keys = terminalKeys();
  const total = left.length;
  try {
    for (let [link] = left; link; [link] = left) {
      const lines = questionLines(link, total - left.length + 1, total, rules.sow.clock.zone);
      process.stderr.write(`${lines.map(forTerminal).join('\n')}\n`);
      const typed = await keys.key(PROMPT);
      if ('ended' in typed && typed.ended === 'interrupted') return interrupted();
      const said = 'ended' in typed ? 'quit' : isKey(typed.key) ? KEYS[typed.key] : undefined;
      process.stderr.write(`${said ?? '?'}\n`);
      if (said === 'quit') break;
      if (said === undefined) continue;
      if (said === 'skip') left = left.slice(1);
      else {
        answers.push(answerOf(link, said, signature));
        left = afterAnswer(left, link, said);
      }
    }
  } finally {
    keys.close();
  }
  return keep(answers, 'the answers', rules, audited, terminal);
}

function answerOf(link: OpenLink, said: 'same' | 'other', { by, at, why = '' }: Signature): Answer {
  const { claim, about, source, record, ours, theirs } = link;
  return {
    question: nameOf(link),
    decision: { claim, about, source, record, decision: said, by, at, why, ours, theirs },
    line: 0,
  };
}

/** Who decides and why, asked once where the flags do not say it. Undefined when the talk ended too soon. */
async function signed(talk: Talk, options: ReviewOptions, rules: RulesFile): Promise<Signature | undefined> {
  const said: Record<'by' | 'why', string | undefined> = { by: options.by, why: options.why };
  for (const [key, prompt] of [
    ['by', 'Who decides? '],
    ['why', 'On what ground, for all of them? '],
  ] as const)
    while (!said[key]?.trim()) {
      const line = await talk.line(prompt);
      if ('ended' in line) return undefined;
      said[key] = line.text;
    }
  return { by: said.by?.trim() ?? '', at: dayOf(options, rules), why: said.why?.trim() };
}

function interrupted(): false {
  process.exitCode = 130;
  return false;
}
