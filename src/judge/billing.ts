import type { Instant } from '../model.ts';
import type { Sow } from '../sow/sow.ts';
import type { Billing, ChainFacts } from './facts.ts';

/** When a chain is recognized if it is billable, and for which share of the price. */
export function billingsOf(chain: ChainFacts, sow: Sow): [Billing, ...Billing[]] {
  const { event, recognized: given } = sow.rules.billable ?? {};
  const by = given ?? event;
  const { course, acceptance } = chain;
  const dates: Record<NonNullable<typeof by>, Instant | undefined> = {
    booked: chain.bookedAt,
    held: course.lostAt,
    delivered: chain.deliveredAt,
    accepted: acceptance.at,
    opportunity: chain.opportunities[0]?.created_at,
  };
  const recognized = (by && dates[by]) ?? course.slot?.start ?? chain.deliveredAt;
  const first: Billing = { recognized, share: course.share, topUp: false };
  const isWhole = course.share.amount >= 10 ** course.share.scale;
  return course.topUp && !isWhole
    ? [first, { ...first, recognized: Math.max(recognized, course.topUp.start ?? 0), topUp: true }]
    : [first];
}
