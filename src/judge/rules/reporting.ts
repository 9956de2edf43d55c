import { z } from 'zod';
import { clause, duration, share, text } from '../../sow/scalars.ts';
import { foldWord } from '../mute-calls.ts';
import { reportOf } from '../report-due.ts';
import { defineRule, type Found } from '../rule.ts';

export const reporting = defineRule({
  title: 'What the vendor must report, and when',
  does: 'Looks whether the drop came in time, whether the fields that the SOW requires are filled, and whether outcomes that need a reason have one. It moves no money by itself.',
  why: 'A report that comes late or with empty cells cannot be checked in time.',
  typical: [
    {
      param: 'due',
      value: 'weekly, with the invoice',
      source: 'MCI call center agreement (sec.gov, 1017958, ex. 10.45)',
    },
  ],
  finds: ['late_report', 'missing_field', 'low_fill', 'missing_reason'],
  stage: 'submission',
  params: z.strictObject({
    clause: clause(),
    due: duration().describe('after the end of the period').optional(),
    required: z.array(text()).describe('fields that must be filled').optional(),
    reason_required_for: z.array(text()).describe('outcomes that need a reason').optional(),
    fill: share().describe('share of rows that must have the required fields; default all').optional(),
  }),
  codes: {},
  find: ({ sow, clock, period, known, files, muteCalls }): Found[] => {
    const terms = sow.rules.reporting;
    if (!terms) return [];
    const { rows, due, received } = reportOf(sow, period, known, files);
    const late: Found[] =
      due !== undefined && received !== undefined && received > due
        ? [
            {
              code: 'late_report',
              args: { at: clock.zone.format(received).slice(0, 16), due: clock.zone.format(due).slice(0, 16) },
              evidence: [],
            },
          ]
        : [];
    const gaps = (terms.required ?? []).flatMap((field): Found[] => {
      const empty = rows.filter((row) => row.raw[field] === undefined);
      const least = terms.fill ? terms.fill.amount / 10 ** terms.fill.scale : 1;
      if (!empty.length || (rows.length - empty.length) / rows.length >= least) return [];
      const code = terms.fill ? 'low_fill' : 'missing_field';
      const args = { field, empty: empty.length, filled: rows.length - empty.length, rows: rows.length };
      return [{ code, args, evidence: empty.map((row) => row.row) }];
    });
    const wanted = new Set((terms.reason_required_for ?? []).map(foldWord));
    const mute = rows.filter(
      (row) =>
        row.reason === undefined &&
        (wanted.has(foldWord(row.outcome ?? '')) || wanted.has(foldWord(row.raw.outcome ?? ''))),
    );
    const silent = mute.length + muteCalls.count;
    const unreasoned: Found[] = silent
      ? [
          {
            code: 'missing_reason',
            args: { rows: silent, outcomes: [...wanted].join(', ') },
            evidence: [...mute.map((row) => row.row), ...muteCalls.first],
          },
        ]
      : [];
    return [...late, ...gaps, ...unreasoned];
  },
});
