import type { PlainDate } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import { endOfContract } from './rules/termination.ts';

/** First and last day of the contract, as far as they are set: a given notice ends it before `sow.ends`. */
export function termOf({ sow, rules, clock }: Sow): { from: PlainDate | undefined; to: PlainDate | undefined } {
  const ended = rules.termination && endOfContract(rules.termination, clock);
  const notice = ended && clock.zone.dateAt(ended.end);
  const ends = [sow.ends, notice].flatMap((day) => day ?? []).sort();
  return { from: sow.starts, to: ends[0] };
}
