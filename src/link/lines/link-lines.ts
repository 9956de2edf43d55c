import type { InvoiceLine, Meeting } from '../../read/records.ts';
import { Called } from '../called.ts';
import type { Choice } from '../decided.ts';
import { groupBy } from '../grouped.ts';
import { type Scale, scaleBy } from '../identity/fields.ts';
import { type ContactCells, takeCensus } from '../identity/identity.ts';
import { linkPeople } from '../identity/people.ts';
import { allTenthsOf, type FieldScore, fieldsOf } from '../identity/scorer.ts';
import { compareNatural } from '../keys.ts';
import type { LinkReason } from '../reasons.ts';
import { rowsOf, type Slot } from '../slots.ts';
import { type Billing, type Compared, type Fit, fitOf, type Person } from './fits.ts';
import { billedBy, hasId, kindOf } from './kinds.ts';
import { type Naming, namingCells } from './names.ts';

/** Whom a line without an id bills, as far as it names anybody. */
export interface LineLink {
  readonly decision: 'linked' | 'review' | 'none';
  readonly reason: LinkReason;
  /** Linked: a slot for each lead that it bills. In doubt: one of each person whom it may bill. */
  readonly slots: readonly Slot[];
  readonly score: number | undefined;
  readonly fields: readonly FieldScore[];
}

/** So many whom a line may bill are shown. */
const SHOWN = 20;
const NOBODY: LineLink = { decision: 'none', reason: 'nobody_alike', slots: [], score: undefined, fields: [] };

/** A line bills leads, or gives them back, and says by no id which. */
const isNameless = (line: InvoiceLine): boolean =>
  !hasId(line) && ['lead', 'replacement', 'adjustment'].includes(kindOf(line));
const isBack = (line: InvoiceLine): boolean => kindOf(line) === 'adjustment';

/**
 * Ties lines without ids to the people whom they name, in columns or in their text. A line that names a firm alone bills the one lead of it; several lines bill
 * as many. Lines that name nobody are left out.
 */
export function linkLines(
  lines: readonly InvoiceLine[],
  slots: readonly Slot[],
  { registry }: Scale,
  choiceOf: (line: InvoiceLine) => Choice<Slot>,
  billing: Billing,
): Map<InvoiceLine, LineLink> {
  const links = new Map<InvoiceLine, LineLink>();
  const nameless = lines.filter(isNameless);
  if (!nameless.length) return links;
  const inOrder = [...slots].sort((a, b) => (a.start ?? 0) - (b.start ?? 0) || compareNatural(a.id, b.id));
  const slotOf = new Map(inOrder.flatMap((slot) => rowsOf(slot).map((row): [Meeting, Slot] => [row, slot])));
  const rows = [...slotOf.keys()];
  const called = new Called(
    [...slotOf].map(([row, slot]) => [slot, registry.identityOf(row)]),
    registry,
  );
  // A vendor's line speaks of the vendor's rows: it is by them that a name is rare.
  const census = takeCensus(
    rows.map((row) => registry.identityOf(row)),
    [],
    registry,
  );
  const scale = scaleBy(registry, census, undefined);
  const naming = namingCells(nameless, rows, called, billing.parties);
  const comparedOf = comparisons(
    nameless.flatMap((line) => {
      const { asked } = naming.of(line);
      return asked ? [[line, asked]] : [];
    }),
    slotOf,
    scale,
  );

  const taken = new Set(slotsWithIds(lines, inOrder));
  const link = (line: InvoiceLine, { people, reason, cells }: Fit): void => {
    const own = people.map((of) => (isBack(line) ? of[0] : (of.find((slot) => !taken.has(slot)) ?? of[0])));
    if (!isBack(line)) for (const slot of own) taken.add(slot);
    links.set(line, { decision: 'linked', reason, slots: own, ...weighed(cells, own, scale) });
  };
  const clear: [InvoiceLine, Fit][] = [];
  const open = new Map<InvoiceLine, Fit>();
  for (const line of nameless) {
    const named = naming.of(line);
    const leads = billedBy(line);
    const found = fitOf(line, named, comparedOf.get(line), called, choiceOf(line), billing);
    const fit = found && ofEach(found, leads);
    if (!fit?.people.length) {
      if (named.isSomebody) links.set(line, NOBODY);
    }
    // `10 meetings, Umbrella campaign`: who is named beside so many is not who is billed.
    else if (isBeside(fit, named, leads)) continue;
    else if (!fit.isClear) open.set(line, fit);
    else if (fit.people.length > leads) open.set(line, { ...fit, reason: 'rivals' });
    else if (fit.people.length < leads && !named.cells.contact_name) open.set(line, { ...fit, reason: 'too_weak' });
    else clear.push([line, fit]);
  }
  // A line that tells the day takes its meeting before one that may bill any of the person.
  const choices = ([, { people }]: [InvoiceLine, Fit]): number => people.flat().length;
  for (const [line, fit] of clear.sort((a, b) => choices(a) - choices(b))) link(line, fit);
  for (const [line, fit] of asMany(open)) {
    link(line, fit);
    open.delete(line);
  }
  for (const [line, { people, reason, cells }] of open) {
    const rivals = people.slice(0, SHOWN).map(([slot]) => slot);
    links.set(line, { decision: 'review', reason, slots: rivals, ...weighed(cells, rivals, scale) });
  }
  return links;
}

/** Cells of lines that tell a person, compared with the rows of the drops. */
function comparisons(
  lines: readonly (readonly [InvoiceLine, ContactCells])[],
  slotOf: ReadonlyMap<Meeting, Slot>,
  scale: Scale,
): Map<InvoiceLine, Compared> {
  const byPerson = new Map(
    groupBy([...slotOf.values()], ({ person }) => person).map((of): [string, Slot[]] => [
      of[0].person,
      [...new Set(of)],
    ]),
  );
  const slotsOf = (row: Meeting): readonly Slot[] => byPerson.get(slotOf.get(row)?.person ?? '') ?? [];
  const answers = linkPeople(
    lines.map(([, cells]) => cells),
    [...slotOf.keys()],
    scale,
  );
  return new Map(
    lines.flatMap(([line], i): [InvoiceLine, Compared][] => {
      const answer = answers[i];
      return answer
        ? [[line, { answer, slots: [...(answer.best ? [answer.best] : []), ...answer.rivals].map(slotsOf) }]]
        : [];
    }),
  );
}

/** Whether people are too few for the leads of a line, with whoever else its text may name. */
const isBeside = ({ people }: Fit, { cells, runs }: Naming, leads: number): boolean =>
  people.length * 2 < leads && people.length + runs.length < leads && !cells.contact_name;

/** As many meetings as a line bills, of fewer people: each of them. */
function ofEach(fit: Fit, leads: number): Fit {
  const all = fit.people.flat();
  return fit.people.length < leads && all.length === leads ? { ...fit, people: all.map((slot) => [slot]) } : fit;
}

/** Lines that name the same people, of whom there are as many as they bill: which line bills whom changes nothing. */
function asMany(open: ReadonlyMap<InvoiceLine, Fit>): [InvoiceLine, Fit][] {
  const rivals = [...open].filter(([line, { reason }]) => reason === 'rivals' && !isBack(line));
  const whom = ([, { people }]: (typeof rivals)[number]): string =>
    people
      .map(([slot]) => slot.person)
      .sort()
      .join('\u0000');
  return groupBy(rivals, whom).flatMap((alike) => {
    const [, fit] = alike[0];
    const left: Person[] = [...fit.people];
    if (alike.reduce((leads, [line]) => leads + billedBy(line), 0) !== left.length) return [];
    return alike.map(([line]): [InvoiceLine, Fit] => [
      line,
      { ...fit, people: left.splice(0, billedBy(line)), reason: 'as_many' },
    ]);
  });
}

/** Slots that other lines name by id: a line without one rather means another meeting of the person. */
function slotsWithIds(lines: readonly InvoiceLine[], slots: readonly Slot[]): Slot[] {
  const ids = new Set(lines.flatMap(({ meeting_id, lead_id }) => [meeting_id, lead_id].flatMap((id) => id ?? [])));
  const isNamed = ({ id, lead_id }: Meeting): boolean => ids.has(id ?? '') || ids.has(lead_id ?? '');
  return ids.size ? slots.filter((slot) => rowsOf(slot).some(isNamed)) : [];
}

/** What the row of a slot and the cells of a line have in common. */
function weighed(cells: ContactCells, [slot]: readonly Slot[], scale: Scale): Pick<LineLink, 'score' | 'fields'> {
  if (!slot) return { score: undefined, fields: [] };
  const [own, their] = [scale.registry.identityOf(cells), scale.registry.identityOf(slot.record)];
  const fields = fieldsOf(own, their, scale).map((field) => ({ ...field, ours: field.theirs, theirs: field.ours }));
  return { score: allTenthsOf(own, their, scale) / 10, fields };
}
