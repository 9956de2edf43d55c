import { helpOf, messageOf, type Problem } from './problem.ts';
import { PROBLEMS } from './table.ts';

/** How a frame marks its parts; the edge hands in colours, tests hand in nothing. */
export interface Paint {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly alarm: (text: string) => string;
}

/** How a frame is fitted to a terminal: a text behind a lead of so many columns. What goes into a pipe is left in one line each, to be searched. */
export type Wrap = (columns: number, text: string) => string;
const UNWRAPPED: Wrap = (_, text) => text;

/** A problem as text: code, sentence, place, the line with a caret, why and what to do. `clean` makes foreign text safe. */
export function frame(p: Problem, paint: Paint, clean: (text: string) => string, wrapped = UNWRAPPED): string {
  const word = WORDS[PROBLEMS[p.code].effect];
  const place = [clean(p.place.file), p.place.line, p.place.column].filter((x) => x !== undefined).join(':');
  const head = `${word}[${p.code}]`;
  const lines = [
    `${paint.alarm(head)} ${paint.strong(wrapped(head.length + 1, clean(messageOf(p))))}`,
    ` --> ${place}`,
  ];
  if (p.excerpt !== undefined && p.place.line !== undefined) lines.push(...excerpt(p, clean));
  if (word !== 'note') lines.push(paint.faint(`why:  ${wrapped(LEAD, PROBLEMS[p.code].why)}`));
  const help = clean(helpOf(p)).trim();
  if (help) lines.push(`help: ${wrapped(LEAD, help)}`);
  return `${lines.join('\n')}\n`;
}

const WORDS = { stop: 'error', quarantine: 'quarantined', repair: 'mended', tell: 'note' } as const;
const WIDTH = 100;
const LEAD = 'help: '.length;

function excerpt(p: Problem, clean: (text: string) => string): string[] {
  const margin = String(p.place.line);
  const column = Math.max(1, p.caret ?? p.place.column ?? 1);
  const from = Math.max(0, column - WIDTH * 0.75);
  const text = p.excerpt ?? '';
  const rows = [`${margin} | ${clean(text.slice(from, from + WIDTH))}`];
  // What was made visible is wider than what it stands for.
  const before = clean(text.slice(from, column - 1)).length;
  if (p.place.column !== undefined) rows.push(`${' '.repeat(margin.length)} | ${' '.repeat(before)}^`);
  return rows;
}
