import { UNDATED } from '../link/slots.ts';
import type { ChainFacts, JudgeContext } from './facts.ts';
import type { Saying } from './rule.ts';

/** The sentences of the SOW's own term. */
export const TERM_CODES: Readonly<Record<string, string>> = {
  no_billable_event: 'the rules do not say what is paid for (rules.billable)',
  out_of_term: 'booked on {at}, outside the term of the SOW ({starts} to {ends})',
  after_term: 'held on {at}, after the SOW ended on {ends}',
};

/** Whether a chain lies inside the term: booked on or after the first day, and booked and held by the last. */
export function termSayings(chain: ChainFacts, { sow, clock }: JudgeContext): Saying[] {
  const { starts, ends } = sow.sow;
  if (chain.bookedAt === UNDATED) return [];
  const booked = clock.zone.dateAt(chain.bookedAt);
  const args = { starts: starts ?? 'open', ends: ends ?? 'open' };
  if ((starts && booked < starts) || (ends && booked > ends))
    return [{ code: 'out_of_term', result: 'fail', args: { ...args, at: booked } }];
  const { slot, result } = chain.course;
  const held =
    chain.occurs && result === 'pass' && slot?.start !== undefined ? clock.zone.dateAt(slot.start) : undefined;
  const tail = sow.rules.termination?.tail;
  const last = ends && (tail ? clock.zone.dateAt(clock.endOf(clock.zone.endOf(ends), tail)) : ends);
  if (last && held && held > last) return [{ code: 'after_term', result: 'fail', args: { ...args, at: held } }];
  return [];
}

/** Without an event nothing can be called billable. */
export function eventSayings({ sow }: JudgeContext): Saying[] {
  return sow.rules.billable ? [] : [{ code: 'no_billable_event', result: 'review', needs: ['rules.billable'] }];
}
