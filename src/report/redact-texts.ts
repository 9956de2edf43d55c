import { createHmac } from 'node:crypto';
import { numberHiderOf } from './redact-numbers.ts';
import { partHiderOf, unspacedHiderOf } from './redact-parts.ts';
import { UNSPACED, wordsIn, wordsOf } from './redact-words.ts';

/** How people are hidden: by a hash under a key, or by a number and the last digits of a phone. */
export type Redaction = { readonly how: 'hash'; readonly key: string } | { readonly how: 'digits' };

/**
 * Whom or what a file names, as it has it, and what it stands for where that is written in another way elsewhere. `words` are what somebody wrote
 * freely, which may name anybody; companies may be shown.
 */
export interface Person {
  readonly kind: 'person' | 'phone' | 'words' | 'company';
  readonly text: string;
  readonly same?: string;
}

export type Hide = (text: string) => string;
/** What stands for a person or a number: the same for the same, however it is written. */
export type Token = (kind: 'person' | 'phone' | 'email', text: string) => string;

/** What stands for a text that nobody can tell whom it names. */
export const NOT_SHOWN = '(not shown)';

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /\+\d[\d ().-]{6,}\d/g;

/** Replaces what names somebody in a text: addresses and numbers, whole names, names in scripts without blanks, and parts of names. */
export function hiderOf(people: readonly Person[], redaction: Redaction): Hide {
  const token = tokenOf(redaction);
  const written = new Set(people.flatMap(({ kind, text }) => (kind === 'words' ? text : [])));
  const named = people.filter(({ kind, text }) => kind === 'person' && !written.has(text)).map(({ text }) => text);
  const [names, words] = [needlesOf(people, false), needlesOf(people, true)];
  const hideNumbers = numberHiderOf(people, token);
  const companies = people.flatMap(({ kind, text }) => (kind === 'company' ? text : []));
  const hideUnspaced = unspacedHiderOf(named, companies, token);
  const hideParts = partHiderOf(named, companies, token);
  return (text) => {
    const addressed = hideWhole(text, words, token).replace(EMAIL, (email) => token('email', email));
    const plain = hideNumbers(addressed.replace(PHONE, (phone) => token('phone', phone)));
    const shown = hideParts(hideUnspaced(hideWhole(plain, names, token)));
    return shown === text ? text : shown.replaceAll(`(${NOT_SHOWN})`, NOT_SHOWN);
  };
}

function tokenOf(redaction: Redaction): Token {
  const numbers = { person: new Map<string, number>(), email: new Map<string, number>() };
  return (kind, text) => {
    const known = kind === 'phone' ? text.replace(/\D/g, '') : wordsOf(text).join(' ');
    if (redaction.how === 'hash') {
      const hash = createHmac('sha256', redaction.key).update(`${kind} ${known}`).digest('hex');
      return `${kind}-${BigInt(`0x${hash}`).toString(36).slice(-9)}`;
    }
    if (kind === 'phone') return `phone-${known.slice(-4)}`;
    const seen = numbers[kind];
    const number = seen.get(known) ?? seen.size + 1;
    seen.set(known, number);
    return `${kind}-${number}`;
  };
}

interface Needle extends Person {
  readonly words: readonly string[];
}

/** What is found word by word, by its first word, the longest first: names and numbers, or what was written freely. */
function needlesOf(people: readonly Person[], isFree: boolean): ReadonlyMap<string, readonly Needle[]> {
  const byFirst = new Map<string, Map<string, Needle>>();
  for (const person of people) {
    const words = wordsOf(person.text);
    const [first] = words;
    if (first === undefined || person.kind === 'company' || isFree !== (person.kind === 'words')) continue;
    // A single word or a code, as most reasons are, stands in sentences of ours too.
    if (isFree && !/\s/.test(person.text) && !UNSPACED.test(person.text)) continue;
    const own = byFirst.get(first) ?? new Map<string, Needle>();
    byFirst.set(first, own.set(words.join(' '), { ...person, words }));
  }
  return new Map(
    [...byFirst].map(([first, own]) => [first, [...own.values()].sort((a, b) => b.words.length - a.words.length)]),
  );
}

/** Names are found word by word, so that blanks, commas and capitals between them do not matter; one word alone, and what was written freely, only as it is written. */
function hideWhole(text: string, needles: ReadonlyMap<string, readonly Needle[]>, token: Token): string {
  const words = wordsIn(text);
  let shown = '';
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = words[i];
    const hit = start && needles.get(start.word)?.find((needle) => stands(needle, i));
    const end = hit && words[i + hit.words.length - 1];
    if (!start || !hit || !end) continue;
    const { kind } = hit;
    const hidden = kind === 'person' || kind === 'phone' ? token(kind, hit.same ?? hit.text) : NOT_SHOWN;
    shown += text.slice(at, start.from) + hidden;
    at = end.to;
    i += hit.words.length - 1;
  }
  return shown + text.slice(at);

  function stands({ kind, words: wanted, text: written }: Needle, i: number): boolean {
    if (!wanted.every((word, n) => words[i + n]?.word === word)) return false;
    const [from, to] = [words[i]?.from, words[i + wanted.length - 1]?.to];
    return (wanted.length > 1 && kind !== 'words') || written.includes(text.slice(from, to));
  }
}
