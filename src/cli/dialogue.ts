import { createInterface } from 'node:readline';
import { type Answers, asked, type Matter, nextOf, promptOf, turn } from '../init/interview.ts';
import { forTerminal } from '../report/escape.ts';

/** How a talk ended too soon: by Ctrl-C, or with nothing more to read. */
export type Ended = 'interrupted' | 'no more';

/** The two ends of a talk. A line that never comes says why. */
export interface Talk {
  line(prompt: string): Promise<{ readonly text: string } | { readonly ended: Ended }>;
  say(lines: readonly string[]): void;
}

/** Asks one question after the other until all are answered. */
export async function converse(
  talk: Talk,
  matter: Matter,
  given: Answers,
): Promise<{ readonly answers: Answers } | { readonly ended: Ended }> {
  let answers = given;
  let topic: string | undefined;
  for (let item = nextOf(matter, answers); item; item = nextOf(matter, answers)) {
    talk.say(asked(item, topic));
    topic = item.question.topic;
    const line = await talk.line(promptOf(item));
    if ('ended' in line) return line;
    const after = turn(matter, answers, item, line.text);
    talk.say(after.says);
    answers = after.answers;
  }
  return { answers };
}

/** A talk on a terminal: questions go to stderr, so that stdout stays free for the file. */
export function terminalTalk(): Talk & { readonly close: () => void } {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const typed: string[] = [];
  let ended: Ended | undefined;
  let wake = (): void => {};
  lines.on('line', (text) => {
    typed.push(text);
    wake();
  });
  const end = (why: Ended) => (): void => {
    ended ??= why;
    wake();
  };
  lines.on('SIGINT', end('interrupted'));
  lines.on('close', end('no more'));
  return {
    say: (said) => {
      for (const text of said) process.stderr.write(`${forTerminal(text)}\n`);
    },
    line: async (prompt) => {
      lines.setPrompt(forTerminal(prompt));
      lines.prompt();
      if (!typed.length && !ended)
        await new Promise<void>((done) => {
          wake = done;
        });
      const text = typed.shift();
      return text === undefined ? { ended: ended ?? 'no more' } : { text };
    },
    close: () => lines.close(),
  };
}
