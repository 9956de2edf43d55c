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

/** Puts down what was sent on a day; what stands in the register stays. A dispute sent after its window is over from the start. */
export function sent(all: Register, drafts: readonly Draft[], on: PlainDate): Register {
  const known = new Set(all.disputes.map(({ id }) => id));
  const fresh = drafts.filter(({ id }) => !known.has(id));
  return {
    ...all,
    disputes: [
      ...all.disputes,
      ...fresh.map((draft): Entry => {
        const isLate = draft.dispute_by !== null && draft.dispute_by.slice(0, 10) < on;
        return { ...draft, events: [{ on, state: isLate ? 'expired' : 'open', amount: null, note: null }] };
      }),
    ],
  };
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
