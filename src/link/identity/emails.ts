import { getDomain, parse } from 'tldts';
import { isEastAsian } from './family-names-of-east-asia.ts';
import { isGivenName, isInitialOf, isSameGiven } from './given-names.ts';
import type { PersonName } from './person-name.ts';
import { isWithin, unspelled } from './text.ts';

/** Mail hosts whose addresses say nothing of a company. */
const FREE_MAIL = (
  'gmail.com googlemail.com yahoo.com ymail.com rocketmail.com outlook.com hotmail.com live.com msn.com passport.com icloud.com me.com mac.com aol.com aim.com ' +
  'gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de arcor.de online.de posteo.de mailbox.org email.de vodafone.de 1und1.de aon.at chello.at bluewin.ch sunrise.ch ' +
  'proton.me protonmail.com protonmail.ch pm.me tutanota.com tuta.io mail.com email.com usa.com inbox.com yandex.com yandex.ru mail.ru bk.ru list.ru inbox.ru rambler.ru ukr.net i.ua zoho.com fastmail.com fastmail.fm hey.com hushmail.com ' +
  'orange.fr free.fr wanadoo.fr laposte.net sfr.fr neuf.fr bbox.fr aliceadsl.fr hotmail.fr live.fr outlook.fr yahoo.fr skynet.be telenet.be proximus.be ' +
  'libero.it virgilio.it tiscali.it alice.it tin.it hotmail.it live.it outlook.it yahoo.it fastwebnet.it poste.it ' +
  'hotmail.es outlook.es yahoo.es telefonica.net sapo.pt hotmail.com.br yahoo.com.br outlook.com.br uol.com.br bol.com.br terra.com.br ig.com.br globo.com yahoo.com.mx hotmail.com.mx prodigy.net.mx yahoo.com.ar ' +
  'ziggo.nl kpnmail.nl kpnplanet.nl planet.nl hetnet.nl home.nl xs4all.nl hotmail.nl live.nl casema.nl upcmail.nl ' +
  'hotmail.co.uk live.co.uk outlook.co.uk yahoo.co.uk btinternet.com btopenworld.com sky.com virginmedia.com ntlworld.com blueyonder.co.uk talktalk.net tiscali.co.uk eircom.net ' +
  'hotmail.de live.de outlook.de yahoo.de hotmail.se live.se telia.com hotmail.dk live.dk mail.dk online.no hotmail.no ' +
  'wp.pl o2.pl onet.pl onet.eu op.pl poczta.onet.pl interia.pl interia.eu gazeta.pl vp.pl tlen.pl seznam.cz email.cz centrum.cz azet.sk freemail.hu citromail.hu abv.bg ' +
  'comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net frontier.com juno.com roadrunner.com windstream.net rogers.com shaw.ca sympatico.ca telus.net videotron.ca yahoo.ca hotmail.ca live.ca ' +
  'bigpond.com bigpond.net.au optusnet.com.au iinet.net.au yahoo.com.au hotmail.com.au live.com.au outlook.com.au xtra.co.nz ' +
  'qq.com 163.com 126.com yeah.net sina.com sina.cn sohu.com foxmail.com aliyun.com 139.com naver.com hanmail.net daum.net nate.com yahoo.co.jp docomo.ne.jp ezweb.ne.jp yahoo.com.hk yahoo.com.tw yahoo.com.sg singnet.com.sg ' +
  'yahoo.co.in yahoo.in rediffmail.com walla.com walla.co.il hotmail.com.tr mynet.com'
).split(/ +/);

/** Built-in free-mail hosts and those the rules add. */
export const freeMailOf = (added: readonly string[]): ReadonlySet<string> => new Set([...FREE_MAIL, ...added]);

/** The registrable domain behind an address, or undefined for free mail. */
export function accountDomain(email: string, freeMail: ReadonlySet<string>): string | undefined {
  const host = email.slice(email.lastIndexOf('@') + 1);
  return freeMail.has(host) ? undefined : (getDomain(host) ?? host);
}

/** Whether an address lies at one of the domains or below it. */
export function isAt(email: string, domains: ReadonlySet<string>): boolean {
  const host = email.slice(email.lastIndexOf('@') + 1);
  return [...domains].some((domain) => host === domain || host.endsWith(`.${domain}`));
}

/** Parts before the @ that are a post, not a person. */
const POSTS = new Set(
  'info sales contact office hello admin support service team mail enquiries inquiries marketing hr jobs careers accounting accounts billing finance purchasing procurement orders reception webmaster postmaster press media noreply no-reply it legal help general kontakt buero vertrieb einkauf info1 invoices ap ar operations ops'.split(
    ' ',
  ),
);

/** Hosts and parts before the @ that stand in for an address nobody has. */
const MADE_UP = new Set(
  'noemail nomail none na unknown test example invalid nobody asdf abc xyz noreply fake dummy notprovided notavailable tbd'.split(
    ' ',
  ),
);
/** Parts before the @ that stand for no address at whatever host. */
const NONE = new Set(
  'noemail nomail noaddress noemailaddress nomailaddress notprovided notavailable dummy fake'.split(' '),
);
/** An address that stands for none: `noemail@vendor.com`, `test@test.com`, `a@a.com`. */
export const isMadeUp = (email: string): boolean =>
  /^(.)\1*@\1+\./.test(email) ||
  NONE.has(localOf(email).replace(/[^a-z]/g, '')) ||
  (MADE_UP.has(localOf(email).replace(/[^a-z]/g, '')) &&
    (MADE_UP.has(hostOf(email).split('.')[0] ?? '') ||
      /^(test|example|domain|email|mail|company)\./.test(hostOf(email))));

export const localOf = (email: string): string => email.slice(0, email.lastIndexOf('@'));
export const hostOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
/** An address that several people read. */
export const isPost = (email: string): boolean =>
  POSTS.has(localOf(email).replace(/[._-]?(team|desk|us|uk|de|\d+)$/, ''));

/** Whether two addresses differ by one slip, either before the @ or behind it. Another number or another given name is none. */
export function isNearEmail(a: string, b: string): boolean {
  const [localA, localB, hostA, hostB] = [localOf(a), localOf(b), hostOf(a), hostOf(b)];
  if (hostA !== hostB && localA !== localB) return false;
  if (hostA === hostB) {
    if (localA.replace(/[._-]/g, '') === localB.replace(/[._-]/g, '')) return true;
    if (localA.replace(/\D/g, '') !== localB.replace(/\D/g, '')) return false;
    const [x, y] = [localA.split(/[._-]/), localB.split(/[._-]/)];
    if (x.some((word, i) => word !== y[i] && isGivenName(word) && isGivenName(y[i] ?? ''))) return false;
    // A letter alone may be another person's initial.
    if (x.some((word, i) => word.length === 1 && word !== y[i])) return false;
    if (Math.min(localA.length, localB.length) < 5 || !isWithin(localA, localB, 1)) return false;
    // A first letter is another person's initial, unless it leads a whole word beside another one, or changed its place with the second.
    const isWhole = x.length > 1 && x.length === y.length && Math.min(x[0]?.length ?? 0, y[0]?.length ?? 0) > 3;
    return isWhole || localA[0] === localB[0] || (localA[0] === localB[1] && localA[1] === localB[0]);
  }
  if (isOtherEnding(hostA, hostB)) return !(hasEnding(hostA) && hasEnding(hostB));
  return (localA.length > 4 || hostA.length > 9) && isWithin(hostA, hostB, hostA.length > 9 ? 2 : 1);
}

/** Whether two addresses differ in a number alone, by which a host tells people of one name apart: `jsmith`, `jsmith2`. */
export const areNumbered = (a: string, b: string): boolean =>
  localOf(a) !== localOf(b) && localOf(a).replace(/\d/g, '') === localOf(b).replace(/\d/g, '');

/** A host in its own words and the short ones that end it: `acme` and `co.uk`. */
const ENDED = /^(.+?)((?:\.[a-z]{2,3})+|\.[a-z]+)$/;
const wordsOf = (host: string): string => ENDED.exec(host)?.[1] ?? host;
/** Whether an ending is one that hosts have: `.com`, and neither `.con` nor `.com.com`. */
function hasEnding(host: string): boolean {
  const { isIcann, domainWithoutSuffix } = parse(host);
  return isIcann === true && wordsOf(host).endsWith(domainWithoutSuffix ?? '-');
}

/** Whether two hosts differ in their ending alone: `acme.com`, `acme.de`. */
export const isOtherEnding = (a: string, b: string): boolean => a !== b && wordsOf(a) === wordsOf(b);

/** Endings of firms that tell no country, or lost a letter; .org is often a foundation of that name. */
const PLACELESS = /\.(com|net|co|cm|om|ne)$/;
/** Whether two hosts differ in an ending that tells no country: a sister abroad has the ending of hers. */
export const isPlacelessEnding = (a: string, b: string): boolean =>
  isOtherEnding(a, b) && PLACELESS.test(a) && PLACELESS.test(b);

/** Whose name an address spells. */
export type Spelled = 'own' | 'other' | 'unclear';

/**
 * `own` where the part before the @ is made of the name's words, their forms, pieces or initials, a slip allowed; `other` where it is made of words that the
 * name does not have.
 */
export function spells(email: string, name: PersonName): Spelled {
  const local = unspelled(localOf(email).normalize('NFKD').replace(/\p{M}/gu, ''));
  const own = [...new Set([...name.words.map(unspelled), name.plainFamily])];
  const words = local.split(/[._\-\d]+/).filter(Boolean);
  const joined = words.join('');
  if (joined.length < 3 || isPost(email)) return 'unclear';
  const isOwn = (word: string): boolean =>
    word.length > 1 &&
    (isSameGiven(word, name.given) ||
      (name.given.length > 2 && !isGivenName(name.given) && word.startsWith(name.given)) ||
      own.some((w) => w === word || (w.length > 3 && isWithin(w, word, w.length > 6 ? 2 : 1))));
  if (isOwn(joined) || words.some(isOwn)) return 'own';
  if (own.some((w) => w.length > 3 && joined.includes(w)) || isMadeOf(joined, own)) return 'own';
  // In another script no name begins as its address does.
  const isBegunBy = (word: string) => name.words.some((own) => !/^[a-z]/.test(own) || isInitialOf(word.charAt(0), own));
  const isBegun = words.some(isBegunBy);
  if (words.length > 1 && !isBegun) return 'other';
  if (name.words.length < 2) return 'unclear';
  if (words.length > 1) return words.some((word) => word.length > 2) ? 'other' : 'unclear';
  return joined.length > 4 &&
    (name.given.length > 1 || !isInitialOf(name.given, joined)) &&
    name.family.length > 2 &&
    words[0] === local.replace(/\d{1,2}$/, '')
    ? 'other'
    : 'unclear';
}

/** Whether an address puts another given name, or another initial, alone beside the family name: `jane.martin`, `janemartin2` and `j.martin` are not Paul Martin. */
export function tellsAnotherGiven(email: string, { words, given, plainFamily }: PersonName): boolean {
  const own = words.map(unspelled);
  const local = unspelled(localOf(email));
  const isApart = /[._-]/.test(local);
  const parts = isApart ? local.split(/[._\-\d]+/) : [plainFamily, ...local.replace(/\d+$/, '').split(plainFamily)];
  const [word = '', other] = parts.filter((part) => part && part !== plainFamily);
  if (own.length < 2 || !word || other !== undefined || !local.includes(plainFamily)) return false;
  if (word.length === 1) return !words.some((one) => isInitialOf(word, one));
  if (!isApart && !isGivenName(word)) return false;
  return !isSameGiven(word, given) && !own.some((one) => isLikeWord(word, one));
}

/** Whether one of two words begins the other, or they are two letters apart; a given name is no slip. */
const isLikeWord = (a: string, b: string): boolean =>
  a.startsWith(b) || b.startsWith(a) || (!isGivenName(a) && isWithin(a, b, 2));

/** Whether an address puts another family name beside the given name: `jan.stastna` is not Jan Matejko. */
export function tellsAnotherFamily(email: string, { words, given }: PersonName): boolean {
  const own = words.map(unspelled);
  const parts = unspelled(localOf(email))
    .split(/[._\-\d]+/)
    .filter(Boolean);
  const beside = parts.filter((part) => part !== unspelled(given));
  const isLike = (part: string): boolean => own.some((word) => isLikeWord(part, word));
  return (
    own.length > 1 && beside.length < parts.length && beside.some((part) => part.length > 3) && !beside.some(isLike)
  );
}

/** Whether an address spells the name, and nothing of another one: `m.martin` and `perla.martin` are not James Martin. */
export const isAddressOf = (email: string, name: PersonName): boolean =>
  spells(email, name) === 'own' && !tellsAnotherGiven(email, name) && !tellsAnotherFamily(email, name);

/** Whether two addresses are both made of beginnings of the words of one of two names, and of nothing else. */
export function areOfOneName(a: string, x: PersonName, b: string, y: PersonName): boolean {
  const isOf = (email: string, name: PersonName): boolean => {
    const letters = unspelled(localOf(email).replace(/[^a-z]/g, ''));
    return letters.length > 1 && isMadeOf(letters, [...new Set([...name.words.map(unspelled), name.plainFamily])]);
  };
  return [x, y].some((name) => isOf(a, name) && isOf(b, name));
}

/** What the addresses of two rows say of two spellings of one name: each its own, only one its own, one the other row's, or neither. */
export type Spelling = 'both_own' | 'own' | 'theirs' | 'open';
export function spellingBy(a: string, x: PersonName, b: string, y: PersonName): Spelling {
  const pairs = [[x.plainGiven, y.plainGiven], [x, y].map(({ words }) => unspelled(words.at(-1) ?? ''))].filter(
    ([own, other]) => own !== other,
  );
  const said = pairs.map(([own = '', other = '']) => [shownIn(a, own, other), shownIn(b, other, own)]);
  if (said.some(([one, other]) => one === 'own' && other === 'own')) return 'both_own';
  const all = said.flat();
  return all.includes('theirs') ? 'theirs' : all.includes('own') ? 'own' : 'open';
}

/**
 * Whether the address that two rows share puts their names right: it is made of the two halves that they show, or spells one of two words that are two letters apart.
 * Of given names that is a known one, and the other is nobody's; spouses have such that end otherwise (Rohan, Rohini).
 */
export function isPutRight(email: string, a: PersonName, b: PersonName): boolean {
  const letters = unspelled(localOf(email).replace(/[^a-z]/g, ''));
  if (a.words.length === 1 || b.words.length === 1)
    return [a.squeezed + b.squeezed, b.squeezed + a.squeezed].some((both) => unspelled(both) === letters);
  // Short names of East Asia are two letters apart from many others.
  if (isEastAsian([a.family]) || isEastAsian([b.family])) return false;
  const isRight = (right: string, wrong: string): boolean =>
    Math.min(right.length, wrong.length) > 3 &&
    right[0] === wrong[0] &&
    letters.includes(right) &&
    isWithin(right, wrong, 2);
  const isGiven = (right: string, wrong: string): boolean =>
    isGivenName(right) && !isGivenName(wrong) && (!/[aeiy]$/.test(wrong) || right.at(-1) === wrong.at(-1));
  const isOf = (x: PersonName, y: PersonName): boolean =>
    x.plainGiven === y.plainGiven
      ? isRight(x.plainFamily, y.plainFamily)
      : isGiven(x.given, y.given) &&
        isRight(x.plainGiven, y.plainGiven) &&
        (x.plainFamily === y.plainFamily || x.words.includes(y.family));
  return a.generation === b.generation && (isOf(a, b) || isOf(b, a));
}

/** Which of two spellings stands before the @; of `josh` and `joshua` the longer. */
function shownIn(email: string, own: string, theirs: string): 'own' | 'theirs' | undefined {
  const local = unspelled(localOf(email));
  const parts = local.split(/[._-]/);
  const shows = (word: string): boolean => (word.length > 2 ? local.includes(word) : parts.includes(word));
  if (shows(theirs) && !(own.includes(theirs) && shows(own))) return 'theirs';
  return shows(own) ? 'own' : undefined;
}

/** Whether a text is beginnings of the words, one after the other in any order: `jsmi`, `smithjo`, `jps`; the last may have a slip. */
function isMadeOf(text: string, words: readonly string[]): boolean {
  if (!text) return true;
  return words.some((word, at) => {
    const rest = words.filter((_, i) => i !== at);
    if (word.length > 4 && (isWithin(text, word, 1) || (rest.length && isWithin(text.slice(0, -1), word, 1))))
      return true;
    for (let length = Math.min(word.length, text.length); length > 0; length--)
      if (text.startsWith(word.slice(0, length)) && isMadeOf(text.slice(length), rest)) return true;
    return false;
  });
}
