import { type Choice, UNDECIDED } from '../decided.ts';
import { compareNatural } from '../keys.ts';
import type { LinkReason } from '../reasons.ts';
import { Candidates } from './candidates.ts';
import { type Scale, scaleBy } from './fields.ts';
import { type ContactCells, type Identity, type Registry, takeCensus } from './identity.ts';
import {
  type Agreement,
  agreement,
  allTenthsOf,
  type FieldScore,
  fieldsOf,
  HALF_MARGIN,
  isSamePerson,
  LINK,
  MARGIN,
  REVIEW,
} from './scorer.ts';
import type { TimeLimits } from './times.ts';
import {
  isBesideAnother,
  isHalfNamed,
  isNamedBy,
  isNamedOtherwise,
  isNamesake,
  isNearerByName,
  isStranger,
  type VetoCode,
  vetoOn,
} from './vetoes.ts';

/** A row that names a person; rows with one id are told apart by their order. */
export interface PersonRow extends ContactCells {
  readonly id?: string | undefined;
}

/** Whom a row names, as far as that can be told. */
export interface PersonLink<R> {
  readonly decision: 'linked' | 'review' | 'none';
  readonly reason: LinkReason;
  /** The best of the people; undefined where nobody is alike. */
  readonly best: R | undefined;
  readonly score: number | undefined;
  /** By how much the best leads over the next who is somebody else; undefined where nobody else comes near. */
  readonly margin: number | undefined;
  /** Others that are as near, best first. */
  readonly rivals: readonly R[];
  readonly fields: readonly FieldScore[];
}

/** One of the people, by place, with how well it fits. */
interface Ranked extends Agreement {
  readonly at: number;
  readonly their: Identity;
}

/** How far a rival list goes. */
const SHOWN = 5;

/** What rows and people are compared by: the client's people are counted, and numbers among the vendor's rows too. */
export function scaleOf(
  rows: readonly ContactCells[],
  people: readonly ContactCells[],
  limits: TimeLimits | undefined,
  registry: Registry,
): Scale {
  const identities = (of: readonly ContactCells[]): Identity[] => of.map((cells) => registry.keep(cells));
  return scaleBy(registry, takeCensus(identities(people), identities(rows), registry), limits);
}

/**
 * Links each row to the person it names: many rows may name one. Order of rows and people changes nothing. Whom a person chose for a row is taken; whom they
 * ruled out takes no part, nor does the same person under another record.
 */
export function linkPeople<L extends PersonRow, R extends PersonRow>(
  rows: readonly L[],
  people: readonly R[],
  scale: Scale,
  decided: readonly Choice<PersonRow>[] = [],
): PersonLink<R>[] {
  const { registry } = scale;
  const theirs = people.map((person) => registry.identityOf(person));
  const ours = rows.map((row) => registry.identityOf(row));
  const candidates = new Candidates(theirs, registry);
  const idOf = (at: number): string => people[at]?.id ?? '';
  const inOrder = (a: Ranked, b: Ranked): number =>
    b.score - a.score || compareNatural(idOf(a.at), idOf(b.at)) || a.at - b.at;

  return ours.map((own, i): PersonLink<R> => {
    const { same, others } = decided[i] ?? UNDECIDED;
    const said = same && people.find((person) => person === same);
    if (said) return chosen(own, said, scale);
    const ruledOut = [...others].map((person) => registry.identityOf(person));
    const alike = candidates.of(own);
    const fit: Ranked[] = [];
    const strangers: Ranked[] = [];
    for (const at of alike) {
      const their = theirs[at];
      if (!their || ruledOut.some((other) => other === their || isSamePerson(other, their, scale))) continue;
      const found = agreement(own, their, scale);
      if (found) (isStranger(found.levels, own, their, scale) ? strangers : fit).push({ at, their, ...found });
    }
    const ranked = fit.length ? fit : strangers;
    const top = ranked.reduce((most, { score }) => Math.max(most, score), Number.NEGATIVE_INFINITY);
    const [best] = ranked.filter(({ score }) => score === top).sort(inOrder);
    if (!best)
      return {
        decision: 'none',
        reason: alike.length ? 'other_person' : 'nobody_alike',
        best: undefined,
        score: undefined,
        margin: undefined,
        rivals: [],
        fields: [],
      };
    // The same person twice in the client's system is no rival.
    const isOther = (r: Ranked): boolean => r !== best && !isSamePerson(best.their, r.their, scale);
    // Nor is a colleague behind the same number, where the best has the name, or the address of a row without one.
    const isNamed = isNamedBy(best.levels);
    const isRival = (r: Ranked): boolean => isOther(r) && !(isNamed && isNamedOtherwise(r.levels, own, r.their, scale));
    const next = ranked.sort((a, b) => b.score - a.score).find(isRival);
    const margin = next && Math.round((best.score - next.score) * 10) / 10;
    // A record without a name is whom its doubles name.
    const vetoOf = (r: Ranked): VetoCode | undefined => vetoOn(r.levels, own, r.their, scale);
    const isOfAnother = (r: Ranked): boolean => !isOther(r) && vetoOf(r) === 'name_conflict';
    const conflict = best.their.name < 0 && ranked.some(isOfAnother) ? 'name_conflict' : undefined;
    const veto = best.score >= REVIEW ? (vetoOf(best) ?? conflict) : undefined;
    const { levels } = best;
    const isHalf = next !== undefined && next.score >= REVIEW && isHalfNamed(levels);
    const needed = isHalf ? HALF_MARGIN : MARGIN;
    const isExact = (r: Ranked): boolean => r.score >= REVIEW && isNearerByName(r.levels, levels) && isRival(r);
    const isTied = (margin !== undefined && margin < needed) || (best.score >= REVIEW && ranked.some(isExact));
    const isOut =
      best.score < REVIEW ||
      ranked === strangers ||
      (veto === 'name_only' && isNamesake(levels)) ||
      (!isTied && isBesideAnother(levels, own, best.their, scale));
    const decision = isOut ? 'none' : best.score < LINK || veto || isTied ? 'review' : 'linked';
    const reason: LinkReason =
      decision === 'none'
        ? 'other_person'
        : (veto ?? (isTied ? 'rivals' : decision === 'review' ? 'too_weak' : 'agrees'));
    return {
      decision,
      reason,
      best: people[best.at],
      score: best.score,
      margin,
      rivals:
        decision === 'review'
          ? ranked
              .filter((r) => (best.score - r.score < needed && isRival(r)) || isExact(r))
              .sort(inOrder)
              .slice(0, SHOWN)
              .flatMap((r) => people[r.at] ?? [])
          : [],
      fields: fieldsOf(own, best.their, scale, levels),
    };
  });
}

/** The link that a person decided. */
function chosen<R extends PersonRow>(own: Identity, best: R, scale: Scale): PersonLink<R> {
  const their = scale.registry.identityOf(best);
  return {
    decision: 'linked',
    reason: 'decided',
    best,
    score: allTenthsOf(own, their, scale) / 10,
    margin: undefined,
    rivals: [],
    fields: fieldsOf(own, their, scale),
  };
}
