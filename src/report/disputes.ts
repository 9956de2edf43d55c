import type { AuditDocument, DocumentClaim } from './document.ts';
import { sum } from './phrases.ts';
import { isDisputed } from './standing.ts';

/** A disputed or open claim with the time that is left for it. */
export interface Dispute {
  readonly claim: DocumentClaim;
  /** The next moment at which it is too late for something; null where none is known, or all are over. */
  readonly next: string | null;
  /** Whole hours until then; of a claim whose deadlines are over, since the last of them (negative). */
  readonly hoursLeft: number | null;
  /** What the vendor asks for and the audit does not support. */
  readonly atStake: string;
}

const HOUR = 3_600_000;

/** Whole hours from as-of to an instant of the document. */
export const hoursUntil = (at: string, { as_of }: Pick<AuditDocument, 'as_of'>): number =>
  Math.floor((Date.parse(at) - Date.parse(as_of)) / HOUR);

/** Days and hours: `6 d 23 h`. */
export function timeLeft(hours: number): string {
  const days = Math.floor(hours / 24);
  return days ? `${days} d ${hours % 24} h` : `${hours} h`;
}

/** Disputed and open claims, the least time left first, then the most money; those without a deadline, then those for which it is too late. */
export function disputesOf(doc: AuditDocument): Dispute[] {
  const own = doc.claims.filter((c) => isDisputed(c) || c.outcome === 'open');
  const rank = ({ next, hoursLeft }: Dispute): number => (next !== null ? 0 : hoursLeft === null ? 1 : 2);
  return own
    .map((claim) => disputeOf(claim, doc))
    .sort((a, b) => {
      const [x, y] = [a.next ?? '', b.next ?? ''];
      return (
        rank(a) - rank(b) || Date.parse(x || EPOCH) - Date.parse(y || EPOCH) || Number(b.atStake) - Number(a.atStake)
      );
    });
}

const EPOCH = '1970-01-01T00:00:00Z';

function disputeOf(claim: DocumentClaim, doc: AuditDocument): Dispute {
  const ends = [claim.dispute_by, ...(claim.outcome === 'open' ? [claim.reject_by] : [])].flatMap((at) => at ?? []);
  const inOrder = ends.sort((a, b) => Date.parse(a) - Date.parse(b));
  const next = inOrder.find((at) => Date.parse(at) > Date.parse(doc.as_of)) ?? null;
  const shown = next ?? inOrder.at(-1);
  return {
    claim,
    next,
    hoursLeft: shown === undefined ? null : hoursUntil(shown, doc),
    atStake: sum([claim.claimed, `-${claim.supported}`]),
  };
}
