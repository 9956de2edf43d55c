import { z } from 'zod';
import type { Problem } from '../problems/problem.ts';
import { readEntries } from './entries.ts';
import { date, text } from './scalars.ts';

/** A verdict or finding that a person overruled; every part is mandatory, so that it can be answered for. */
const waiver = z
  .strictObject({
    id: text().describe('a claim line, meeting, lead or chain').optional(),
    code: text().describe('a reason or a finding').optional(),
    decision: z.enum(['billable', 'not_billable', 'ignore']).describe('the verdict, or that a finding is known'),
    by: text(),
    reason: text(),
    expires: date().describe('the last day on which it holds'),
  })
  .refine((w) => (w.id === undefined) !== (w.code === undefined), { error: 'needs either `id` or `code`' });
export type Waiver = z.output<typeof waiver> & { readonly line: number };

/** Reads a file of waivers: a list of entries. */
export function readWaivers(
  content: string,
  file: string,
): { waivers: readonly Waiver[]; problems: readonly Problem[] } {
  const { entries, problems } = readEntries(content, file, { schema: waiver, one: 'waiver', many: 'waivers' });
  return { waivers: entries, problems };
}
