import { z } from 'zod';
import { cellPlacesOf } from '../../link/completed.ts';
import { cellOf, criteria, every, type Facts, type Finding, hold, type Truth } from '../../sow/criteria.ts';
import { clause, count } from '../../sow/scalars.ts';
import type { Sow } from '../../sow/sow.ts';
import type { ChainFacts } from '../facts.ts';
import { defineRule, type Saying } from '../rule.ts';

const PERSONA = new Set(['title']);
const ANSWERS = new Set(['budget', 'authority', 'need', 'timing']);

export const qualification = defineRule({
  title: 'Who counts as qualified',
  does: 'Holds every criterion against the facts of the lead: met, not met, or not known. A fact that nobody knows never becomes a pass: it does what `unknown` says.',
  why: 'A meeting with the wrong company or the wrong person is worth nothing; the SOW says which is right.',
  typical: [
    {
      param: 'criteria',
      value: 'function IT and manager or above; or any C-level of a line of business',
      source: 'pureb2b.com/policies',
    },
    {
      param: 'criteria',
      value: 'budget, authority, need and timeline',
      source: 'lawinsider.com/clause/qualified-lead',
    },
  ],
  stage: 'qualification',
  params: z.strictObject({
    clause: clause(),
    as_of: z.enum(['booked', 'held']).describe('which title, headcount ... is read').default('booked'),
    unknown: z.enum(['review', 'pass', 'fail']).describe('what a missing fact does').default('review'),
    criteria: criteria.describe('every line must hold; a field of the lead, or a named answer'),
    require: z
      .union([z.literal('all'), z.strictObject({ at_least: count() })], {
        error: 'expected `all` or `{ at_least: N }`',
      })
      .describe('how many of the criteria must hold')
      .default('all'),
  }),
  codes: {
    icp_mismatch: '{field} is {value}, which the clause does not allow',
    persona_mismatch: 'the title {value} is not one that the clause allows',
    answer_failed: 'the answer to {field} is {value}, which the clause does not allow',
    answer_missing: '{field} is not known',
    title_unmapped: 'no level or function can be read from the title {value}',
    qualified: 'every criterion is met',
    enough_met: '{met} of {all} criteria are met; the clause asks for {least}',
    unknown_passes: '{fields} is not known, and passes by the clause',
  },
  judge: (chain, params, ctx): readonly Saying[] => {
    const facts = factsOf(chain, params.as_of, ctx.sow);
    const findings = hold(params.criteria, facts.lookup, ctx.sow.titles);
    const truth = total(findings, params.require);
    const unknown = params.unknown === 'pass' ? 'yes' : params.unknown === 'fail' ? 'no' : 'unknown';
    const overall = truth === 'unknown' ? unknown : truth;
    const evidence = facts.rows;
    if (overall === 'yes')
      return [{ code: 'qualified', ...whyQualified(findings, truth, params.require), result: 'pass', evidence }];
    const result = overall === 'no' ? 'fail' : 'review';
    return findings
      .filter((f) => (truth === 'unknown' ? f.truth === 'unknown' : f.truth === 'no'))
      .map(
        (f): Saying => ({
          code: codeOf(f),
          result,
          args: { field: f.field, value: f.value === undefined ? 'unknown' : `"${f.value}"` },
          evidence,
          ...(result === 'review' ? { needs: [f.field] } : {}),
        }),
      );
  },
});

/** How a lead qualifies of which not every criterion is met. */
function whyQualified(
  findings: readonly Finding[],
  truth: Truth,
  require: 'all' | { at_least: number },
): Pick<Saying, 'sentence' | 'args'> {
  const fields = findings.flatMap((f) => (f.truth === 'unknown' ? f.field : []));
  if (truth === 'unknown') return { sentence: 'unknown_passes', args: { fields: fields.join(', ') } };
  const met = findings.filter((f) => f.truth === 'yes').length;
  if (require === 'all' || met === findings.length) return {};
  return { sentence: 'enough_met', args: { met, all: findings.length, least: require.at_least } };
}

function total(findings: readonly Finding[], require: 'all' | { at_least: number }): Truth {
  const truths = findings.map((f) => f.truth);
  if (require === 'all') return every(truths);
  const met = truths.filter((t) => t === 'yes').length;
  if (met >= require.at_least) return 'yes';
  return met + truths.filter((t) => t === 'unknown').length >= require.at_least ? 'unknown' : 'no';
}

function codeOf({ field, truth, unmapped }: Finding): string {
  if (truth === 'unknown') return unmapped ? 'title_unmapped' : 'answer_missing';
  if (PERSONA.has(field)) return 'persona_mismatch';
  return ANSWERS.has(field) || field.startsWith('answers.') ? 'answer_failed' : 'icp_mismatch';
}

/** The lead's facts as known at booking or when held: that row's cells first, gaps filled from the chain's other rows. */
function factsOf(
  chain: ChainFacts,
  asOf: 'booked' | 'held',
  { clock }: Sow,
): { lookup: Facts; rows: ChainFacts['record']['row'][] } {
  const held = chain.course.slot;
  const first = asOf === 'held' && held ? held.record : chain.record;
  const rows = [first, ...chain.slots.map((slot) => slot.record)];
  const seenTitle =
    asOf === 'held'
      ? held?.evidence.attendance.find((p) => p.title && p.email !== undefined && p.email === first.email)?.title
      : undefined;
  return {
    rows: cellPlacesOf(first),
    lookup: (field) => {
      if (field === 'title' && seenTitle) return seenTitle;
      for (const row of rows) {
        const value =
          cellOf(row, field, clock.zone) ?? row.answers?.[field] ?? row.answers?.[field.replace(/^answers\./, '')];
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}
