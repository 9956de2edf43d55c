import { groupBy } from '../../link/grouped.ts';
import { NOT_MATURED } from '../catalogue.ts';
import { defineAnomaly } from './anomaly.ts';
import { slotsIn } from './slots.ts';

const LEAST_SLOTS = 30;

export const showRateImplausible = defineAnomaly({
  id: 'A24',
  title: 'A show rate too good to be true',
  does: `Every matured slot claimed as held, of the vendor or of one agent, from ${LEAST_SLOTS} slots on.`,
  caution: 'An export of held meetings alone.',
  needs: ['meetings'],
  month: (context) => {
    const matured = slotsIn(context).flatMap(({ slot }) => {
      const outcome = slot.claimedOutcome?.outcome;
      return outcome !== undefined && !NOT_MATURED.includes(outcome) ? [{ slot, outcome }] : [];
    });
    const agents = groupBy(
      matured.filter(({ slot }) => slot.record.agent !== undefined),
      ({ slot }) => slot.record.agent ?? '',
    );
    return [{ subject: '', own: matured }, ...agents.map((own) => ({ subject: own[0]?.slot.record.agent ?? '', own }))]
      .filter(({ own }) => own.length >= LEAST_SLOTS)
      .map(({ subject, own }) => {
        const held = own.filter(({ outcome }) => outcome === 'held').length;
        return {
          subject,
          n: own.length,
          statistic: held / own.length,
          threshold: 1,
          isOver: held === own.length,
          says: `${held} of ${own.length} matured slots are claimed as held`,
          rows: [],
        };
      });
  },
});
