import type { Instant, RowRef } from '../model.ts';
import type { Meeting } from '../read/records.ts';
import { fieldsOf } from '../read/source-table.ts';
import type { Zone } from '../sow/zone.ts';
import { isDayAlone } from './identity/times.ts';
import { companyKey, compareNatural, nameKey } from './keys.ts';
import { contentKey } from './slots.ts';

/** Cells that are one word of a row: taken from one row, or not at all. */
type Unit = readonly string[];

/** What a row says for itself alone: who it is, and whether it asks for money. */
const OWN: ReadonlySet<string> = new Set(['id', 'vendor', 'claimed']);
/** What is true of the lead, whenever it is met. */
const OF_LEAD: ReadonlySet<string> = new Set([
  ...['lead_id', 'contact_name', 'title', 'email', 'phone', 'company', 'domain', 'industry', 'employees', 'revenue'],
  ...['country', 'region', 'campaign', 'channel', 'product', 'budget', 'authority', 'need', 'timing'],
]);
const TOGETHER: readonly Unit[] = [
  ['outcome', 'canceled_by', 'canceled_at', 'reason'],
  ['starts_at', 'delivered_at'],
  ['ends_at', 'duration'],
  ['recording', 'recording_duration'],
];

const ALONE = Object.keys(fieldsOf('meetings')).filter(
  (field) => !OWN.has(field) && !TOGETHER.some((unit) => unit.includes(field)),
);
const LEAD_UNITS: readonly Unit[] = ALONE.filter((field) => OF_LEAD.has(field)).map((field) => [field]);
const SLOT_UNITS: readonly Unit[] = [...TOGETHER, ...ALONE.map((field) => [field])];

/** What more rows have than a meeting has versions is no id of one. */
const MOST = 60;

/**
 * Rows with what others of the same id say and they do not: a log of outcomes names nobody, a list that is sent again leaves columns out, and
 * silence erases nothing. Of one start all is heard, of another, and of other rows of the lead, who the lead is; a row without any day is of the id's
 * only one, and one without a time begins when others say it does. The newest drop that says it counts; where its rows say two things, neither does. An id of several people tells nothing of a row that names none of them.
 */
export function completed(rows: readonly Meeting[], zone: Zone): readonly Meeting[] {
  const versions = new Map<Meeting, Version>();
  const byId = new Map<string, Meeting[]>();
  const byLead = new Map<string, Meeting[]>();
  for (const row of rows) {
    if (row.id !== undefined) put(byId, keyOf(row, row.id), row);
    if (isId(row.lead_id)) put(byLead, keyOf(row, row.lead_id), row);
  }
  const versionOf = (row: Meeting): Version => {
    const version = versions.get(row) ?? { row, who: new Who(row), day: row.starts_at ?? row.delivered_at };
    versions.set(row, version);
    return version;
  };
  const versionsOf = (all: readonly Meeting[]): Version[] => (all.length > MOST ? [] : all.map(versionOf));
  const under = (groups: ReadonlyMap<string, readonly Meeting[]>, row: Meeting, id: string | undefined) =>
    (id === undefined ? undefined : groups.get(keyOf(row, id))) ?? [];
  return rows.map((row) => {
    const lead = isId(row.lead_id) ? row.lead_id : row.id;
    const sameId = under(byId, row, row.id);
    const sameLead = [...under(byLead, row, lead), ...under(byId, row, lead)];
    if (sameId.length < 2 && sameLead.every((other) => other === row)) return row;
    return completedBy(versionOf(row), versionsOf(sameId), versionsOf(sameLead), zone);
  });
}

const keyOf = ({ vendor = '' }: Meeting, id: string): string => `${vendor}\u0000${id}`;
/** A lead's id, and not their name. */
const isId = (text: string | undefined): text is string => text !== undefined && /\d/.test(text);
function put(rows: Map<string, Meeting[]>, key: string, row: Meeting): void {
  const known = rows.get(key);
  if (known) known.push(row);
  else rows.set(key, [row]);
}

/** Where a cell of a row stands: in the row, or in another that says it in its place. */
export const cellPlaceOf = ({ row, filledFrom }: Meeting, field: string): RowRef => filledFrom?.[field] ?? row;
/** All rows in which cells of a row stand, its own first. */
export const cellPlacesOf = ({ row, filledFrom = {} }: Meeting): RowRef[] => [
  ...new Set([row, ...Object.values(filledFrom)]),
];

/** What one row says of a meeting. */
interface Version {
  readonly row: Meeting;
  readonly who: Who;
  /** When the slot begins, or the lead was delivered. */
  readonly day: Instant | undefined;
}

function completedBy(
  { row, who, day }: Version,
  sameId: readonly Version[],
  sameLead: readonly Version[],
  zone: Zone,
): Meeting {
  const isOther = (other: Version): boolean => other.row !== row && !areTwo(who, other.who);
  const others = sameId.filter(isOther);
  const at = day === undefined ? onlyDay(others) : (timeOf(row.starts_at, others, zone) ?? day);
  const sources = new Map<string, Meeting>();
  const take = (units: readonly Unit[], told: readonly Version[]): void => {
    for (const unit of units) {
      const isHeard = isSaid(row, unit) && !(at !== day && unit.includes('starts_at'));
      if (isHeard || unit.some((field) => sources.has(field))) continue;
      const source = newest(told, unit);
      if (source === undefined) continue;
      for (const field of unit) if (cellOf(source, field) !== undefined) sources.set(field, source);
    }
  };
  const ofPerson = [...new Set([...others, ...sameLead.filter(isOther)])];
  const answers = [...new Set(ofPerson.flatMap((other) => Object.keys(other.row.answers ?? {})))].map(
    (name): Unit => [`${ANSWER}${name}`],
  );
  const ofSlot = at === undefined ? [] : others.filter((other) => other.day === at);
  if (!who.isSomebody && !areOne(ofSlot)) return row;
  take([...SLOT_UNITS, ...answers], ofSlot);
  // Another start of the id may be somebody else's than whom the slot names.
  const lead = [who, ...ofSlot.map((other) => other.who)];
  const ofLead = ofPerson.filter((other) => lead.every((one) => !areTwo(one, other.who)));
  if (lead.some((one) => one.isSomebody) || areOne(ofLead)) take([...LEAD_UNITS, ...answers], ofLead);
  return sources.size ? filled(row, sources) : row;
}

function filled(row: Meeting, sources: ReadonlyMap<string, Meeting>): Meeting {
  const cells: Record<string, unknown> = {};
  const answers: Record<string, string> = {};
  const filledFrom: Record<string, RowRef> = {};
  for (const [field, source] of sources) {
    if (field.startsWith(ANSWER)) answers[field.slice(ANSWER.length)] = String(cellOf(source, field));
    else cells[field] = cellOf(source, field);
    filledFrom[field] = source.row;
  }
  return {
    ...row,
    ...cells,
    ...(Object.keys(answers).length ? { answers: { ...row.answers, ...answers } } : {}),
    filledFrom,
  };
}

const ANSWER = 'answers.';
const cellOf = (row: Meeting, field: string): unknown =>
  field.startsWith(ANSWER) ? row.answers?.[field.slice(ANSWER.length)] : row[field as keyof Meeting];

/** The only time that others say of a day that stands without one. */
function timeOf(day: Instant | undefined, versions: readonly Version[], zone: Zone): Instant | undefined {
  if (day === undefined || !isDayAlone(day, zone)) return undefined;
  const isOfDay = (other: Instant): boolean => !isDayAlone(other, zone) && zone.dateAt(other) === zone.dateAt(day);
  const times = new Set(
    versions.flatMap(({ row }) => (row.starts_at && isOfDay(row.starts_at) ? [row.starts_at] : [])),
  );
  return times.size === 1 ? [...times][0] : undefined;
}

/** The only day of all that say one. */
function onlyDay(versions: readonly Version[]): Instant | undefined {
  const days = new Set(versions.flatMap(({ day }) => day ?? []));
  return days.size === 1 ? [...days][0] : undefined;
}

/** Whom a row names; names are taken apart when somebody asks. */
class Who {
  readonly #row: Meeting;
  #names: readonly [string | undefined, string | undefined] | undefined;
  constructor(row: Meeting) {
    this.#row = row;
  }
  get email(): string | undefined {
    return this.#row.email;
  }
  get isSomebody(): boolean {
    return (this.email ?? this.names[0]) !== undefined;
  }
  /** Of the person and of the company, for comparison. */
  get names(): readonly [string | undefined, string | undefined] {
    this.#names ??= [nameKey(this.#row.contact_name), companyKey(this.#row.company)];
    return this.#names;
  }
}

/** Whether two rows name two people. One address is one person, however the name is spelled. */
function areTwo(a: Who, b: Who): boolean {
  if (a.email !== undefined && b.email !== undefined) return a.email !== b.email;
  return a.names.some((name, i) => name !== undefined && b.names[i] !== undefined && name !== b.names[i]);
}
const areOne = (versions: readonly Version[]): boolean =>
  versions.every((a, i) => versions.slice(0, i).every((b) => !areTwo(a.who, b.who)));

const isSaid = (row: Meeting, unit: Unit): boolean => unit.some((field) => cellOf(row, field) !== undefined);

/** A row of the newest drop that says anything of a unit; undefined where its rows say two things. */
function newest(versions: readonly Version[], unit: Unit): Meeting | undefined {
  let told: Meeting[] = [];
  for (const { row } of versions) {
    if (!isSaid(row, unit)) continue;
    if (row.drop === told[0]?.drop) told.push(row);
    else if (row.drop > (told[0]?.drop ?? -1)) told = [row];
  }
  const [first, ...more] = told.length > 1 ? told.sort((a, b) => compareNatural(contentKey(a), contentKey(b))) : told;
  if (first === undefined) return undefined;
  return more.every((row) => unit.every((field) => cellOf(row, field) === cellOf(first, field))) ? first : undefined;
}
