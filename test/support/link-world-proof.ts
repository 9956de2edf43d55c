import type { Firm } from './link-world-firms.ts';
import { isAlike, isAlikeByInitial, type Spoken } from './link-world-people.ts';
import { folded } from './link-world-text.ts';
import { type Person, shownOf, type View } from './link-world-view.ts';

/** Why a careful reader says that two rows speak of one person. */
export type Proof = 'email' | 'phone' | 'name' | 'name, weakly' | 'hour';

/** The proof that two rows about one person give by themselves; none where a reader would have to guess. */
export function proofOf(a: View, b: View): Proof | undefined {
  const misled = a.misled ?? b.misled;
  if (misled && (a.worn + b.worn > 1 || a.isInitial || b.isInitial)) return undefined;
  if (a.email && a.email === b.email && a.emailHold === 'own' && b.emailHold === 'own') return 'email';
  if (a.order === 'none' || b.order === 'none') return undefined;
  const worn = a.worn + b.worn;
  if (a.phone && a.phone === b.phone && a.phoneHold === 'own' && b.phoneHold === 'own' && worn <= 2) return 'phone';
  if (misled || a.suffix !== b.suffix) return undefined;
  const firm = firmShown(a, b);
  if (!firm) return undefined;
  if (a.isInitial || b.isInitial)
    return worn === 1 && firm === 'surely' && a.start !== undefined && a.start === b.start ? 'hour' : undefined;
  if (firm === 'weakly') return worn === 0 ? 'name, weakly' : undefined;
  return worn <= 1 ? 'name' : undefined;
}

const showsDomain = (v: View, { domain }: Firm): boolean =>
  v.domain === domain || v.companyShows === 'domain' || (v.email?.endsWith(domain) ?? false);

function firmShown(a: View, b: View): 'surely' | 'weakly' | undefined {
  const { firm } = a;
  if (!firm || firm !== b.firm) return undefined;
  const [named, otherNamed] = [a.companyShows === 'name', b.companyShows === 'name'];
  const [domain, otherDomain] = [showsDomain(a, firm), showsDomain(b, firm)];
  if ((named && otherNamed) || (domain && otherDomain)) return 'surely';
  if (firm.isPlainDomain && ((named && otherDomain) || (domain && otherNamed))) return 'surely';
  return (a.companyShows === 'weak' && otherNamed) || (b.companyShows === 'weak' && named) ? 'weakly' : undefined;
}

/** Everybody in a file, to ask who else a row could speak of. */
export class Crowd {
  readonly #byStem = new Map<string, Person[]>();
  readonly #byName = new Map<string, Person[]>();

  add(person: Person, firms: readonly (Firm | undefined)[]): void {
    for (const stem of new Set(firms.flatMap((firm) => firm?.stem ?? []))) push(this.#byStem, stem, person);
    push(this.#byName, nameKey(person), person);
  }
  /** The people of the firm and of those that are easily taken for it. */
  around(firm: Firm | undefined): readonly Person[] {
    return firm ? (this.#byStem.get(firm.stem) ?? []) : [];
  }
  /** Everybody whose name is the same, letter for letter but for accents. */
  namesakes(person: Person): readonly Person[] {
    return this.#byName.get(nameKey(person)) ?? [];
  }
  /** Somebody around the firm, but for one person, who could be meant by these parts of a name. */
  hasAlike(shown: Spoken, firm: Firm | undefined, but?: Person): boolean {
    return this.around(firm).some((other) => other !== but && isAlike(shown, other.spoken));
  }
  hasAlikeByInitial(shown: Spoken, firm: Firm | undefined, but?: Person): boolean {
    return this.around(firm).some((other) => other !== but && isAlikeByInitial(shown, other.spoken));
  }

  /** The proof holds: nobody else in the file fits the row as well. */
  isSound(proof: Proof, view: View): boolean {
    const { person, firm } = view;
    const shown = shownOf(view);
    if (proof === 'email' || proof === 'phone') return !view.hasSlip || !this.hasAlike(shown, firm, person);
    if (proof === 'hour') return !this.hasAlikeByInitial(shown, firm, person);
    if (this.hasAlike(shown, firm, person)) return false;
    return proof === 'name' || this.namesakes(person).length === 1;
  }
}

const nameKey = ({ name }: Person): string => `${folded(name.given)} ${folded(name.family)}`;
function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
