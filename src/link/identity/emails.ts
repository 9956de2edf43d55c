import { getDomain } from 'tldts';
import { isGivenName, isSameGiven } from './given-names.ts';
import type { PersonName } from './names.ts';
import { isWithin, unspelled } from './text.ts';

/** Mail hosts whose addresses say nothing of a company. */
const FREE_MAIL =
  'gmail.com googlemail.com yahoo.com ymail.com outlook.com hotmail.com live.com msn.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de proton.me protonmail.com pm.me mail.com yandex.com yandex.ru mail.ru zoho.com fastmail.com hey.com orange.fr free.fr wanadoo.fr laposte.net libero.it virgilio.it hotmail.co.uk yahoo.co.uk btinternet.com comcast.net verizon.net att.net sbcglobal.net qq.com 163.com 126.com naver.com'.split(
    ' ',
  );

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
/** An address that stands for none: `noemail@noemail.com`, `test@test.com`. */
export const isMadeUp = (email: string): boolean =>
  MADE_UP.has(localOf(email).replace(/[^a-z]/g, '')) &&
  (MADE_UP.has(hostOf(email).split('.')[0] ?? '') || /^(test|example|domain|email|mail|company)\./.test(hostOf(email)));

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
    return (
      Math.min(localA.length, localB.length) > 4 &&
      localA.slice(0, 1) === localB.slice(0, 1) &&
      isWithin(localA, localB, 1)
    );
  }
  return localA === localB && localA.length > 4 && isWithin(hostA, hostB, hostA.length > 9 ? 2 : 1);
}

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
      own.some((w) => w === word || (w.length > 3 && isWithin(w, word, w.length > 6 ? 2 : 1))));
  if (isOwn(joined) || words.some(isOwn)) return 'own';
  if (own.some((w) => w.length > 3 && joined.includes(w)) || isMadeOf(joined, own)) return 'own';
  if (words.length > 1) return words.some((word) => word.length > 2) ? 'other' : 'unclear';
  return joined.length > 4 && name.given.length > 1 && name.family.length > 2 && words[0] === local
    ? 'other'
    : 'unclear';
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
