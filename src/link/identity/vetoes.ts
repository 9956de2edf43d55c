import {
  areNumbered,
  areOfOneName,
  hostOf,
  isPlacelessEnding,
  localOf,
  spellingBy,
  spells,
  tellsAnotherFamily,
  tellsAnotherGiven,
} from './emails.ts';
import type { Levels, Scale } from './fields.ts';
import { isGivenName, isSameGiven } from './given-names.ts';
import type { Identity } from './identity.ts';
import { areUnlike, isAnotherName, isCalledAbroad, isFullName, isMiswritten, isPetForm } from './names.ts';
import { hasTwoFamilies, type PersonName } from './person-name.ts';

/** What sends a pair with a high score to a person: the bits agree, and still it may be somebody else. */
interface Veto {
  readonly says: string;
  holds(levels: Levels, a: Identity, b: Identity, scale: Scale): boolean;
}

/** A firm that is nearly the same is another one where the addresses lie elsewhere, and may be a sister where they end otherwise. */
const isAtFirm = ({ company, email }: Levels): boolean =>
  company === 'same' || (company === 'near' && email !== 'elsewhere' && email !== 'ending');
/** One firm, and one address with two endings, of which neither is a country's. */
const isAtOneHost = ({ company, email }: Levels, a: Identity, b: Identity): boolean =>
  company === 'near' &&
  email === 'ending' &&
  isPlacelessEnding(hostOf(a.cells.email ?? ''), hostOf(b.cells.email ?? ''));
/** The same words, in one order or the other. */
const isWhole = ({ name }: Levels): boolean => name === 'same' || name === 'turned';
/** Somebody of the firm is met at the same hour; then a sister firm is no doubt. */
const isMet = (levels: Levels): boolean =>
  levels.time === 'same' && (isAtFirm(levels) || (levels.company === 'near' && levels.email === 'ending'));
/** A number behind which there is one family name. */
const isDirect = ({ phone }: Levels, a: Identity, { census }: Scale): boolean =>
  phone === 'same' && census.behindPhone(a.phone) <= 1;

/** Whether the family name stands first, so that what differs are two given names. */
const isFamilyFirst = (x: PersonName, y: PersonName): boolean =>
  x.given === y.family ||
  y.given === x.family ||
  (!isGivenName(x.given) && [x, y].some(({ family }) => isGivenName(family)));

/** Two names of one person: the family name has changed, the given name is another abroad, a slip made another name of it, or a pet form is unknown. Address or number tie them to the firm. */
function isRenamed(levels: Levels, a: Identity, b: Identity, scale: Scale): boolean {
  const { name, email, company } = levels;
  const [x, y] = [scale.registry.name(a.name), scale.registry.name(b.name)];
  const [isBooked, isOwn] = [isMet(levels), isDirect(levels, a, scale)];
  if (company !== 'same') return false;
  if (isBooked && email === 'same' && !a.isPrivate && isCalledAbroad(x, y))
    return scale.census.behindEmail(a.email) <= 1;
  if (name === 'other_given' && !isMiswritten(x, y)) return false;
  // Wolfgang Wolf and Wolf Annette
  if (name === 'other_family' && x && y && isFamilyFirst(x, y)) return false;
  if (email !== 'same')
    return (
      isBooked && isOwn && (name === 'other_family' ? isMarried(x, y) : name === 'given_initial' && isPetForm(x, y))
    );
  if (scale.census.behindEmail(a.email) > 1) return false;
  if (name === 'other_family') return isBooked || isOwn || isMiswritten(x, y);
  // Spouses may share an address, and have given names that are near.
  return isBooked && (isMiswritten(x, y) || isPetForm(x, y));
}

/** Whether a family name may have been given up for another: the given name is the very same, and neither side has two family names, which are kept. */
const isMarried = (x: PersonName | undefined, y: PersonName | undefined): boolean =>
  !!x && !!y && x.plainGiven === y.plainGiven && !hasTwoFamilies(x) && !hasTwoFamilies(y);

/** What is enough beside a name that is not whole where no address agrees: mostly a direct number, or the firm at the same hour. */
const ENOUGH: Readonly<Record<string, (isDirect: boolean, isMet: boolean) => boolean>> = {
  missing: (_, isMet) => isMet,
  // A number may be a father's and a son's, or a brother's.
  generation: (_, isMet) => isMet,
  middle: (_, isMet) => isMet,
  own_form: (_, isMet) => isMet,
  ending: (_, isMet) => isMet,
  garbled: (_, isMet) => isMet,
  // Spouses may share an address as well.
  monsieur: (_, isMet) => isMet,
};
const anyOf = (isDirect: boolean, isMet: boolean): boolean => isDirect || isMet;
const isEnough = (levels: Levels, a: Identity, scale: Scale): boolean =>
  (ENOUGH[levels.name] ?? anyOf)(isDirect(levels, a, scale), isMet(levels));

/** In order: the first that holds is the reason. */
export const VETOES = {
  name_conflict: {
    says: 'address, number or company agree, and the names are two',
    holds: (levels, a, b, scale) => isAnotherName(levels.name) && !isRenamed(levels, a, b, scale),
  },
  name_only: {
    says: 'the name agrees, and nothing else does',
    holds: (levels, a, b) =>
      !['same', 'near', 'post'].includes(levels.email) &&
      levels.phone !== 'same' &&
      !isAtFirm(levels) &&
      !isAtOneHost(levels, a, b) &&
      !(
        levels.time === 'same' &&
        (levels.company === 'near' || (levels.company === 'part' && levels.email !== 'elsewhere'))
      ),
  },
  spells_another: {
    says: 'a work address on one side spells another person than the name on the other, or the only name there is',
    holds: (levels, a, b, scale) =>
      levels.email === 'same'
        ? levels.name === 'missing' && (spellsAnother(a, a, scale) || spellsAnother(b, b, scale))
        : !(
            levels.email === 'near' ||
            (isWhole(levels) && ((isDirect(levels, a, scale) && isAtFirm(levels)) || isMet(levels))) ||
            (levels.name !== 'missing' && isDirect(levels, a, scale) && isMet(levels)) ||
            (isFullName(levels.name) && isDirect(levels, a, scale) && levels.time === 'same')
          ) &&
          (spellsAnother(a, b, scale) || spellsAnother(b, a, scale)),
  },
  others_address: {
    says: 'the client knows somebody else under this address',
    holds: (levels, a, b, { census }) => {
      // Somebody of the very name, met at the hour, whose row has no address, is nobody else.
      const isSheOrHe = levels.email === 'missing' && isMet(levels) && census.isOnlyUnder(a.email, b.name);
      return levels.email !== 'same' && !a.isPost && census.isKnownEmail(a.email) && !isSheOrHe;
    },
  },
  two_addresses: {
    says: 'two addresses at one host that may be two people’s: neither a direct number (where more than a number tells the addresses apart) nor the firm at the same hour ties them, or each spells a name of its own',
    holds: (levels, a, b, scale) =>
      levels.email === 'other' &&
      !(
        ((isDirect(levels, a, scale) && !areNumbered(a.cells.email ?? '', b.cells.email ?? '')) || isMet(levels)) &&
        (levels.name === 'same' || isOneSpelled(levels, a, b, scale))
      ),
  },
  initial_only: {
    says: 'an initial, half a name, a garbled one or none, and neither an address, a direct number of one person, nor the firm at the same hour',
    holds: (levels, a, _b, scale) =>
      !isFullName(levels.name) &&
      (levels.email !== 'same' || ['own_form', 'monsieur'].includes(levels.name)) &&
      !isEnough(levels, a, scale),
  },
  other_company: {
    says: 'the companies are two, and no address or direct number of one person ties them',
    holds: (levels, a, _b, scale) =>
      levels.company === 'other' &&
      levels.email !== 'same' &&
      !(isFullName(levels.name) && (levels.email === 'near' || isDirect(levels, a, scale))),
  },
} satisfies Readonly<Record<string, Veto>>;
export type VetoCode = keyof typeof VETOES;

/**
 * Whether nothing but the name agrees, and two other fields at least differ: a namesake, of whom there is nothing to ask. An hour that differs is one of them,
 * since a person known at another hour proves nothing; at another firm an hour nearby is chance.
 */
export function isNamesake({ email, phone, company, time }: Levels): boolean {
  const differ = [['private', 'elsewhere', 'other'].includes(email), phone === 'other', company === 'other'];
  const isOpen = [email, phone, company].every((level, i) => differ[i] || level === 'missing');
  const isNearby = time === 'near' && company !== 'other';
  const count = differ.filter(Boolean).length;
  return isOpen && time !== 'same' && !isNearby && (count > 1 || (count === 1 && time === 'other'));
}

/** Whether no name, or one that is not whole and no address, says who of a firm is meant. */
export const isHalfNamed = ({ email, name }: Levels): boolean =>
  name === 'missing' ||
  (['within', 'initial', 'middle', 'family_only', 'given_only', 'garbled', 'monsieur'].includes(name) &&
    email !== 'same');

/** Whether the work address of one side is made of words that the other side's name does not have; those of its own spelling were compared as a name. */
function spellsAnother(a: Identity, b: Identity, { registry }: Scale): boolean {
  const [own, name] = [registry.name(a.name), registry.name(b.name)];
  const { email } = a.cells;
  if (email === undefined || !name) return false;
  // Beside an initial, a short form or a family name the address tells the given name.
  const isHalf =
    own &&
    (own.given.length === 1 ||
      own.words.length === 1 ||
      (own.given !== name.given && isSameGiven(own.given, name.given)));
  if (isHalf && tellsAnotherGiven(email, name) && !tellsAnotherGiven(email, own)) return true;
  // Private mail tells a name only where both parts do, and there is no other.
  if (a.domain < 0) return (a === b || !own) && /[._]/.test(localOf(email)) && spells(email, name) === 'other';
  // Beside a given name alone it tells the family name.
  if (own?.words.length === 1 && tellsAnotherFamily(email, name)) return true;
  const spelled = spells(email, name);
  // An address is all that a row without a name says of who it is.
  if (a !== b && !own && !a.isPost) return spelled !== 'own';
  return spelled === 'other' && !(a !== b && own && isMiswritten(own, name) && spells(email, own) === 'own');
}

const ROWS = Object.entries(VETOES) as [VetoCode, Veto][];

/**
 * Whether two addresses leave it open that two spellings of a name are one. Where each is made of one of the names the hour is enough, and number and hour
 * together where only one has its own spelling.
 */
function isOneSpelled(levels: Levels, a: Identity, b: Identity, scale: Scale): boolean {
  const [x, y] = [scale.registry.name(a.name), scale.registry.name(b.name)];
  const [one, other] = [a.cells.email ?? '', b.cells.email ?? ''];
  const spelling = x && y && spellingBy(one, x, other, y);
  if (!spelling || spelling === 'both_own') return false;
  if (isMet(levels) && areOfOneName(one, x, other, y)) return true;
  return isFullName(levels.name) && (spelling !== 'own' || (isMet(levels) && isDirect(levels, a, scale)));
}

/** Whether a name that shares nothing with the other stands beside an address that is made of the other, and neither number nor hour agrees: somebody else. */
export function isBesideAnother(levels: Levels, a: Identity, b: Identity, { registry }: Scale): boolean {
  const [x, y] = [registry.name(a.name), registry.name(b.name)];
  const email = a.cells.email ?? '';
  const isApart = levels.name === 'other' && levels.phone !== 'same' && !['same', 'near'].includes(levels.time);
  return isApart && levels.email === 'same' && !!x && !!y && spells(email, x) === 'other' && spells(email, y) === 'own';
}

/** Levels of addresses that speak of one person, or nearly. */
const OF_ONE: ReadonlySet<string> = new Set(['same', 'near', 'alike', 'ending']);

/**
 * Whether two whole names share nothing, and no address speaks of both: two people of the firm. The number is one that they share, and the hour says who met,
 * not who is who.
 */
export function isStranger(levels: Levels, a: Identity, b: Identity, { registry }: Scale): boolean {
  if (levels.name !== 'other' || OF_ONE.has(levels.email)) return false;
  const [x, y] = [registry.name(a.name), registry.name(b.name)];
  const spelled = (email: string | undefined, name: PersonName): boolean =>
    email !== undefined && spells(email, name) === 'own';
  return !!x && !!y && areUnlike(x, y) && !spelled(a.cells.email, y) && !spelled(b.cells.email, x);
}

/** Whether a name says who a row is, or the address of one without a name. */
export const isNamedBy = ({ name, email }: Levels): boolean =>
  name === 'missing' ? email === 'same' : !isAnotherName(name);

/**
 * Whether a row is of another name altogether, be it that of its address alone: behind the same number it is a colleague of whom the name agrees with. Where no
 * name says who is meant, a direct number says as much as an address.
 */
export const isNamedOtherwise = (levels: Levels, a: Identity, b: Identity, scale: Scale): boolean => {
  const isOwnNumber = a.name < 0 && isDirect(levels, a, scale);
  return (
    !OF_ONE.has(levels.email) &&
    (levels.name === 'other' ||
      (levels.name === 'missing' && !isOwnNumber && VETOES.spells_another.holds(levels, a, b, scale)))
  );
};

/** Spellings and forms that may be another person's name. */
const VARIANTS: ReadonlySet<string> = new Set(['spelling', 'nickname', 'own_form', 'ending', 'loose', 'garbled']);

/** Whether somebody of the firm has the very name of which the best has a variant: then the slip may be in the address. */
export const isNearerByName = (levels: Levels, best: Levels): boolean =>
  isWhole(levels) && levels.company === 'same' && VARIANTS.has(best.name);

/** The veto on a pair, if one other than `but` holds. */
export const vetoOn = (levels: Levels, a: Identity, b: Identity, scale: Scale, but?: VetoCode): VetoCode | undefined =>
  ROWS.find(([code, veto]) => code !== but && veto.holds(levels, a, b, scale))?.[0];
