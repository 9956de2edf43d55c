import { plural, withCommas } from '../../problems/sentence.ts';
import { limit } from '../../sow/criteria.ts';
import { metricsOf } from '../metrics.ts';
import {
  ByAgent,
  type CallFold,
  defineAnomaly,
  FirstRows,
  type MonthContext,
  type Trial,
  type WatchContext,
} from './anomaly.ts';
import { bookedIn, callsUntilBooked } from './slots.ts';

/** Nobody is told of a meeting, asked and booked in less. */
const TO_BOOK = 45;

export const talkTooShort = defineAnomaly({
  id: 'A4',
  title: 'Talk shorter than its outcome allows',
  does: `A "conversation" with less talk than the SOW's \`metrics.conversations\` asks for, by agent (a SOW that asks for none is content with any); a meeting whose contact was called, and never spoken to for ${TO_BOOK} s by the end of the day of the booking.`,
  caution:
    'A call-back books what an earlier talk won: the longest talk with the contact counts, also one in which they called. A log that is not complete lacks it.',
  needs: ['calls'],
  calls: (context): CallFold => {
    const least = leastTalk(context);
    const agents = new ByAgent(() => ({ conversations: 0, short: new FirstRows() }));
    const callers = new Map<string, number>();
    return {
      add({ agent, disposition, direction, phone, talk, row }) {
        if (direction === 'inbound' && phone !== undefined && talk !== undefined)
          callers.set(phone, Math.max(talk, callers.get(phone) ?? 0));
        if (disposition !== 'conversation' || talk === undefined || least === undefined) return;
        const own = agents.of(agent);
        own.conversations++;
        if (talk < least) own.short.add(row);
      },
      trials: (month) => [
        ...agents.entries().map(
          ([subject, { conversations, short }]): Trial => ({
            subject,
            n: conversations,
            statistic: short.count,
            threshold: 0,
            isOver: short.count > 0,
            says: `less than ${least} s of talk: ${withCommas(short.count)} of ${plural(conversations, 'conversation')}`,
            rows: short.rows,
          }),
        ),
        ...bookings(month, callers),
      ],
    };
  },
});

function leastTalk({ sow }: WatchContext): number | undefined {
  const talk = metricsOf(sow).find((m) => m.id === 'conversations')?.count?.talk;
  const min = talk && !Array.isArray(talk) ? talk.min : undefined;
  return min === undefined ? undefined : limit(min);
}

/** Meetings booked in the period whose contact was called, and never spoken to long enough by then. */
function bookings(month: MonthContext, callers: ReadonlyMap<string, number>): Trial[] {
  return bookedIn(month).flatMap(({ chain }): Trial[] => {
    const before = callsUntilBooked(chain, month);
    const talks = before.flatMap(({ talk }) => talk ?? []);
    if (!before.length || talks.length < before.length) return [];
    const longest = Math.max(...talks, callers.get(chain.contact.phone ?? '') ?? 0);
    return [
      {
        subject: chain.id,
        n: before.length,
        statistic: longest,
        threshold: TO_BOOK,
        isOver: longest < TO_BOOK,
        says: `booked after ${plural(before.length, 'call')}; the longest talk is ${longest} s`,
        rows: [chain.record.row, ...before.map(({ row }) => row)],
      },
    ];
  });
}
