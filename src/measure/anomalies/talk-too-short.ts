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

/** Nobody is told of a meeting, asked and booked in less. */
const TO_BOOK = 45;
/** What a conversation takes, unless the SOW says. */
const TO_SPEAK = 30;

export const talkTooShort = defineAnomaly({
  id: 'A4',
  title: 'Talk shorter than its outcome allows',
  does: `A "conversation" with less talk than the SOW's \`metrics.conversations\` asks for (else ${TO_SPEAK} s), by agent; a meeting whose contact was never spoken to for ${TO_BOOK} s before it was booked.`,
  caution:
    'A call-back books what an earlier talk won: the longest talk with the contact counts. A log that is not complete lacks it.',
  needs: ['calls'],
  calls: (context): CallFold => {
    const least = leastTalk(context);
    const agents = new ByAgent(() => ({ conversations: 0, short: new FirstRows() }));
    return {
      add({ agent, disposition, talk, row }) {
        if (disposition !== 'conversation' || talk === undefined) return;
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
            says: `${short.count} of ${conversations} conversations have less than ${least} s of talk`,
            rows: short.rows,
          }),
        ),
        ...bookings(month),
      ],
    };
  },
});

function leastTalk({ sow }: WatchContext): number {
  const talk = metricsOf(sow).find((m) => m.id === 'conversations')?.count?.talk;
  const min = talk && !Array.isArray(talk) ? talk.min : undefined;
  if (min === undefined) return TO_SPEAK;
  return typeof min === 'number' ? min : sow.seconds(min);
}

/** Meetings booked in the period whose contact was called, and never spoken to long enough by then. */
function bookings({ chains, touches, sow, period }: MonthContext): Trial[] {
  return chains.flatMap((chain): Trial[] => {
    const booked = sow.clock.zone.dateAt(chain.bookedAt);
    if (booked < period.from || booked > period.to) return [];
    // A booking is typed in during the call or after it.
    const before = (touches?.of(chain.contact, 'contact') ?? []).filter(({ at }) => at <= chain.bookedAt);
    const talks = before.flatMap(({ talk }) => talk ?? []);
    if (!before.length || talks.length < before.length) return [];
    const longest = Math.max(...talks);
    return [
      {
        subject: chain.id,
        n: before.length,
        statistic: longest,
        threshold: TO_BOOK,
        isOver: longest < TO_BOOK,
        says: `booked after ${before.length} call(s) of which the longest talk is ${longest} s`,
        rows: [chain.record.row, ...before.map(({ row }) => row)],
      },
    ];
  });
}
