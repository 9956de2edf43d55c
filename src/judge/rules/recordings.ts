import { z } from 'zod';
import { isIn } from '../../sow/period.ts';
import { clause, duration } from '../../sow/scalars.ts';
import { defineRule, type Found, type Saying } from '../rule.ts';

export const recordings = defineRule({
  title: 'Recordings',
  does: 'Asks for a recording of each meeting that was held, and compares its length with the length that the vendor states.',
  why: 'A recording is the only proof of what was said; the SOW may owe one for each meeting.',
  typical: [
    {
      param: 'required_for',
      value: 'recordings are kept for more than two years; the vendor is liable for what it cannot produce',
      source: 'RMH Teleservices agreement (contracts.justia.com, 1122843)',
    },
  ],
  finds: ['not_recorded', 'recording_length'],
  stage: 'attendance',
  needs: ['recordings'],
  params: z.strictObject({
    clause: clause(),
    required_for: z
      .array(z.enum(['held']))
      .describe('what must have been recorded')
      .default(['held']),
    tolerance: duration().describe('by how much the lengths may differ').optional(),
    missing: z.enum(['finding', 'review', 'not_billable']).describe('what a missing recording does').default('finding'),
  }),
  codes: {
    recorded: 'the meeting of {at} was recorded',
    not_recorded: 'no recording of the meeting of {at} is known to the client',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const { slot } = chain.course;
    const isOwed = params.required_for.includes('held') && chain.occurs && chain.course.code === 'held';
    if (!isOwed || !slot || params.missing === 'finding') return [];
    const args = { at: ctx.clock.zone.dateAt(slot.start ?? chain.deliveredAt) };
    const [recording] = slot.evidence.recordings;
    if (recording) return [{ code: 'recorded', result: 'pass', args, evidence: [recording.row] }];
    return [
      { code: 'not_recorded', result: params.missing === 'review' ? 'review' : 'fail', args, needs: ['the recording'] },
    ];
  },
  find: ({ chains, sow, clock, period }): Found[] => {
    const held = chains.filter(({ occurs, course }) => occurs && course.code === 'held');
    return held.flatMap((chain): Found[] => {
      const terms = chain.terms.rules.recordings;
      if (!terms?.required_for.includes('held')) return [];
      const { slot } = chain.course;
      const [recording] = slot?.evidence.recordings ?? [];
      const at = clock.zone.dateAt(slot?.start ?? chain.deliveredAt);
      if (!isIn(period, at)) return [];
      if (!recording)
        return terms.missing === 'finding'
          ? [{ code: 'not_recorded', args: { id: chain.id, at }, evidence: [chain.record.row] }]
          : [];
      const stated = slot?.record.recording_duration;
      const off = stated === undefined || recording.duration === undefined ? 0 : Math.abs(stated - recording.duration);
      if (!terms.tolerance || off <= sow.seconds(terms.tolerance)) return [];
      return [
        {
          code: 'recording_length',
          args: { id: chain.id, stated: stated ?? 0, found: recording.duration ?? 0 },
          evidence: [chain.record.row, recording.row],
        },
      ];
    });
  },
});
