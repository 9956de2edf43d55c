import { CONFIGURED_SOURCES, type SourceName } from '../model.ts';
import type { OpenFile } from '../read/open.ts';
import { headerTest, planColumns } from '../read/plan.ts';
import type { Layout, Preset } from '../read/presets/preset.ts';
import { PRESETS, type PresetName } from '../read/presets/table.ts';
import { fieldsOf, ONE_OF } from '../read/source-table.ts';
import { foldHeader } from '../read/table.ts';
import { isJoinable, partedName } from './composed.ts';
import { cellsAt } from './guess.ts';
import { partiesOf } from './sides.ts';
import { columnsByWord } from './worded.ts';

/** What a file seems to be. */
export interface Recognized {
  readonly source: SourceName;
  readonly preset: PresetName;
  /** sure: the layout of a system, or every needed column by name. likely: needed columns are there. unsure: something needed is missing. */
  readonly confidence: 'sure' | 'likely' | 'unsure';
  readonly why: string;
}

const NAMED = Object.entries(PRESETS) as [PresetName, Preset][];

/** Every layout of every preset, the most telling first: more headers say more, and a file without a header is told last. */
export const ALL_LAYOUTS: readonly Layout[] = NAMED.flatMap(([, preset]) => preset.layouts ?? []).sort(
  (a, b) =>
    Number(a.headerless !== undefined) - Number(b.headerless !== undefined) || b.header.length - a.header.length,
);

/** Whether a line names the needed fields of any source. */
export const isAnyHeader = (() => {
  const tests = CONFIGURED_SOURCES.map((source) => headerTest(source, PRESETS.generic, {}));
  // A label with its value, such as `Client:,Acme`, is no header; where all are written so, they are headers.
  const isLabelled = (cells: readonly string[]): boolean => {
    const labels = cells.filter((cell) => cell.trim().endsWith(':'));
    return labels.length > 0 && labels.length < cells.filter((cell) => cell.trim()).length;
  };
  return (cells: readonly string[]): boolean =>
    cells.length > 1 &&
    !isLabelled(cells) &&
    (tests.some((test) => test(cells)) || CONFIGURED_SOURCES.some((source) => isWorded(source, cells)));
})();

/** Whether a line names the needed fields of a source by words of some language. */
const isWorded = (source: SourceName, cells: readonly string[]): boolean =>
  headerTest(
    source,
    PRESETS.generic,
    columnsByWord(source, cells, new Set(), () => []),
  )(cells);

/** Tells from its layout, else from its columns, which source a file is and which preset reads it. */
export function recognize(file: OpenFile, name: string): Recognized {
  const byLayout = NAMED.find(([, preset]) => file.layout !== undefined && preset.layouts?.includes(file.layout));
  if (byLayout) {
    const [preset, { sources, title }] = byLayout;
    const source = usualSource(file, sources, preset) ?? 'meetings';
    return { source, preset, confidence: 'sure', why: `${title}, layout "${file.layout?.name}"` };
  }
  const candidates = NAMED.flatMap(([preset, { sources, columns }]) =>
    (preset === 'generic' ? sources : [usualSource(file, sources, preset) ?? 'meetings']).flatMap((source) => {
      const folded = new Set(file.header.map(foldHeader));
      const own = Object.values(columns)
        .flat()
        .filter((name) => folded.has(name));
      // A preset without layouts is told by its own headers: most of the file's, and one that is no word of everybody's.
      const isOwn = own.length * 2 >= file.header.length && own.some((name) => !isCommon(source, name));
      if (preset !== 'generic' && !isOwn) return [];
      const known = matched(file, source, preset);
      // People with numbers of their own are no list of firms, unless the file is called one.
      const isOfPeople =
        source === peopleOf(file, name) && arePeople(file, preset) && !LISTS.some((list) => isCalled(name, list));
      const lacking = missingOf(file, source, preset);
      const isUnsure = lacking > 0 && !(isOfPeople && source === 'crm');
      // The name of a person in two columns is one more that is known.
      return known
        ? [{ preset, source, isUnsure, missing: isOfPeople ? 0 : lacking, columns: known + Number(isOfPeople) }]
        : [];
    }),
  );
  const scoreOf = ({ columns, missing }: { columns: number; missing: number }): number => columns - 2 * missing;
  // Lists of accounts, customers and competitors have the same columns: the name tells them apart, and who is a customer since a day. `Customer accounts` are customers.
  const isNamed = ({ source, preset }: { source: SourceName; preset: PresetName }): number => {
    if (isCalled(name, source)) return source === 'accounts' ? 1 : 2;
    return source === 'customers' && plan(file, source, preset).has('since') ? 0.5 : 0;
  };
  // Vendor and client have the same columns for meetings: what lies with the evidence is the client's.
  const isEvidence = IN_EVIDENCE.test(name) && candidates.some((c) => c.source === 'crm');
  // Who, when and with what result is in many sheets: a log of calls speaks of calls.
  const isOfCalls = file.header.some((header) => OF_CALLS.test(foldHeader(header)));
  const isOther = !isOfCalls && candidates.some(({ source, missing }) => source !== 'calls' && !missing);
  const possible = candidates.filter(
    ({ source }) => !(isEvidence && source === 'meetings') && !(isOther && source === 'calls'),
  );
  // `From` is a start in an export of meetings, and the first day of a row in a list, which knows its `To` as well. A person and a date are in every export of meetings.
  const rankOf = ({ source }: { source: SourceName }): number =>
    source === 'handovers' || source === 'touches' ? 2 : Number(source === 'crm' || source === 'meetings');
  const [best] = possible.sort(
    (a, b) => scoreOf(b) - scoreOf(a) || a.missing - b.missing || isNamed(b) - isNamed(a) || rankOf(a) - rankOf(b),
  );
  if (!best) return { source: 'meetings', preset: 'generic', confidence: 'unsure', why: 'no header is known' };
  const share = best.columns / Math.max(1, file.header.length);
  // One header of many that is known, such as `Date`, stands in files of every kind.
  const isGuess = best.isUnsure || (best.columns === 1 && file.header.length > 2);
  const confidence = isGuess ? 'unsure' : share >= 0.5 ? 'sure' : 'likely';
  if (LISTS.some((list) => list === best.source) && EXCLUDED.test(name))
    return {
      source: 'named',
      preset: 'generic',
      confidence: 'likely',
      why: 'called a list of whom not to call: the path of a clause, and no source',
    };
  const title = best.preset === 'generic' ? '' : `${PRESETS[best.preset].title}; `;
  const why = `${title}${best.columns} of ${file.header.length} headers are known${best.missing ? `, ${best.missing} needed ${best.missing === 1 ? 'column is' : 'columns are'} not` : ''}`;
  return { source: best.source, preset: best.preset, confidence, why };
}

/** Sources that are lists of firms. */
const LISTS = ['accounts', 'customers', 'competitors'] as const satisfies readonly SourceName[];

/** Names of files that hold whom nobody may call. */
const EXCLUDED =
  /suppress|do[-_ ]?not[-_ ]?(call|contact|mail)|(^|[^a-z])dnc([^a-z]|$)|exclu|block[-_ ]?list|opt[-_ ]?out|sperrliste/i;

/** Whether a file is called by its source. */
const isCalled = (name: string, source: SourceName): boolean =>
  name.toLowerCase().includes(source.replace(/s$/, '').replaceAll('_', '-'));

const IN_EVIDENCE = /(^|[\\/])evidence[\\/]/i;

/** Whose people a table holds: the client's, of whom a CRM knows more or who lie with the evidence; else those whom the vendor delivered. */
const peopleOf = (file: OpenFile, name: string): SourceName =>
  IN_EVIDENCE.test(name) || isOfACrm(file) ? 'crm' : 'meetings';

/** Whether a table holds people, and nothing that came of a meeting: contacts or leads. */
function arePeople(file: OpenFile, preset: PresetName): boolean {
  const columns = plan(file, 'crm', preset);
  const isNamed = columns.has('contact_name') || partedName('crm', { columns }, file.header) !== undefined;
  const isReached = columns.has('phone') || isOfACrm(file);
  return isNamed && isReached && !['starts_at', 'outcome', 'stage'].some((field) => columns.has(field));
}

const isOfACrm = (file: OpenFile): boolean => file.header.some((header) => OF_A_CRM.test(foldHeader(header)));

/** Headers that say of a person what only a CRM knows. */
const OF_A_CRM = /^(?:(?:contact|lead|account|record) )?owner$|^lifecycle stage$|^(?:record|account) ?id$/;

/** Headers that speak of calls. */
const OF_CALLS =
  /\bagent|call|dial|talk|disposition|direction|\bani\b|anruf|gespräch|telefon|rufnummer|\bappel|conversation|numéro|llamada|número/;

/** The first source of a preset, which most of its exports are, of those that lack the fewest columns. */
const usualSource = (file: OpenFile, sources: readonly SourceName[], preset: PresetName): SourceName | undefined =>
  [...sources].sort((a, b) => missingOf(file, a, preset) - missingOf(file, b, preset))[0];

/** Whether any table of a source may have a header, whatever system wrote it. */
const isCommon = (source: SourceName, header: string): boolean =>
  Object.entries(fieldsOf(source)).some(([field, { aliases }]) => [field, ...aliases].map(foldHeader).includes(header));

/** Columns by name, then by words of other languages. */
function plan(file: OpenFile, source: SourceName, preset: PresetName): ReadonlyMap<string, number> {
  const named = planColumns(file, source, PRESETS[preset], {}, '').columns;
  const unread = file.header.filter((_, i) => ![...named.values()].includes(i));
  const cellsOf = (header: string): string[] => cellsAt(file.sample(), file.header.indexOf(header));
  return planColumns(file, source, PRESETS[preset], columnsByWord(source, unread, named, cellsOf), '').columns;
}

/** How many columns of the file are known, but for those by which a line of an invoice names whom it bills: a drop has them too. */
const matched = (file: OpenFile, source: SourceName, preset: PresetName): number =>
  [...plan(file, source, preset)].filter(([field, at]) => at >= 0 && (source !== 'invoice' || !NAMES_WHOM.has(field)))
    .length;
const NAMES_WHOM: ReadonlySet<string> = new Set([
  'contact_name',
  'email',
  'phone',
  'company',
  'domain',
  'meeting_date',
]);

function missingOf(file: OpenFile, source: SourceName, preset: PresetName): number {
  const columns = plan(file, source, preset);
  const groups = [
    ...Object.entries(fieldsOf(source)).flatMap(([name, field]) => (field.needed ? [[name]] : [])),
    ...(ONE_OF[source] ?? []),
  ];
  // A vendor's sheet whose start nobody finds would else pass for the client's own evidence, which needs none.
  if (source === 'crm') groups.push(['starts_at']);
  // An address and a day are in every list; what stands in none but this is where a deal stands.
  if (source === 'opportunities') groups.push(['stage']);
  return groups.filter((group) => {
    const isJoined = group[0] === 'id' && isJoinable(source, columns);
    // Where columns hold who calls and who is called, one of the two is the agent.
    const isParty = source === 'calls' && group[0] === 'agent' && partiesOf(file.header).length > 0;
    return !isJoined && !isParty && !group.some((field) => columns.has(field));
  }).length;
}
