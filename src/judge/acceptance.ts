import type { Instant } from '../model.ts';
import type { Decision } from '../read/records.ts';
import type { Clock } from '../sow/clock.ts';
import type { Sow } from '../sow/sow.ts';

/** What the client's decisions, or their absence, mean for a chain (domain R15 to R17). */
export interface Acceptance {
  /** `none`: the SOW has no acceptance clause. `doubtful`: the last decisions, made at once, say both, or others may be of the chain. */
  readonly state:
    | 'none'
    | 'explicit'
    | 'deemed'
    | 'rejected'
    | 'deemed_rejected'
    | 'contested'
    | 'doubtful'
    | 'open'
    | 'silent';
  /** When it was accepted, rejected or deemed; the end of the window while it is open (absent before it begins). */
  readonly at: Instant | undefined;
  /** The last moment at which a rejection is in time; undefined without a window, or before it begins. */
  readonly until: Instant | undefined;
  /** A rejection for a reason that counts, but after that moment. */
  readonly missed: Decision | undefined;
  /** Decisions that may be of the chain, and would change what it comes to. */
  readonly doubtful?: readonly Decision[];
  /** The decision that counts. */
  readonly decision: Decision | undefined;
  /** Rejections that have no effect, and why. */
  readonly ineffective: readonly {
    readonly decision: Decision;
    readonly code: 'rejection_late' | 'rejection_invalid_reason';
  }[];
}

type Terms = NonNullable<Sow['rules']['acceptance']>;

const NONE: Acceptance = {
  state: 'none',
  at: undefined,
  until: undefined,
  missed: undefined,
  decision: undefined,
  ineffective: [],
};

/** The moment that starts a chain's window; undefined while it has not happened. */
export interface Beginnings {
  readonly delivered: Instant;
  readonly held: Instant | undefined;
  readonly reported: Instant | undefined;
}

/** What the window begins with. */
export const startsOf = ({ acceptance, billable }: Sow['rules']): keyof Beginnings =>
  acceptance?.starts ?? (billable?.event === 'held' ? 'held' : 'delivered');

export function acceptanceOf(
  decisions: readonly Decision[],
  begins: Beginnings,
  sow: Sow,
  clock: Clock,
  asOf: Instant,
): Acceptance {
  const terms = sow.rules.acceptance;
  if (!terms) return NONE;
  const begin = begins[startsOf(sow.rules)];
  const end = begin === undefined || !terms.window ? undefined : clock.endOf(begin, terms.window);
  const isInTime = (d: Decision): boolean => end === undefined || (d.at ?? Infinity) <= end;
  const ordered = [...decisions].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const ineffective = ordered.flatMap((decision): Acceptance['ineffective'] => {
    if (decision.decision !== 'rejected') return [];
    if (!isInTime(decision)) return [{ decision, code: 'rejection_late' }];
    return validity(decision, terms) === 'invalid' ? [{ decision, code: 'rejection_invalid_reason' }] : [];
  });
  const effective = ordered.filter(
    (d) => d.decision === 'accepted' || (isInTime(d) && validity(d, terms) !== 'invalid'),
  );
  const last = effective.at(-1);
  const result = (state: Acceptance['state'], at: Instant | undefined): Acceptance => ({
    state,
    at,
    until: end,
    missed: ineffective.findLast((x) => x.code === 'rejection_late' && validity(x.decision, terms) !== 'invalid')
      ?.decision,
    decision: last,
    ineffective,
  });

  if (last && effective.some((d) => d.at === last.at && d.decision !== last.decision))
    return result('doubtful', last.at);
  if (last?.decision === 'accepted') return result('explicit', last.at);
  if (last) return result(validity(last, terms) === 'contested' ? 'contested' : 'rejected', last.at);
  // A clause without a window never closes by itself; one whose beginning has not come is open.
  if (end === undefined || asOf < end) return result('open', end);
  if (terms.silence === 'accepted') return result('deemed', end);
  return result(terms.silence === 'rejected' ? 'deemed_rejected' : 'silent', end);
}

/** What decisions mean where others may be of the chain too: as without them, as long as they would change nothing. */
export function acceptanceInDoubt(
  sure: readonly Decision[],
  perhaps: readonly Decision[],
  meaning: (decisions: readonly Decision[]) => Acceptance,
): Acceptance {
  const found = meaning(sure);
  if (!perhaps.length) return found;
  const { state, at } = meaning([...sure, ...perhaps]);
  return state === found.state && at === found.at ? found : { ...found, state: 'doubtful', doubtful: perhaps };
}

/** `bad_contact`, `Bad contact` and `bad-contact` are one reason. */
const wordsOf = (reason: string): string =>
  reason
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function validity(decision: Decision, terms: Terms): 'valid' | 'contested' | 'invalid' {
  const reason = decision.reason === undefined ? undefined : wordsOf(decision.reason);
  if (!terms.reasons || (reason !== undefined && terms.reasons.some((r) => wordsOf(r) === reason))) return 'valid';
  return terms.subjective === 'allowed' ? 'valid' : terms.subjective === 'review' ? 'contested' : 'invalid';
}

/** The chains whose valid rejection lies over the cap: of the leads delivered in a month, in order of decision. */
export function overRejectionCap<
  C extends {
    readonly id: string;
    readonly deliveredAt: Instant;
    readonly acceptance: Pick<Acceptance, 'state' | 'at'>;
  },
>(
  chains: readonly C[],
  cap: { readonly amount: number; readonly scale: number } | undefined,
  monthOf: (instant: Instant) => string,
): ReadonlySet<string> {
  const over = new Set<string>();
  if (!cap) return over;
  for (const month of new Set(chains.map((c) => monthOf(c.deliveredAt)))) {
    const delivered = chains.filter((c) => monthOf(c.deliveredAt) === month);
    const allowed = Math.floor((delivered.length * cap.amount) / 10 ** cap.scale);
    const rejected = delivered.filter((c) => c.acceptance.state === 'rejected');
    rejected.sort((a, b) => (a.acceptance.at ?? 0) - (b.acceptance.at ?? 0) || (a.id < b.id ? -1 : 1));
    for (const chain of rejected.slice(allowed)) over.add(chain.id);
  }
  return over;
}
