import { fill } from '../../problems/sentence.ts';
import { isOutbound } from '../../read/records.ts';
import { ByAgent, type CallFold, defineAnomaly, FirstRows } from './anomaly.ts';

export const callingHours = defineAnomaly({
  title: 'Calls outside the calling hours of the called number',
  does: 'Outbound calls that begin outside the hours that the calendar of `checks.calling_hours` gives for the number and the day, in its zone. Numbers that it does not know are not tested.',
  caution: 'The calendar is yours: no legal table is built in. A mobile number may be elsewhere than its prefix says.',
  needs: ['calls'],
  calls: ({ sow: { callingHours: calendar } }): CallFold => {
    const agents = new ByAgent(() => ({ calls: 0, outside: new FirstRows(), source: '' }));
    return {
      add({ agent, started_at: at, phone, direction, row }) {
        if (at === undefined || phone === undefined || !isOutbound(direction)) return;
        const rule = calendar.ruleFor(phone, at);
        if (!rule) return;
        const own = agents.of(agent);
        own.calls++;
        if (rule.isOpen) return;
        own.outside.add(row);
        if (own.source === '' || rule.source < own.source) own.source = rule.source;
      },
      trials: () =>
        agents.entries().map(([subject, { calls, outside, source }]) => ({
          subject,
          n: calls,
          statistic: outside.count,
          threshold: 0,
          isOver: outside.count > 0,
          says: fill(
            '{count#} of {calls#} {calls|call|calls} {count|lies|lie} outside the calling hours[ ({source})]',
            {
              count: outside.count,
              calls,
              source: source || undefined,
            },
          ),
          rows: outside.rows,
        })),
    };
  },
});
