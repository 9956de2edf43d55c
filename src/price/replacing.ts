import type { JudgedChain } from '../judge/facts.ts';
import { lookup } from '../judge/lookup.ts';
import type { Closing } from '../ledger/closing.ts';
import { compareNatural } from '../link/keys.ts';
import type { Instant } from '../model.ts';
import type { AuditDocument } from '../report/document.ts';
import { rowIdsOf } from './by-chain.ts';

/** A lead that a closed period paid and that was validly rejected since: one lead replaces it, and no second one. */
export interface Owed {
  /** The chain that replaces it; undefined where none came in time. */
  readonly by: string | undefined;
  /** Until when one is in time. */
  readonly until: Instant;
}

/** What becomes of a lead that says whom it replaces: another may do so already (`by`), or it came after its time (`until`). */
interface Replacing {
  readonly is: 'owed' | 'at_word' | 'not_owed' | 'taken' | 'late';
  readonly by?: string;
  readonly until?: Instant;
}

export interface ReplacingInput {
  readonly chains: readonly JudgedChain[];
  /** Ids of leads in the input: for one that is seen a replacement is owed, or not; any other is taken at its word. */
  readonly seen: ReadonlySet<string>;
  readonly owed: ReadonlyMap<string, Owed>;
  readonly closings: readonly Closing[];
}

/** Whom leads replace. */
export type Replacements = (chain: JudgedChain) => Replacing | undefined;

export function replacementsIn({ chains, seen, owed, closings }: ReplacingInput): Replacements {
  return (chain) => {
    const { replaces } = chain.record;
    if (replaces === undefined) return undefined;
    const due = owed.get(replaces);
    if (!due) {
      if (seen.has(replaces)) return { is: 'not_owed' };
      const first = firstReplacing(chains, [replaces], closings, Number.POSITIVE_INFINITY);
      return first === undefined || first === chain.id ? { is: 'at_word' } : { is: 'taken', by: first };
    }
    if (due.by === chain.id) return { is: 'owed' };
    if (!isBy(chain, due.until)) return { is: 'late', until: due.until };
    return due.by === undefined ? { is: 'not_owed' } : { is: 'taken', by: due.by };
  };
}

/** Which lead replaces another: one that a closed report says does, else the first that is billed in time; a lead that was paid as one replaces nobody. */
export function firstReplacing(
  chains: readonly JudgedChain[],
  ids: readonly string[],
  closings: readonly Closing[],
  until: Instant,
): string | undefined {
  const rankOf = (chain: JudgedChain): number => {
    const kinds = closings.flatMap(({ document }) => linesOn(document.lines, rowIdsOf(chain)).map(({ kind }) => kind));
    return kinds.includes('replacement') ? 0 : kinds.includes('lead') ? 2 : 1;
  };
  const [first] = replacementsOf(chains, ids)
    .filter((chain) => isBy(chain, until) && rankOf(chain) < 2)
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        recognizedOf(a) - recognizedOf(b) ||
        a.bookedAt - b.bookedAt ||
        compareNatural(a.id, b.id),
    );
  return first?.id;
}

const replacementsOf = lookup(({ record }: JudgedChain) => [record.replaces]);
const linesOn = lookup(({ chain }: AuditDocument['lines'][number]) => [chain ?? undefined]);
const recognizedOf = ({ billings }: JudgedChain): Instant => Math.min(...billings.map(({ recognized }) => recognized));
const isBy = ({ billings }: JudgedChain, until: Instant): boolean => billings.some((b) => b.recognized <= until);
