import type { LinkDecision } from '../link/link-decisions.ts';
import type { Problem } from '../problems/problem.ts';
import type { Field } from '../read/field.ts';
import { nameAndAddress } from '../read/person-cell.ts';
import { HELD_SOURCES, type Held, type HeldSource } from '../read/records.ts';
import { SOURCES } from '../read/source-table.ts';
import type { Sow } from '../sow/sow.ts';
import { fileHiderOf, filesIn, pathsHiderOf } from './redact-files.ts';
import { type Hide, hiderOf, NOT_SHOWN, type Person, type Redaction } from './redact-texts.ts';

/** Who else is to be hidden than the rows that are held name. */
interface AlsoNamed {
  /** Of links that were decided before. */
  readonly decided?: readonly LinkDecision[] | undefined;
  /** Agents of calls, which are not held. */
  readonly callers?: readonly string[];
  /** Of which waivers name people, and the reasons of rejection that the contract lists may be shown. */
  readonly sow?: Sow;
}

/** Everybody whom the inputs name, what was written freely of them, and the companies that may be shown. Addresses are told by their form, wherever they stand. */
export function peopleOf(records: Held | undefined, { decided = [], callers = [], sow }: AlsoNamed = {}): Person[] {
  const found = new Map<string, Person>();
  const add = (kind: Person['kind'], text: string | undefined, same?: string): void => {
    if (text) found.set(`${kind} ${text}`, { kind, text, ...(same ? { same } : {}) });
  };
  const listed = new Set(sow?.rules.acceptance?.reasons?.map((reason) => reason.toLowerCase()));
  for (const source of HELD_SOURCES) {
    const fields = toldIn(source);
    for (const { raw, ...row } of records?.[source] ?? []) {
      for (const field of fields.names)
        for (const text of severalIn(field, raw[field])) add('person', named(field, text));
      for (const field of fields.companies) add('company', raw[field]);
      for (const field of fields.free)
        if (!listed.has(raw[field]?.trim().toLowerCase() ?? '')) add('words', raw[field]?.trim());
      add('phone', raw.phone, 'phone' in row ? row.phone : undefined);
    }
  }
  for (const { ours, theirs, by, why } of decided) {
    for (const side of [ours, theirs]) for (const text of side.contact_name?.split('; ') ?? []) add('person', text);
    add('person', by);
    add('words', why?.trim());
  }
  for (const caller of callers) add('person', named('agent', caller));
  for (const { by, reason } of sow?.waivedBy ?? []) {
    add('person', by);
    add('words', reason.trim());
  }
  return [...found.values()];
}

const ALSO_PEOPLE: ReadonlySet<string> = new Set(['agent', 'attendees', 'by']);

/** What the fields of each source say: who somebody is, for whom they work, and what was written freely, of whomever. */
function toldIn(source: HeldSource): Readonly<Record<'names' | 'free' | 'companies', readonly string[]>> {
  const of = (is: (field: Field, name: string) => boolean): string[] =>
    Object.entries<Field>(SOURCES[source]).flatMap(([name, field]) => (is(field, name) ? name : []));
  return {
    names: of(({ person }, name) => person === true || ALSO_PEOPLE.has(name)),
    free: of(({ free }) => free === true),
    companies: of((_, name) => name === 'company' || name === 'account'),
  };
}

/** The names of a cell, which may hold several of them. */
const severalIn = (field: string, cell = ''): readonly string[] =>
  cell.split(field === 'attendees' ? /[;,]/ : ';').map((text) => text.trim());

/** A name, without the address that may stand behind it (`Ruth Imai (ruth@harborline.example)`): that is told by its form. */
function named(field: string, text: string): string | undefined {
  const name = text.includes('@') ? nameAndAddress(text).name : text;
  return (text !== name && !/^\p{L}.* /u.test(name)) || (field === 'agent' && !isName(text)) ? undefined : name;
}

/** An agent by name; an id such as `A17`, `204` or `B` names nobody, and stands in other words too. */
const isName = (text: string): boolean =>
  /\p{L}[\p{L}\p{M}]*\p{L}/u.test(text) || (!/\p{N}/u.test(text) && /\p{Lo}|\p{L}.*\p{L}/u.test(text));

/** A copy of a document in which nobody is named: contacts, and names, addresses and phones wherever a text holds them. */
export function redacted<D extends object>(document: D, people: readonly Person[], redaction: Redaction): D {
  const copy = structuredClone(document);
  scrub(copy, documentHiderOf(copy, people, redaction));
  return copy;
}

/** Replaces in texts of a document whom it names, also in the names of its files. */
export function documentHiderOf(document: object, people: readonly Person[], redaction: Redaction): Hide {
  const known = [...namedIn(document), ...people];
  const hide = hiderOf(known, redaction);
  const hidePaths = pathsHiderOf([...filesIn(document)], fileHiderOf(known, hide));
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

/** Whom a document names itself, as contacts, as agents and in the names of its links, and what it quotes of leads: all that is known of a closed month. */
function namedIn(node: unknown): Person[] {
  if (typeof node !== 'object' || node === null) return [];
  const isName = 'field' in node && node.field === 'name';
  const isLead = 'stage' in node && 'note' in node;
  return Object.entries(node).flatMap(([key, value]): Person[] => {
    if (typeof value !== 'string') return namedIn(value);
    if (isLead && (key === 'note' || key === 'reason')) return [{ kind: 'words', text: value }];
    if (key === 'company') return [{ kind: 'company', text: value }];
    const isPerson = key === 'contact' || (isName && (key === 'ours' || key === 'theirs'));
    const text = isPerson ? value : key === 'agent' ? named(key, value) : undefined;
    return text ? [{ kind: 'person', text }] : [];
  });
}

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
    OF_CELLS.has(key) && !isFigure(String(value)) ? [key, NOT_SHOWN] : [key, value],
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
