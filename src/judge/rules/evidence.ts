import { z } from 'zod';
import { isDayAlone } from '../../link/identity/times.ts';
import { EVIDENCE_KINDS } from '../../model.ts';
import type { Clock } from '../../sow/clock.ts';
import { clause } from '../../sow/scalars.ts';
import { HELD } from '../course.ts';
import type { SlotFacts } from '../facts.ts';
import { settledBy } from '../needs.ts';
import { sideOf } from '../presence.ts';
import { defineRule, type Saying } from '../rule.ts';
import { familyOf, partyOf, statementsOf } from '../statements.ts';

const kinds = () => z.array(z.enum(EVIDENCE_KINDS)).min(1);

/** What leaves a slot open although something is known of it: strangers in its log, or words that do not say whose it was. */
function becauseOf(slot: SlotFacts, at: string, { zone }: Clock): Partial<Saying> {
  const strangers = slot.evidence.attendance.filter((p) => sideOf(p, slot.sides) === 'unknown');
  const who = [...new Set(strangers.map((p) => p.name ?? p.email ?? '?'))].join(', ');
  if (who) return { sentence: 'strangers', args: { at, who }, needs: [`who ${who} is`] };
  const statements = statementsOf(slot, slot.evidence, slot.sides);
  if (statements.every(({ word }) => word === 'held')) return {};
  const said = [...new Set(statements.map(({ kind, word }) => `${kind} ${word}`))].join(', ');
  const isMoveOfSome = statements.every(({ word }) => familyOf(word) === 'moved' && partyOf(word));
  const days = [slot.start, ...statements.map((s) => s.at)].filter((t) => t !== undefined && isDayAlone(t, zone));
  if (isMoveOfSome && days.length)
    return { sentence: 'no_time', args: { at, said }, needs: ['the hour of the meeting and of its move'] };
  return { sentence: 'unsettled', args: { at, said }, needs: ['what happened, and by whom'] };
}

export const evidence = defineRule({
  title: 'What proves a meeting',
  does: 'Ranks what is known of a slot. The strongest source decides, a weaker one fills a gap, and two of one rank that contradict each other are a question. What is not proven as the clause asks is review, or counts as held where the client owes the proof.',
  why: "A vendor's own word is the claim, not its proof.",
  typical: [
    {
      param: 'enough',
      value: 'a recording of an answered call less than 7 days old; else it is not reviewed and stays billable',
      source: 'support.servicedirect.com/lead-review',
    },
  ],
  stage: 'occurrence',
  params: z.strictObject({
    clause: clause(),
    held: kinds()
      .describe('strongest first; lower fills a gap, never overrules')
      .default([...EVIDENCE_KINDS]),
    enough: kinds()
      .describe('at least one of these, else review')
      .default([...EVIDENCE_KINDS]),
    burden: z
      .enum(['vendor', 'client'])
      .describe('vendor: missing proof is review; client: missing proof counts as held')
      .default('vendor'),
  }),
  codes: {
    proven: 'proven by {kinds}',
    unproven: 'the slot of {at} is not proven by any of {enough}',
    unsettled: 'of the slot of {at} is said: {said}; that does not settle what happened',
    no_time: 'of the slot of {at} is said: {said}; the notice hangs on an hour that no row says',
    strangers: 'in the log of {at} is {who}, of whom nobody knows which side they are on',
    two_outcomes: 'one drop holds the slot of {at} twice, with different outcomes',
    evidence_conflict: 'client rows may or may not be of the slot of {at}',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    if (!chain.occurs) return [];
    const enough = params.enough.filter((kind) => params.held.includes(kind));
    const needs = [`one of ${enough.join(', ')}`];
    const { course } = chain;
    // What follows a slot that was held, or that the client closed the chain by, decides nothing; any other is followed by none that happened.
    const last = course.slot ? chain.slots.indexOf(course.slot) : chain.slots.length;
    return chain.slots.slice(0, last + 1).flatMap((slot): Saying[] => {
      const happened = slot.happened;
      if (!happened || happened.outcome === 'future') return [];
      const at = ctx.clock.zone.dateAt(slot.start ?? 0);
      if (slot.evidence.doubtful.length) {
        return [
          {
            code: 'evidence_conflict',
            result: 'review',
            args: { at },
            evidence: slot.evidence.doubtful.map((row) => row.row),
            needs: [settledBy('whether these rows are its evidence', '`leadaudit review` asks')],
          },
        ];
      }
      if (slot.contradicts) {
        return [
          {
            code: 'evidence_conflict',
            sentence: 'two_outcomes',
            result: 'review',
            args: { at },
            evidence: [slot.record, ...slot.copies].map((row) => row.row),
            needs: ['which of the two rows is right'],
          },
        ];
      }
      const isUnproven = happened.outcome === 'unproven';
      if (!isUnproven && !HELD.has(happened.outcome)) return [];
      const supports = [...happened.kinds].filter((kind) => kind === 'silence' || enough.includes(kind));
      if (!isUnproven && (supports.length || params.burden === 'client')) {
        return [
          {
            code: 'proven',
            result: 'pass',
            args: { kinds: supports.join(', ') || "no source (the burden is the client's)" },
            evidence: happened.evidence,
          },
        ];
      }
      return [
        {
          code: 'unproven',
          result: 'review',
          args: { at, enough: enough.join(', ') },
          evidence: happened.evidence,
          needs,
          ...(isUnproven ? becauseOf(slot, at, ctx.clock) : {}),
        },
      ];
    });
  },
});
