import { basename } from 'node:path';
import { PACK_FORMATS } from '../../dispute/formats.ts';
import { draftOf, type Pack, packOf } from '../../dispute/pack.ts';
import { answered, type Register, sent, standsOtherwise } from '../../dispute/register.ts';
import { isWrong, readReply } from '../../dispute/reply.ts';
import { lastDay, statusText } from '../../dispute/status.ts';
import { type Problem, problem } from '../../problems/problem.ts';
import { documentHiderOf, problemHiderOf } from '../../report/redact.ts';
import { isPlainDate } from '../../sow/dates.ts';
import { changeRegister, readRegisterOf } from '../dispute-register.ts';
import { filledInFile } from '../filled-in-file.ts';
import { deliver, isIntoFolder, mayReplaceSheet } from '../output.ts';
import { noKey, type REDACTIONS, redactionOf } from '../report-flags.ts';
import { auditBy, type RulesFile, rulesOf, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

export type DisputeOptions = SourceOptions & {
  readonly format: keyof typeof PACK_FORMATS;
  /** True where no way was named. */
  readonly redact?: true | (typeof REDACTIONS)[number];
  readonly sent?: string;
  readonly reply?: string;
  readonly on?: string;
  readonly status?: boolean;
  readonly output?: string;
};

/** Writes the pack of a period for its vendor, takes down the answers, or shows where the disputes stand. */
export async function dispute(options: DisputeOptions, terminal: Terminal): Promise<void> {
  process.exitCode = 2;
  const wrong = flagProblems(options);
  terminal.configure(options);
  terminal.problems(wrong);
  const rules = wrong.length ? undefined : await rulesOf(options, terminal);
  if (!rules) return;
  const { reply, on, status } = options;
  const isDone =
    reply !== undefined && on !== undefined
      ? await takeDown(reply, on, rules, terminal)
      : status
        ? await show(rules, on, terminal)
        : await send(rules, options, terminal);
  if (isDone) process.exitCode = 0;
}

function flagProblems({ sent, on, reply }: DisputeOptions): Problem[] {
  const bad = (flag: string, reason: string): Problem =>
    problem('bad_argument', { file: 'command line' }, { flag, reason, expected: 'expected a day: 2026-07-03' });
  return [
    ...(sent !== undefined && !isPlainDate(sent) ? [bad('--sent', `"${sent}" is no day`)] : []),
    ...(on !== undefined && !isPlainDate(on) ? [bad('--on', `"${on}" is no day`)] : []),
    ...(reply !== undefined && on === undefined ? [bad('--on', 'the day of the reply is not named')] : []),
  ];
}

/** A vendor has no key of the client: where no way is named, none is needed. */
const hidingOf = ({ redact }: DisputeOptions): ReturnType<typeof redactionOf> =>
  redactionOf(redact === true ? 'digits' : redact);

/** The pack of the period; with `--sent` its disputes are open from that day on. */
async function send(rules: RulesFile, options: DisputeOptions, terminal: Terminal): Promise<boolean> {
  const hiding = hidingOf(options);
  if (hiding === 'no key') {
    terminal.problems([noKey()]);
    return false;
  }
  if (hiding) terminal.hiderOf = (people) => problemHiderOf(hiding, people);
  const audited = await auditBy(rules, options, terminal);
  if (!audited) return false;
  const { document, vendor, people } = audited;
  const pack = packOf(document, vendor, hiding && documentHiderOf(document, people, hiding));
  if (!(await write(pack, options, terminal))) return false;
  if (!pack.lines.length) terminal.note(`nothing to dispute in ${document.period.label}`);
  const { sent: day } = options;
  if (day === undefined) return true;
  const drafts = pack.lines.map(draftOf);
  let told: Problem[] = [];
  const all = await changeRegister(rules, terminal, (before) => {
    told = standsOtherwise(before, drafts, day, document.period.label, rules.path);
    return sent(before, drafts, day);
  });
  if (all) terminal.problems(told);
  return all !== undefined;
}

/** Into a folder the letter and the lines in every format, else what `--format` asks for. */
async function write(pack: Pack, { format, output }: DisputeOptions, terminal: Terminal): Promise<boolean> {
  const name = `disputes-${pack.doc.period.label}`;
  const isFolder = output !== undefined && (await isIntoFolder(output));
  if ((isFolder || format === 'csv') && !(await mayReplaceSheet(output, `${name}.csv`, 'answer', terminal)))
    return false;
  for (const { extension, load } of isFolder ? Object.values(PACK_FORMATS) : [PACK_FORMATS[format]])
    if (!(await deliver((await load())(pack), output, `${name}.${extension}`, terminal))) return false;
  return true;
}

/** Takes an answered pack down, whole or not at all. */
async function takeDown(file: string, on: string, rules: RulesFile, terminal: Terminal): Promise<boolean> {
  const sheet = await filledInFile(file, terminal);
  if (!sheet) return false;
  const replies = readReply(sheet.text, basename(file), rules.sow.sow.currency);
  if (isWrong(replies)) {
    terminal.problems(replies);
    return false;
  }
  const all = await changeRegister(rules, terminal, (before) => answered(before, replies, on, basename(file)));
  if (all) print(all, on, terminal);
  return all !== undefined;
}

async function show(rules: RulesFile, on: string | undefined, terminal: Terminal): Promise<boolean> {
  const all = await readRegisterOf(rules, terminal);
  if (all) print(all, on ?? lastDay(all) ?? '', terminal);
  return all !== undefined;
}

const print = (all: Register, on: string, terminal: Terminal): void =>
  terminal.out(statusText(all, on, terminal.width, terminal.paintFor('stdout').faint));
