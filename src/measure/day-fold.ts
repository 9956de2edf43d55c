import type { Instant, PlainDate } from '../model.ts';
import type { Call } from '../read/records.ts';
import { isIn, type Period } from '../sow/period.ts';
import type { Zone } from '../sow/zone.ts';

/** Takes calls of a period while they stream past; nothing of a call is kept but what it needs. Their order changes nothing. */
export interface DayFold {
  readonly period: Period;
  /** `day` is the day of the call in the zone of the SOW. */
  add(call: Call, day: PlainDate): void;
}

/** Gives each call that was made by as-of to the folds of its day. */
export function dated(folds: readonly DayFold[], zone: Zone, asOf: Instant): { add(calls: readonly Call[]): void } {
  /** The folds of a day: days are few. */
  const known = new Map<PlainDate, readonly DayFold[]>();
  const foldsOf = (day: PlainDate): readonly DayFold[] => {
    const found = folds.filter(({ period }) => isIn(period, day));
    known.set(day, found);
    return found;
  };
  return {
    add(calls) {
      for (const call of calls) {
        const at = call.started_at;
        if (at === undefined || at > asOf) continue;
        const day = zone.dateAt(at);
        for (const fold of known.get(day) ?? foldsOf(day)) fold.add(call, day);
      }
    },
  };
}
