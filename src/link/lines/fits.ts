import type { Instant, PlainDate } from '../../model.ts';
import type { InvoiceLine, Meeting } from '../../read/records.ts';
import { daysBetween } from '../../sow/dates.ts';
import { isIn, type Period, parsePeriod } from '../../sow/period.ts';
import type { Called } from '../called.ts';
import type { Choice } from '../decided.ts';
import { groupBy } from '../grouped.ts';
import type { ContactCells } from '../identity/identity.ts';
import type { PersonLink } from '../identity/people.ts';
import { plain, unspelled } from '../identity/text.ts';
import { nameKey } from '../keys.ts';
import type { LinkReason } from '../reasons.ts';
import { deliveredAt, type Slot } from '../slots.ts';
import type { Naming } from './names.ts';
import { tellsDay } from './texts.ts';

/** What is billed, and who stands on every line. */
export interface Billing {
  readonly period: Period;
  /** Client and vendor: their names say nothing of whom a line bills. */
  readonly parties: readonly string[];
  readonly dayOf: (instant: Instant) => PlainDate;
  /** Whether a slot was known when a period, if it is, was closed: its lines keep their meetings. */
  readonly isKnownThen: (of: Period, slot: Slot) => boolean;
}

/** Slots of one person, the likeliest first. */
export type Person = readonly [Slot, ...Slot[]];

/** People who fit a line. */
export interface Fit {
  readonly people: readonly Person[];
  /** Nothing speaks against any of them; there may be more than the line bills. */
  readonly isClear: boolean;
  /** Why they fit; of those that are not clear, what is wanting. */
  readonly reason: LinkReason;
  /** The cells that were compared. */
  readonly cells: ContactCells;
}

/** A comparison of the cells of a line, with the slots of the people whom it found, the best first. */
export interface Compared {
  readonly answer: PersonLink<Meeting>;
  readonly slots: readonly (readonly Slot[])[];
}

/** Whom a line bills: as a person chose, by its cells, else by its text; else in doubt whom its words may mean. */
export function fitOf(
  line: InvoiceLine,
  naming: Naming,
  compared: Compared | undefined,
  called: Called<Slot>,
  { same, others }: Choice<Slot>,
  billing: Billing,
): Fit | undefined {
  const { cells, asked = cells } = naming;
  if (same) return { people: [[same]], isClear: true, reason: 'decided', cells };
  const peopleOf = (slots: Iterable<Slot>): Person[] => {
    const left = firstOf(slots, MOST_LOOKED_AT).filter(
      (slot) => !others.has(slot) && billing.isKnownThen(periodOf(line, billing), slot),
    );
    return groupBy(nearest(line, naming, left, billing), ({ person }) => person);
  };
  const answer = compared?.answer;
  const people = compared?.slots.flatMap((of) => peopleOf(of).slice(0, 1)) ?? [];
  if (answer?.decision === 'linked') return { people, isClear: true, reason: answer.reason, cells: asked };
  const isOpen = asked !== cells || mayBeInText(answer);
  const inText = isOpen ? byText(naming, called, peopleOf) : undefined;
  if (inText?.isClear) return inText;
  const doubt: Fit | undefined =
    answer?.decision === 'review'
      ? { people, isClear: false, reason: answer.reason, cells: asked }
      : (inText ?? byWords(naming, isOpen, called, peopleOf));
  return doubt && isMet(doubt, naming, line, billing) ? { ...doubt, isClear: true, reason: 'named' } : doubt;
}

/** `Ms Müller, Stahlwerk Nord, 2 June`: half of the name of the only one of the firm who may be meant, and the very day. */
function isMet({ people }: Fit, { spoken, unexplained, day }: Naming, line: InvoiceLine, billing: Billing): boolean {
  const [[slot] = [], ...others] = people;
  if (!slot || others.length || !unexplained.length) return false;
  const name = nameKey(slot.record.contact_name)?.split(' ').map(unspelled) ?? [];
  return (
    spoken.mentions.some(({ of, by }) => by === 'company' && of.has(slot)) &&
    unexplained.every((word) => name.includes(unspelled(plain(word)))) &&
    isToldOn(line, day, dayOfSlot(slot, billing))
  );
}

/** Whether a name may still say who it is: no cell speaks against it. */
const mayBeInText = (answer: PersonLink<Meeting> | undefined): boolean =>
  !answer || (SOFT.has(answer.reason) && !answer.fields.some(({ level }) => level.startsWith('other')));
const SOFT: ReadonlySet<LinkReason> = new Set(['name_only', 'initial_only', 'too_weak', 'rivals']);

/** Of more with one name, or at one firm, a text tells nobody apart. */
const MOST_LOOKED_AT = 200;
function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const first: T[] = [];
  for (const one of all) {
    if (first.length === most) break;
    first.push(one);
  }
  return first;
}

type PeopleOf = (slots: Iterable<Slot>) => Person[];

/** Whom the text of a line means: each name is one person; where it has none, those of the firms that it names, unless it says more. */
function byText(
  { cells, spoken, unexplained, runs }: Naming,
  called: Called<Slot>,
  peopleOf: PeopleOf,
): Fit | undefined {
  const firms = spoken.mentions.filter(({ by }) => by === 'company');
  const [firm] = firms;
  const at = (said: readonly { readonly of: ReadonlySet<Slot> }[], of: Iterable<Slot>): Slot[] =>
    [...of].filter((slot) => said.some((one) => one.of.has(slot)));
  const names = spoken.mentions
    .filter(({ by }) => by !== 'company')
    .map(({ of, by, text }) => {
      const there = at(firms, of);
      const near = there.length ? there : at(spoken.faint, of);
      const people = peopleOf(near.length ? near : of);
      const isOther =
        people.some((of) => hasOtherKey(cells, of)) ||
        (!firm && people.some((of) => unexplained.some((word) => !isOf(word, of))));
      const doubts: Partial<Record<LinkReason, boolean>> = {
        other_company: firm !== undefined && !there.length,
        rivals: people.length > 1 || of.size > MOST_LOOKED_AT,
        initial_only: by === 'initial' && !near.length,
        name_only: isOther,
      };
      const doubt = (Object.keys(doubts) as LinkReason[]).find((reason) => doubts[reason]);
      return { text, people, doubt };
    });
  const [name] = names;
  if (name) {
    // `Lisa and Laura Brown (Acme)`
    const beside = firm ? runs.flatMap((run) => called.nearAt(run, firm.text)) : [];
    const people = merged([...names.flatMap((said) => said.people), ...peopleOf(beside)]);
    const doubt = names.map((said) => said.doubt).find((reason) => reason !== undefined);
    const own = { ...(firm && { company: firm.text }), ...cells, contact_name: name.text };
    return { people, isClear: !doubt, reason: doubt ?? 'named', cells: own };
  }
  const told = firm ? firms : spoken.faint;
  const [said] = told;
  if (!said) return undefined;
  const there = peopleOf(told.length > 1 ? new Set(told.flatMap(({ of }) => [...of])) : said.of);
  // `Acme - CTO`
  const explained = there.filter((of) => unexplained.every((word) => isOf(word, of, BESIDE)));
  const isClear = firm !== undefined && firm.of.size <= MOST_LOOKED_AT && explained.length > 0;
  return {
    people: isClear ? explained : there,
    isClear,
    reason: isClear ? 'named' : 'too_weak',
    cells: { ...cells, company: said.text },
  };
}

/** Whom a line that names nobody whom we know may mean: another form of a name, half a name with a firm. */
function byWords(
  { cells, spoken, runs }: Naming,
  isOpen: boolean,
  called: Called<Slot>,
  peopleOf: PeopleOf,
): Fit | undefined {
  const all = [...runs, ...spoken.mentions.map(({ text }) => text)].join(' ');
  const { contact_name: name, company: firm } = cells;
  const slots = [
    ...(isOpen ? runs.flatMap((text) => called.near(text)) : []),
    ...called.nearAt(name ?? all, firm ?? all),
  ];
  return slots.length
    ? { people: merged(peopleOf(new Set(slots))), isClear: false, reason: 'too_weak', cells }
    : undefined;
}

/** Each person once. */
const merged = (people: readonly Person[]): Person[] => [...new Map(people.map((of) => [of[0].person, of])).values()];

/** Whether a line shows an address or a number that is not the person's. */
const hasOtherKey = (cells: ContactCells, [{ record }]: Person): boolean =>
  (['email', 'phone'] as const).some((key) => cells[key] && cells[key] !== record[key]);

/** What a line may say of a person beside the name. */
const BESIDE = ['company', 'title', 'campaign', 'agent', 'host', 'product', 'channel', 'country', 'region'] as const;
const WHOSE = [...BESIDE, 'domain', 'email'] as const;

/** Whether a word is of what we know of a person. */
const isOf = (word: string, [{ record }]: Person, fields: readonly (typeof WHOSE)[number][] = WHOSE): boolean =>
  fields.some((field) => record[field]?.toLowerCase().includes(word));

const periodOf = (line: InvoiceLine, { period }: Billing): Period =>
  (line.period === undefined ? undefined : parsePeriod(line.period)) ?? period;

const dayOfSlot = ({ start, record }: Slot, { dayOf }: Billing): PlainDate => dayOf(start ?? deliveredAt(record));

/** Whether a line tells a day, in a column, there also without the year, or in its text. */
const isToldOn = ({ raw, description = '' }: InvoiceLine, told: PlainDate | undefined, day: PlainDate): boolean =>
  told === day || tellsDay((told === undefined && raw.meeting_date) || '', day) || tellsDay(description, day);

/** Of slots that a line may mean those of its day, else of a day beside it, of its period, and those that the vendor asks money for. */
function nearest(line: InvoiceLine, { day: told }: Naming, slots: readonly Slot[], billing: Billing): readonly Slot[] {
  const of = periodOf(line, billing);
  const dayOf = (slot: Slot): PlainDate => dayOfSlot(slot, billing);
  const tests: ((slot: Slot) => boolean)[] = [
    (slot) => told === dayOf(slot),
    (slot) => told !== undefined && Math.abs(daysBetween(told, dayOf(slot))) <= 1,
    (slot) => isToldOn(line, told, dayOf(slot)),
    (slot) => isIn(of, dayOf(slot)),
    ({ record }) => record.claimed ?? record.outcome === 'held',
  ];
  return tests.reduce((left, test) => {
    const fitting = left.filter(test);
    return fitting.length ? fitting : left;
  }, slots);
}
