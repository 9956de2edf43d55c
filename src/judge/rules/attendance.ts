import { z } from 'zod';
import { isAtLeast } from '../../sow/criteria.ts';
import { clause, duration } from '../../sow/scalars.ts';
import type { Ladder } from '../../sow/titles.ts';
import type { SlotFacts } from '../facts.ts';
import { isBooked, presenceOf } from '../presence.ts';
import { defineRule, type Saying } from '../rule.ts';

export const attendance = defineRule({
  title: 'Who must come, and for how long',
  does: 'Reads the conference log: who was there for the prospect and for the client, and how long both were there together. Without a log it says nothing; what proves the meeting is then for the evidence clause.',
  why: 'A meeting of two minutes, or with an intern in place of the director, is not what was sold.',
  typical: [
    {
      param: 'attendee',
      value: 'at least two people, one of each side',
      source: 'cience.com/pay-for-appointment-terms',
    },
    { param: 'overlap', value: 'meetings of 30 minutes', source: 'thebdrs.com/terms_of_service' },
  ],
  stage: 'attendance',
  params: z.strictObject({
    clause: clause(),
    attendee: z
      .enum(['booked', 'same_account_same_level', 'same_account'])
      .describe(
        'who must come for the prospect: the booked person, somebody of at least that level, or anybody of the account',
      )
      .default('same_account'),
    overlap: duration().describe('how long both sides must be present; pieces add, gaps do not').optional(),
    late_grace: duration().describe('how late a side may join').optional(),
    wait: duration().describe('how long one side must wait before the other is a no-show').optional(),
  }),
  codes: {
    attended: 'both sides were present for {present}',
    no_log: 'no conference log: the evidence clause alone decides',
    under_duration: 'both sides were present for {present} on {at}; the clause asks for {overlap}',
    attendee_mismatch: 'nobody whom the clause asks for was present long enough on {at} ({present})',
    title_unmapped: 'who came on {at} has no title from which a level can be read',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const { slot } = chain.course;
    const happened = slot?.happened;
    if (!chain.occurs || !slot || !happened || !['held', 'short', 'short_client'].includes(happened.outcome)) return [];
    const log = happened.presence;
    if (!log || happened.kinds.has('silence')) return [{ code: 'no_log', result: 'pass' }];
    const overlap = params.overlap?.text ?? '0 s';
    const at = ctx.clock.zone.dateAt(slot.start ?? 0);
    const evidence = happened.evidence;
    const says = (code: string, result: Saying['result'], seconds: number, rest: Partial<Saying> = {}): Saying[] => [
      { code, result, args: { present: spell(seconds), overlap, at }, evidence, ...rest },
    ];
    if (happened.outcome === 'short') return says('under_duration', 'fail', log.both);
    if (happened.outcome === 'short_client' || params.attendee === 'same_account')
      return says('attended', 'pass', log.both);

    const least = ctx.sow.seconds(params.overlap);
    const by = (accept: (level: Acceptability) => boolean): number =>
      presenceOf(slot.evidence.attendance, slot.sides, (p) =>
        accept(acceptability(p, slot, params.attendee, ctx.sow.titles)),
      ).both;
    const surely = by((a) => a === 'yes');
    if (surely > 0 && surely >= least) return says('attended', 'pass', surely);
    const perhaps = by((a) => a !== 'no');
    return perhaps > 0 && perhaps >= least
      ? says('title_unmapped', 'review', perhaps, { needs: ['the title of the person who came'] })
      : says('attendee_mismatch', 'fail', surely);
  },
});

type Acceptability = 'yes' | 'no' | 'unknown';

function acceptability(
  p: SlotFacts['evidence']['attendance'][number],
  slot: SlotFacts,
  attendee: 'booked' | 'same_account_same_level' | 'same_account',
  { levelOf }: Ladder,
): Acceptability {
  if (isBooked(p, slot.sides)) return 'yes';
  if (attendee === 'booked') return 'no';
  const booked = slot.record.title === undefined ? undefined : levelOf(slot.record.title);
  const theirs = p.title === undefined ? undefined : levelOf(p.title);
  if (booked === undefined || theirs === undefined) return 'unknown';
  return isAtLeast(theirs, booked) ? 'yes' : 'no';
}

/** Seconds as `17 min 30 s`. */
function spell(seconds: number): string {
  const [min, s] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  return min === 0 ? `${s} s` : s === 0 ? `${min} min` : `${min} min ${s} s`;
}
