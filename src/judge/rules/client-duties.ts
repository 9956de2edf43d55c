import { z } from 'zod';
import type { Instant } from '../../model.ts';
import { isIn } from '../../sow/period.ts';
import { clause, duration } from '../../sow/scalars.ts';
import { termOf } from '../contract.ts';
import { defineRule, type Found } from '../rule.ts';

export const clientDuties = defineRule({
  title: 'What the client owes',
  does: 'Looks whether the client gave feedback, handed leads over and followed up in time. It moves no money by itself, and shows a buyer what the vendor may say.',
  why: "Late feedback and missing leads are the client's fault, and the audit is symmetric.",
  typical: [
    { param: 'feedback_within', value: '3 days', source: 'prospecthunter.com/terms-and-conditions' },
    {
      param: 'follow_up_within',
      value: '72 business hours at most; 24 hours is best practice',
      source: 'go.forrester.com (sales accepted leads)',
    },
  ],
  finds: ['late_feedback', 'late_handover', 'late_follow_up'],
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    feedback_within: duration().describe('a decision on a held meeting').optional(),
    handover_every: duration().describe('between two batches of leads').optional(),
    follow_up_within: duration().describe('a touch of an accepted lead').optional(),
  }),
  codes: {},
  find: ({ sow, clock, asOf, chains, known, files, period }): Found[] => {
    const day = (t: number): string => clock.zone.dateAt(t);
    // What ran out in the month is told in it, whenever it began.
    const hasRunOut = (end: Instant): boolean => end <= asOf && isIn(period, day(end));
    const feedback = chains.flatMap((chain): Found[] => {
      const held = chain.course.code === 'held' ? chain.course.slot : undefined;
      const from = held?.end ?? held?.start;
      const within = chain.terms.rules.client_duties?.feedback_within;
      if (!within || from === undefined) return [];
      const end = clock.endOf(from, within);
      if (!hasRunOut(end) || chain.decisions.some((d) => (d.at ?? Infinity) <= end)) return [];
      return [{ code: 'late_feedback', args: { id: chain.id, end: day(end) }, evidence: [chain.record.row] }];
    });
    const every = sow.rules.client_duties?.handover_every;
    const batches = [...known.handovers].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
    const last = termOf(sow).to;
    const gaps = batches.flatMap((batch, i): Found[] => {
      const next = batches[i + 1];
      const end = every && batch.at !== undefined ? clock.endOf(batch.at, every) : undefined;
      if (end === undefined || !hasRunOut(end) || (last !== undefined && day(end) > last)) return [];
      if ((next?.at ?? Infinity) <= end) return [];
      const args = { last: day(batch.at ?? end), end: day(end), at: next?.at === undefined ? 'never' : day(next.at) };
      return [{ code: 'late_handover', args, evidence: [batch.row, ...(next ? [next.row] : [])] }];
    });
    const hasTouches = files.some((f) => f.source === 'touches');
    const followUps = chains.flatMap((chain): Found[] => {
      const { state, at } = chain.acceptance;
      const within = chain.terms.rules.client_duties?.follow_up_within;
      if (!within || !hasTouches || at === undefined || (state !== 'explicit' && state !== 'deemed')) return [];
      const end = clock.endOf(at, within);
      const { email, domain } = chain.contact;
      const touched = known.touches.some(
        (t) =>
          (t.email !== undefined ? t.email === email : t.domain !== undefined && t.domain === domain) &&
          (t.at ?? 0) >= at &&
          (t.at ?? Infinity) <= end,
      );
      return !hasRunOut(end) || touched
        ? []
        : [{ code: 'late_follow_up', args: { id: chain.id, end: day(end) }, evidence: [chain.record.row] }];
    });
    return [...feedback, ...gaps, ...followUps];
  },
});
