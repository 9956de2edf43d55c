import type { JudgedChain } from '../../judge/facts.ts';
import { groupBy } from '../../link/grouped.ts';
import { plural, withCommas } from '../../problems/sentence.ts';
import { isIn } from '../../sow/period.ts';
import { NOT_MATURED } from '../catalogue.ts';
import { type Share, twoProportions } from '../statistics.ts';
import { defineAnomaly, type MonthContext, percent } from './anomaly.ts';

const LEAST_SLOTS = 30;
/** Of z, at 5 % to both sides. */
const CRITICAL = 1.96;

export const controlGroup = defineAnomaly({
  id: 'A16',
  title: 'Against another vendor or the own team',
  does: `The share of slots that were found held, against each other vendor of the drop (rows with another \`vendor\`), two proportions (z), from ${LEAST_SLOTS} slots of each on.`,
  caution: 'Accounts are not dealt out at random.',
  needs: ['meetings'],
  month: (context) => {
    const own = heldOf(context.chains, context);
    return groupBy(context.others, ({ record }) => record.vendor ?? '').flatMap((theirs) => {
      const other = heldOf(theirs, context);
      if (own.n < LEAST_SLOTS || other.n < LEAST_SLOTS) return [];
      const { z, p } = twoProportions(own, other);
      return [
        {
          subject: theirs[0]?.record.vendor ?? '',
          n: own.n + other.n,
          statistic: z,
          threshold: CRITICAL,
          p,
          isOver: Math.abs(z) > CRITICAL,
          says: `${percent(own.count / own.n)} of ${plural(own.n, 'slot')} held, theirs ${percent(other.count / other.n)} of ${withCommas(other.n)}`,
          rows: [],
        },
      ];
    });
  },
});

function heldOf(chains: readonly JudgedChain[], { sow, period }: MonthContext): Share {
  const outcomes = chains.flatMap((chain) =>
    chain.slots.flatMap(({ start, happened }) =>
      start !== undefined &&
      happened &&
      isIn(period, sow.clock.zone.dateAt(start)) &&
      !NOT_MATURED.includes(happened.outcome)
        ? [happened.outcome]
        : [],
    ),
  );
  return { count: outcomes.filter((outcome) => outcome === 'held').length, n: outcomes.length };
}
