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

/** What is found word by word: by its first word how many words there may be, the most first, and by all of them whom they name. */
interface Needles {
  readonly lengths: ReadonlyMap<string, readonly number[]>;
  readonly people: ReadonlyMap<string, Person>;
}

/** Names and numbers, or what was written freely. */
function needlesOf(people: readonly Person[], isFree: boolean): Needles {
  const lengths = new Map<string, number[]>();
  const byWords = new Map<string, Person>();
  for (const person of people) {
    const words = wordsOf(person.text);
    const [first] = words;
    if (first === undefined || person.kind === 'company' || isFree !== (person.kind === 'words')) continue;
    // A single word or a code, as most reasons are, stands in sentences of ours too.
    if (isFree && !/\s/.test(person.text) && !UNSPACED.test(person.text)) continue;
    const own = lengths.get(first) ?? [];
    if (!own.includes(words.length)) own.push(words.length);
    lengths.set(first, own);
    byWords.set(words.join(' '), person);
  }
  for (const own of lengths.values()) own.sort((a, b) => b - a);
  return { lengths, people: byWords };
}

/** Names are found word by word, so that blanks, commas and capitals between them do not matter; one word alone, and what was written freely, only as it is written. */
function hideWhole(text: string, { lengths, people }: Needles, token: Token): string {
  const words = wordsIn(text);
  let shown = '';
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const from = words[i]?.from ?? 0;
    for (const length of lengths.get(words[i]?.word ?? '') ?? []) {
      const found = words.slice(i, i + length);
      const person = people.get(found.map(({ word }) => word).join(' '));
      const to = found.at(-1)?.to ?? from;
      if (!person || ((length === 1 || person.kind === 'words') && !person.text.includes(text.slice(from, to))))
        continue;
      const { kind } = person;
      const hidden = kind === 'person' || kind === 'phone' ? token(kind, person.same ?? person.text) : NOT_SHOWN;
      shown += text.slice(at, from) + hidden;
      at = to;
      i += length - 1;
      break;
    }
  }
  return shown + text.slice(at);
}
