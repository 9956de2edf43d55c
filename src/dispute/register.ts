import { z } from 'zod';
import { type Problem, problem } from '../problems/problem.ts';
import { daysBetween, type PlainDate } from '../sow/dates.ts';
import type { Reply } from './reply.ts';

/** Where a dispute can stand. The last four are final. */
export const STATES = ['open', 'rebutted', 'accepted', 'settled', 'withdrawn', 'expired'] as const;
type DisputeState = (typeof STATES)[number];
const isFinal = (state: DisputeState): boolean => state !== 'open' && state !== 'rebutted';

const event = z.strictObject({
  on: z.string(),
  state: z.enum(STATES),
  amount: z.string().nullable().describe('of a counter or a settlement'),
  note: z.string().nullable(),
});
const entry = z.strictObject({
  id: z.string().describe('the period and the claim: 2026-06 L04'),
  line_id: z.string().nullable(),
  meeting_id: z.string().nullable(),
  disputed: z.string(),
  reason: z.string(),
  clause: z.string().nullable(),
  dispute_by: z.string().nullable(),
  events: z.array(event).min(1),
});
const register = z.strictObject({ schema: z.literal('leadaudit/disputes@1'), disputes: z.array(entry) });

/** Every dispute of a SOW with what became of it, in order of time. */
export type Register = z.output<typeof register>;
type Entry = Register['disputes'][number];
type Event = Entry['events'][number];
/** A dispute before it is sent. */
export type Draft = Omit<Entry, 'events'>;

export const EMPTY: Register = { schema: 'leadaudit/disputes@1', disputes: [] };
export const registerText = (all: Register): string => `${JSON.stringify(all, null, 1)}\n`;

/** Reads the register as it lies on the disk. */
export function readRegister(text: string, file: string): Register | Problem {
  const broken = (reason: string): Problem => problem('disputes_broken', { file }, { reason });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return broken('it is no JSON');
  }
  const parsed = register.safeParse(value);
  if (!parsed.success) return broken(`it is no register of disputes: ${parsed.error.issues[0]?.path.join('.')}`);
  return registerText(parsed.data) === text ? parsed.data : broken('its text is not the one that was written');
}

export const standingOf = ({ events }: Entry): Event => events.at(-1) as Event;

/** What a pack that is sent makes of a dispute that stands in the register already; `told` where it stays otherwise than the pack has it. */
function again(known: Entry, draft: Draft, on: PlainDate): { readonly entry: Entry; readonly told?: string } {
  const last = standingOf(known);
  if (isFinal(last.state))
    return { entry: known, told: `is ${last.state} at ${known.disputed} since ${last.on}, and stays so` };
  if (known.disputed === draft.disputed && known.reason === draft.reason) return { entry: known };
  const stands = `stands at ${known.disputed} (${known.reason}) since ${last.on}, and stays so: ${draft.disputed} (${draft.reason}) was`;
  if (on < last.on) return { entry: known, told: `${stands} sent before that, on ${on}` };
  if (isLate(draft, on) && Number(draft.disputed) > Number(known.disputed))
    return { entry: known, told: `${stands} sent after its window was over` };
  const note = `was ${known.disputed}, ${known.reason}`;
  return { entry: { ...draft, events: [...known.events, { on, state: 'open', amount: null, note }] } };
}

const isLate = ({ dispute_by: by }: Draft, on: PlainDate): boolean => by !== null && by.slice(0, 10) < on;

/**
 * Puts down what was sent on a day: a dispute that is sent again for another amount or another reason is open anew, as long as it is not decided. A dispute sent after its
 * window is over from the start.
 */
export function sent(all: Register, drafts: readonly Draft[], on: PlainDate): Register {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const known = new Set(all.disputes.map(({ id }) => id));
  return {
    ...all,
    disputes: [
      ...all.disputes.map((entry) => {
        const draft = byId.get(entry.id);
        return draft ? again(entry, draft, on).entry : entry;
      }),
      ...drafts
        .filter(({ id }) => !known.has(id))
        .map((draft): Entry => {
          const state = isLate(draft, on) ? 'expired' : 'open';
          return { ...draft, events: [{ on, state, amount: null, note: null }] };
        }),
    ],
  };
}

/** What is to be said of disputes of a period that stand otherwise than in the pack that is sent. */
export function standsOtherwise(
  all: Register,
  drafts: readonly Draft[],
  on: PlainDate,
  period: string,
  file: string,
): Problem[] {
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  return all.disputes.flatMap((entry) => {
    const draft = byId.get(entry.id);
    const { state, on: since } = standingOf(entry);
    const isGone = !draft && entry.id.startsWith(`${period} `) && !isFinal(state);
    const what = draft
      ? again(entry, draft, on).told
      : isGone
        ? `is ${state} since ${since}, and is not in this pack`
        : undefined;
    if (what === undefined) return [];
    const expected = isGone
      ? 'where it is not disputed any more, answer `withdraw` for it with --reply'
      : 'leadaudit dispute --status shows where it stands';
    return [problem('dispute_stands', { file }, { dispute: entry.id, what, expected })];
  });
}

/** What each answer makes of a dispute, and whether it needs an amount. */
const ANSWERS: Readonly<Record<string, { readonly state: DisputeState; readonly needsAmount: boolean }>> = {
  accept: { state: 'accepted', needsAmount: false },
  reject: { state: 'rebutted', needsAmount: false },
  counter: { state: 'rebutted', needsAmount: true },
  settle: { state: 'settled', needsAmount: true },
  withdraw: { state: 'withdrawn', needsAmount: false },
};

/** Takes down the answers of a day, all or none; an answer that stands there already changes nothing. */
export function answered(all: Register, replies: readonly Reply[], on: PlainDate, file: string): Register | Problem[] {
  const problems: Problem[] = [];
  const byId = new Map(all.disputes.map((each) => [each.id, each]));
  for (const { dispute, answer, amount, note, line } of replies) {
    const wrong = (reason: string, expected: string): void =>
      void problems.push(problem('bad_reply', { file, line }, { dispute, reason, expected }));
    const found = byId.get(dispute);
    const means = Object.hasOwn(ANSWERS, answer) ? ANSWERS[answer] : undefined;
    if (!found) wrong('no such dispute was sent', 'the `dispute` column of the pack, as it was sent');
    else if (!means) wrong(`"${answer}" is no answer`, `one of ${Object.keys(ANSWERS).join(', ')}`);
    else if (means.needsAmount && amount === null)
      wrong(`${answer} names no amount`, 'an amount such as 175.00 in `counter_amount`');
    else if (!means.needsAmount && amount !== null)
      wrong(
        `${answer} is for all of it, and ${amount} stands beside it`,
        '`counter` or `settle` for an amount, or none',
      );
    else if (amount !== null && !(Number(amount) >= 0 && Number(amount) <= Number(found.disputed)))
      wrong(
        `${amount} is no part of the ${found.disputed} that is disputed`,
        'what of the disputed amount is to be paid',
      );
    else {
      const last = standingOf(found);
      const next: Event = { on, state: means.state, amount: means.needsAmount ? amount : null, note };
      if (last.state === next.state && last.amount === next.amount) continue;
      if (isFinal(last.state))
        wrong(`it is ${last.state} since ${last.on}`, 'an answer to a dispute that is open or rebutted');
      else if (on < last.on) wrong(`it is ${last.state} since ${last.on}, after ${on}`, 'a later day for --on');
      else byId.set(dispute, { ...found, events: [...found.events, next] });
    }
  }
  return problems.length ? problems : { ...all, disputes: all.disputes.map((each) => byId.get(each.id) ?? each) };
}

/** Days from the first event to a day. */
export const ageOf = ({ events }: Entry, on: PlainDate): number => daysBetween(events[0]?.on ?? on, on);
