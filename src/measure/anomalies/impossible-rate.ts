import { plural, withCommas } from '../../problems/sentence.ts';
import { isOutbound } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly } from './anomaly.ts';

/** A power dialer's bound; a person who dials by hand hardly makes 60. */
const DIALS = 200;
const HOUR_MS = 3_600_000;

export const impossibleRate = defineAnomaly({
  id: 'A3',
  title: 'More dials than an hour holds',
  does: `Outbound calls of one named agent in one hour of the clock; a signal above ${DIALS}, the bound of a power dialer (by hand it is about 60).`,
  caution: 'A parallel dialer may book several lines to one agent.',
  needs: ['calls'],
  calls: (): CallFold => {
    const agents = new ByAgent(() => new Map<number, number>());
    return {
      add({ agent, started_at: at, direction }) {
        if (at === undefined || agent === undefined || !isOutbound(direction)) return;
        const own = agents.of(agent);
        const hour = Math.floor(at / HOUR_MS);
        own.set(hour, (own.get(hour) ?? 0) + 1);
      },
      trials: (month) =>
        agents.entries().map(([subject, hours]) => {
          const [hour, most] = [...hours].sort(([h, a], [i, b]) => b - a || h - i)[0] ?? [0, 0];
          const over = [...hours.values()].filter((dials) => dials > DIALS).length;
          return {
            subject,
            n: hours.size,
            statistic: most,
            threshold: DIALS,
            isOver: over > 0,
            says: `${withCommas(most)} dials in the hour from ${month.sow.clock.zone.format(hour * HOUR_MS)}; ${plural(over, 'hour')} above ${DIALS}`,
            rows: [],
          };
        }),
    };
  },
});
