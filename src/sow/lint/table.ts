import { amendmentAfterEnd, holidaysEnd, noHolidays, overHoliday, overWeekend } from './calendar.ts';
import type { LintCheck } from './check.ts';
import { missingReceived, missingSource, neverProven } from './needed-sources.ts';
import {
  capNeverCarries,
  classWithoutPrice,
  cureOfNothing,
  eventNeverReached,
  noPrice,
  priceNeverApplies,
  tierAboveCap,
  unknownWord,
  windowNeverEnds,
  withoutPartner,
} from './never-applies.ts';
import { silent } from './silences.ts';
import {
  minimumAboveCap,
  sharedClause,
  twoChainLengths,
  twoCredits,
  twoDecisionWindows,
  twoEnds,
  twoPrices,
  twoWaits,
  volumeOverMonths,
} from './two-values.ts';
import { unknownFact } from './unknown-facts.ts';

/** Every check of `lint`, by its code. A new check is one row here and one page in `test/lint`. */
export const LINTS: Readonly<Record<string, LintCheck>> = {
  two_decision_windows: twoDecisionWindows,
  two_chain_lengths: twoChainLengths,
  two_waits: twoWaits,
  two_ends: twoEnds,
  two_prices: twoPrices,
  two_credits: twoCredits,
  minimum_above_cap: minimumAboveCap,
  volume_over_months: volumeOverMonths,
  shared_clause: sharedClause,
  window_never_ends: windowNeverEnds,
  tier_above_cap: tierAboveCap,
  cap_never_carries: capNeverCarries,
  amendment_after_end: amendmentAfterEnd,
  price_never_applies: priceNeverApplies,
  unknown_fact: unknownFact,
  unknown_word: unknownWord,
  missing_source: missingSource,
  never_proven: neverProven,
  missing_received: missingReceived,
  event_never_reached: eventNeverReached,
  without_partner: withoutPartner,
  cure_of_nothing: cureOfNothing,
  class_without_price: classWithoutPrice,
  no_price: noPrice,
  no_holidays: noHolidays,
  holidays_end: holidaysEnd,
  over_holiday: overHoliday,
  over_weekend: overWeekend,
  silent,
};
