import type { Billing, JudgedChain } from '../judge/facts.ts';
import { compareNatural } from '../link/keys.ts';
import type { Instant, PlainDate } from '../model.ts';
import { addDays, addPlainMonths } from '../sow/dates.ts';
import { countingSpan } from '../sow/period.ts';
import type { Sow } from '../sow/sow.ts';
import type { ClosedPlaces } from './closed-places.ts';
import { priceListOf, rateClassOf, ratesOf } from './price-list.ts';
import type { Replacements } from './replacing.ts';

type Per = 'month' | 'quarter' | 'contract';

/** A billing of a chain with the places it took in the counters of cap and tiers. */
export interface Placed {
  readonly chain: JudgedChain;
  readonly billing: Billing;
  /** The day that decides month and tier. */
  readonly date: PlainDate;
  readonly isReplacement: boolean;
  /** Beyond the cap. */
  readonly isOver: boolean;
  /** Beyond a cap that carries on: counted first in the period that begins on this day. */
  readonly carriedTo: PlainDate | undefined;
  /** The tier place; undefined where none was taken. */
  readonly place: number | undefined;
}

interface Draft {
  readonly chain: JudgedChain;
  readonly billing: Billing;
  readonly date: PlainDate;
  readonly isReplacement: boolean;
}

/** What the steps before said of a unit. */
interface Taking {
  isKnownReplacement: boolean;
  isOver: boolean;
  place: number | undefined;
}

/**
 * Walks all units of all periods in order of recognition (then booking, then natural id) through the steps of `fees.order`: a step
 * sees what the steps before it said.
 */
export function placeUnits(
  chains: readonly JudgedChain[],
  sow: Sow,
  replacements: Replacements,
  asOf: Instant,
  closed: ClosedPlaces,
): { units: readonly Placed[]; tierPlaces: (date: PlainDate) => number } {
  const { cap, replacement, order = [] } = sow.fees;
  const { zone } = sow.clock;
  const today = zone.dateAt(asOf);
  const units: Placed[] = [];
  /** Each chain as it was placed last: for the rest of one, its first part. */
  const lastOf = new Map<JudgedChain, Placed>();
  const taken = new Map<string, number>();
  const count = (counter: string): number => taken.get(counter) ?? 0;
  const take = (counter: string): number => {
    taken.set(counter, count(counter) + 1);
    return count(counter);
  };
  const tierCounter = (date: PlainDate): string => `tier ${countingSpan(ratesOf(sow).per, date)}`;

  const mayTake = ({ isKnownReplacement }: Taking, what: 'cap' | 'tier'): boolean =>
    !isKnownReplacement || replacement?.consumes.includes(what) === true;
  const steps: Readonly<Record<(typeof order)[number], (draft: Draft, taking: Taking) => void>> = {
    replacement: (draft, taking) => {
      taking.isKnownReplacement = draft.isReplacement;
    },
    cap: ({ chain, date }, taking) => {
      if (!cap || !mayTake(taking, 'cap')) return;
      const then = closed.of(chain, date);
      const counter = `cap ${countingSpan(cap.per, date)}`;
      if (then === 'under') return;
      if (then === undefined && closed.taken(date) + count(counter) < cap.max) take(counter);
      else taking.isOver = true;
    },
    tier: ({ chain, date }, taking) => {
      if (taking.isOver || !mayTake(taking, 'tier') || rateClassOf(chain, priceListOf(chain, sow))) return;
      taking.place = take(tierCounter(date));
    },
  };
  const place = (draft: Draft): Placed => {
    const { chain, billing, date, isReplacement } = draft;
    const taking: Taking = { isKnownReplacement: false, isOver: false, place: undefined };
    // The rest of a chain paid in part stands where the first part stands, over the cap too.
    if (billing.topUp) taking.isOver = lastOf.get(chain)?.isOver === true;
    else for (const step of order) steps[step](draft, taking);
    const carriedTo = taking.isOver && cap?.over === 'next_period' ? startOfNext(cap.per, date) : undefined;
    return { chain, billing, date, isReplacement, isOver: taking.isOver, carriedTo, place: taking.place };
  };

  const isReplacement = (chain: JudgedChain): boolean => {
    const is = replacement && replacements(chain)?.is;
    return is === 'owed' || is === 'at_word';
  };
  const queue = chains
    .flatMap((chain) =>
      chain.billings.map(
        (billing): Draft => ({
          chain,
          billing,
          date: zone.dateAt(billing.recognized),
          isReplacement: isReplacement(chain),
        }),
      ),
    )
    .sort(inOrder);
  // Days only rise, so what was carried on waits in the order of its days.
  const carried: Draft[] = [];
  let waiting = 0;
  const settle = (draft: Draft): void => {
    const placed = place(draft);
    units.push(placed);
    lastOf.set(draft.chain, placed);
    const next = placed.carriedTo;
    if (next !== undefined && next <= today) carried.push({ ...draft, date: next });
  };
  /** What is carried to a day is counted before everything recognized there. */
  const settleCarried = (until?: PlainDate): void => {
    for (let draft = carried[waiting]; draft; draft = carried[waiting]) {
      if (until !== undefined && draft.date > until) return;
      waiting++;
      settle(draft);
    }
  };
  for (const draft of queue) {
    settleCarried(draft.date);
    settle(draft);
  }
  settleCarried();
  return { units, tierPlaces: (date) => count(tierCounter(date)) };
}

const inOrder = (a: Draft, b: Draft): number =>
  a.billing.recognized - b.billing.recognized ||
  a.chain.bookedAt - b.chain.bookedAt ||
  compareNatural(a.chain.id, b.chain.id);

function startOfNext(per: Per, date: PlainDate): PlainDate | undefined {
  if (per === 'contract') return undefined;
  let day = `${date.slice(0, 7)}-01`;
  do day = addPlainMonths(day, 1);
  while (countingSpan(per, day) === countingSpan(per, addDays(day, -1)));
  return day;
}
