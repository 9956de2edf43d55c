import { groupBy } from '../../link/grouped.ts';
import { plural, withCommas } from '../../problems/sentence.ts';
import { NOT_MATURED } from '../catalogue.ts';
import { againstOthers, RARE } from './against-others.ts';
import { defineAnomaly, percent, type Trial } from './anomaly.ts';
import { slotsIn } from './slots.ts';

const LEAST_SLOTS = 30;
/** An agent with half the misses of the others is far above them. */
const FEWER = 2;

export const showRateImplausible = defineAnomaly({
  id: 'A24',
  title: 'A show rate too good to be true',
  does: `Every matured slot of the vendor claimed as held, from ${LEAST_SLOTS} slots on; an agent against the rest of the floor (Fisher's exact test), from ${LEAST_SLOTS} slots of each on, with at most 1/${FEWER} of their share of slots that were not held and p below ${RARE}.`,
  caution: 'An export of held meetings alone.',
  needs: ['meetings'],
  month: (context) => {
    const matured = slotsIn(context).flatMap(({ slot }) => {
      const outcome = slot.claimedOutcome?.outcome;
      const { agent = '' } = slot.record;
      return outcome !== undefined && !NOT_MATURED.includes(outcome) ? [{ agent, isHeld: outcome === 'held' }] : [];
    });
    const countOf = (subject: string, own: typeof matured) => ({
      subject,
      n: own.length,
      count: own.filter(({ isHeld }) => isHeld).length,
    });
    const agents = groupBy(matured, ({ agent }) => agent).map((own) => countOf(own[0]?.agent ?? '', own));
    const { n, count } = countOf('', matured);
    const whole: Trial = {
      subject: '',
      n,
      statistic: count / n,
      threshold: 1,
      isOver: count === n,
      says: `claimed as held: ${withCommas(count)} of ${plural(n, 'matured slot')}`,
      rows: [],
    };
    const named = againstOthers(agents, LEAST_SLOTS, 'upper').filter(({ subject }) => subject !== '');
    return [
      ...(n < LEAST_SLOTS ? [] : [whole]),
      ...named.map((own) => ({
        subject: own.subject,
        n: own.n,
        statistic: own.rate,
        threshold: own.others,
        p: own.p,
        isOver: FEWER * (1 - own.rate) <= 1 - own.others && own.p < RARE,
        says: `claimed as held: ${withCommas(own.count)} of ${plural(own.n, 'matured slot')}; of the others' slots ${percent(own.others)}`,
        rows: [],
      })),
    ];
  },
});
