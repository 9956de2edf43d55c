import { createHmac } from 'node:crypto';
import type { LinkDecision } from '../link/link-decisions.ts';
import type { Problem } from '../problems/problem.ts';
import { HELD_SOURCES, type Held } from '../read/records.ts';
import { fileHiderOf, filesIn, pathsHiderOf } from './redact-files.ts';

/** How people are hidden: by a hash under a key, or by a number and the last digits of a phone. */
export type Redaction = { readonly how: 'hash'; readonly key: string } | { readonly how: 'digits' };

/** A name or a phone as a file has it, and what it stands for where that is written in another way elsewhere. */
export interface Person {
  readonly kind: 'person' | 'phone';
  readonly text: string;
  readonly same?: string;
}

/** Everybody whom the inputs name, now or when a link was decided, and who called. Addresses are told by their form, wherever they stand. */
export function peopleOf(
  records: Held,
  decided: readonly LinkDecision[] = [],
  callers: readonly string[] = [],
): Person[] {
  const found = new Map<string, Person>();
  for (const source of HELD_SOURCES)
    for (const { raw, ...row } of records[source]) {
      const phone = 'phone' in row ? row.phone : undefined;
      for (const text of [raw.contact_name, raw.name, agentNamed(raw.agent)])
        if (text) found.set(`n ${text}`, { kind: 'person', text });
      if (raw.phone) found.set(`p ${raw.phone}`, { kind: 'phone', text: raw.phone, ...(phone ? { same: phone } : {}) });
    }
  for (const { ours, theirs } of decided)
    for (const side of [ours, theirs])
      for (const text of side.contact_name?.split('; ') ?? []) found.set(`n ${text}`, { kind: 'person', text });
  for (const caller of callers) {
    const text = agentNamed(caller);
    if (text) found.set(`n ${text}`, { kind: 'person', text });
  }
  return [...found.values()];
}

/** An agent by name; an id such as `A17` or `204` names nobody, and stands in other words too. */
const agentNamed = (text: string | undefined): string | undefined =>
  text !== undefined && /\p{L}{2}/u.test(text) ? text : undefined;

export type Hide = (text: string) => string;

/** A copy of a document in which nobody is named: contacts, and names, addresses and phones wherever a text holds them. */
export function redacted<D extends object>(document: D, people: readonly Person[], redaction: Redaction): D {
  const copy = structuredClone(document);
  scrub(copy, documentHiderOf(copy, people, redaction));
  return copy;
}

/** Replaces in texts of a document whom it names, also in the names of its files. */
export function documentHiderOf(document: object, people: readonly Person[], redaction: Redaction): Hide {
  const contacts = contactsIn(document).map((text): Person => ({ kind: 'person', text }));
  const named = [...contacts, ...people];
  const hide = hiderOf(named, redaction);
  const hidePaths = pathsHiderOf([...filesIn(document)], fileHiderOf(named, hide));
  return (text) => hide(hidePaths(text));
}

/** Fields that hold words of ours or of the contract: they name no person, and a person who is called `Open` must not change them. */
const OURS: ReadonlySet<string> = new Set([
  'schema',
  'sha256',
  'head',
  'code',
  'rule',
  'outcome',
  'verdict',
  'reasons',
  'result',
  'kind',
  'status',
  'severity',
  'source',
  'step',
  'test',
  'method',
  'of',
  'hash',
  'seed',
  'side',
  'figures',
  'beyond',
  'bucket',
  'decision',
  'field',
  'level',
  'grade',
  'unit',
  'cured_by',
  'sow',
  'client',
  'vendor',
  'currency',
  'time_zone',
  'tool',
  'period',
  'as_of',
  'tolerance',
  'key',
  'path',
  'level',
  'field',
]);

const CODE = /^[a-z0-9_]+$/;

function scrub(node: unknown, hide: Hide, seen = new Set<object>()): void {
  if (typeof node !== 'object' || node === null || seen.has(node)) return;
  // A ruling stands in two places: it is hidden once.
  seen.add(node);
  for (const [key, value] of Object.entries(node)) {
    if (!Array.isArray(node) && OURS.has(key)) continue;
    if (typeof value !== 'string') scrub(value, hide, seen);
    else if (key !== 'reason' || !CODE.test(value)) Reflect.set(node, key, hide(value));
  }
}

/** The people that a document names itself, as contacts, as agents and in the names of its links: all that is known of a closed month. */
function contactsIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const isName = 'field' in node && node.field === 'name';
  return Object.entries(node).flatMap(([key, value]) => {
    if (key === 'agent' && typeof value === 'string') return agentNamed(value) ?? [];
    const isPerson = key === 'contact' || (isName && (key === 'ours' || key === 'theirs'));
    return isPerson && typeof value === 'string' ? (value ? [value] : []) : contactsIn(value);
  });
}

const EMAIL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const PHONE = /\+\d[\d ().-]{6,}\d/g;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** Arguments of a problem that stand in a file as they are: where cells stand one column off, they are anybody's name. */
const OF_CELLS: ReadonlySet<string> = new Set(['value', 'text', 'of']);
/** A status has to be read to be mapped; a file that is refused for it says no more than the word. */
const WORDS: ReadonlySet<Problem['code']> = new Set(['unmapped_value']);
const FIGURES = /^[\d\s.,:/+TZ%-]*$/;
const DAY = /\d{1,4}([./-])\d{1,2}\1\d{1,4}/;

/** A cell that names nobody: a day, a time, a short number. */
const isFigure = (cell: string): boolean =>
  FIGURES.test(cell) && (DAY.test(cell) || cell.replace(/\D/g, '').length < 7);

/** A problem without what a cell says, unless that is a figure: nobody knows who is named in a row that cannot be read. */
export function unnamed(p: Problem): Problem {
  if (WORDS.has(p.code)) return p;
  const args = Object.entries(p.args).map(([key, value]) =>
    OF_CELLS.has(key) && !isFigure(String(value)) ? [key, '(not shown)'] : [key, value],
  );
  return { ...p, args: Object.fromEntries(args) };
}

/** A problem for a log that names nobody: no row, no foreign cell, no address, and nobody of those who are known. */
export function problemHiderOf(redaction: Redaction, people: readonly Person[]): (p: Problem) => Problem {
  const hide = hiderOf(people, redaction);
  const hideFile = fileHiderOf(people, hide);
  return (found) => {
    const { code, place, args } = unnamed(found);
    const shown = Object.entries(args).map(([key, value]) => [key, typeof value === 'string' ? hide(value) : value]);
    return { code, place: { ...place, file: hideFile(place.file) }, args: Object.fromEntries(shown) };
  };
}

/** Replaces what names somebody in a text. */
export function hiderOf(people: readonly Person[], redaction: Redaction): Hide {
  const { token } = new Tokens(redaction);
  const named = namesIn(people);
  return (text) =>
    hideNames(
      text.replace(EMAIL, (email) => token('email', email)).replace(PHONE, (phone) => token('phone', phone)),
      named,
      token,
    );
}

type Kind = Person['kind'] | 'email';
type Token = (kind: Kind, text: string) => string;

/** What stands for a person: the same for the same, however it is written. */
class Tokens {
  readonly #redaction: Redaction;
  readonly #numbers = { person: new Map<string, number>(), email: new Map<string, number>() };
  constructor(redaction: Redaction) {
    this.#redaction = redaction;
  }
  readonly token: Token = (kind, text) => {
    const known = kind === 'phone' ? text.replace(/\D/g, '') : wordsOf(text).join(' ');
    if (this.#redaction.how === 'hash') {
      const hash = createHmac('sha256', this.#redaction.key).update(`${kind} ${known}`).digest('hex');
      return `${kind}-${BigInt(`0x${hash}`).toString(36).slice(-9)}`;
    }
    if (kind === 'phone') return `phone-${known.slice(-4)}`;
    const seen = this.#numbers[kind];
    const number = seen.get(known) ?? seen.size + 1;
    seen.set(known, number);
    return `${kind}-${number}`;
  };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

interface Needle extends Person {
  readonly words: readonly string[];
}

/** Names by their first word, the longest first. */
function namesIn(people: readonly Person[]): ReadonlyMap<string, readonly Needle[]> {
  const byFirst = new Map<string, Map<string, Needle>>();
  for (const person of people) {
    const words = wordsOf(person.text);
    const [first] = words;
    if (first === undefined) continue;
    const own = byFirst.get(first) ?? new Map<string, Needle>();
    byFirst.set(first, own.set(words.join(' '), { ...person, words }));
  }
  return new Map(
    [...byFirst].map(([first, own]) => [first, [...own.values()].sort((a, b) => b.words.length - a.words.length)]),
  );
}

/** Names are found word by word, so that blanks, commas and capitals between them do not matter; one word alone counts only as it is written. */
function hideNames(text: string, named: ReadonlyMap<string, readonly Needle[]>, token: Token): string {
  const words = [...text.matchAll(WORD)].map((m) => ({
    word: m[0].toLowerCase(),
    from: m.index,
    to: m.index + m[0].length,
  }));
  let shown = '';
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    const start = words[i];
    const hit = start && named.get(start.word)?.find((needle) => stands(needle, i));
    const end = hit && words[i + hit.words.length - 1];
    if (!start || !hit || !end) continue;
    shown += text.slice(at, start.from) + token(hit.kind, hit.same ?? hit.text);
    at = end.to;
    i += hit.words.length - 1;
  }
  return shown + text.slice(at);

  function stands({ words: wanted, text: written }: Needle, i: number): boolean {
    if (!wanted.every((word, n) => words[i + n]?.word === word)) return false;
    const [from, to] = [words[i]?.from, words[i]?.to];
    return wanted.length > 1 || text.slice(from, to) === written.trim();
  }
}
