import { claimsByUse, shortTime, whyOf } from '../answer.ts';
import type { AuditDocument, DocumentClaim } from '../document.ts';
import { headlineOf, withCommas } from '../phrases.ts';
import type { Folds, Head, Inside, Section, Table } from './outline.ts';

/** Claims of one section that are shown with their trace; a browser should still open the page. */
const SHOWN = 1000;

const HEAD: readonly Head[] = [
  { title: 'claim', as: 'word' },
  { title: 'contact' },
  { title: 'claimed', as: 'figure' },
  { title: 'ours', as: 'figure' },
  { title: 'reason', as: 'word' },
  { title: 'why' },
];

type Chain = AuditDocument['chains'][number];
type Line = AuditDocument['lines'][number];

/** What of a document belongs to one chain, found once. */
interface Index {
  readonly chains: ReadonlyMap<string, Chain>;
  readonly lines: ReadonlyMap<string, readonly Line[]>;
}

/** Claims by what is to be done with them, each with its trace. */
export function claimSections(doc: AuditDocument): Section[] {
  const { disputed, open, owed, adjusted, matched } = claimsByUse(doc);
  const index = indexOf(doc);
  const parts: readonly (readonly [title: string, claims: readonly DocumentClaim[], table: string])[] = [
    ['To dispute', disputed, 'disputes'],
    ['Open', open, 'claims'],
    ['Owed, but not claimed', owed, 'claims'],
    ['Adjusted, of closed periods', adjusted, 'claims'],
    ['Matched', matched, 'claims'],
  ];
  return parts.flatMap(([title, claims, table]) =>
    claims.length ? [{ title: `${title} (${claims.length})`, blocks: [foldsOf(claims, index, table)] }] : [],
  );
}

const foldsOf = (claims: readonly DocumentClaim[], index: Index, table: string): Folds => ({
  kind: 'folds',
  head: HEAD,
  folds: claims.slice(0, SHOWN).map((claim) => ({ cells: cellsOf(claim), inside: insideOf(claim, index) })),
  whole: { hidden: Math.max(0, claims.length - SHOWN), flags: `--format csv --table ${table}` },
});

const cellsOf = (c: DocumentClaim): string[] => [
  c.id,
  [c.contact ?? c.meeting_id, c.company].filter(Boolean).join(', '),
  withCommas(c.claimed),
  withCommas(c.supported),
  headlineOf(c),
  `${whyOf(c)}${c.clause ? ` (${c.clause})` : ''}`,
];

function insideOf(claim: DocumentClaim, { chains, lines }: Index): Inside[] {
  const chain = claim.chain === null ? undefined : chains.get(claim.chain);
  const rulings = chain?.rulings ?? claim.rulings;
  return [
    { kind: 'facts', facts: factsOf(claim) },
    ...(chain?.slots.length ? [titled('Slots', slotTable(chain.slots))] : []),
    ...(rulings.length ? [titled('Rulings', rulingTable(rulings))] : []),
    ...(chain && lines.has(chain.id) ? [titled('Price', priceTable(lines.get(chain.id) ?? []))] : []),
  ];
}

const titled = (title: string, table: Table): Inside => ({ kind: 'table', title, table });

function factsOf(c: DocumentClaim): (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['outcome', c.outcome],
    ['verdict', c.verdict && `${c.verdict}: ${c.reasons.join(', ')}`],
    ['clause', c.clause],
    ['terms', c.terms],
    ['price', c.unit_price && `${c.quantity} x ${withCommas(c.unit_price)} claimed`],
    ['our price', c.our_unit_price && `${c.our_quantity} x ${withCommas(c.our_unit_price)}`],
    ['meeting', c.meeting_id],
    ['period', c.period],
    ['recognized', c.recognized],
    ['dispute by', c.dispute_by && shortTime(c.dispute_by)],
    ['resolves', c.resolves_at && shortTime(c.resolves_at)],
    ['needs', c.needs.join('; ') || null],
    ['grade', c.grade && `evidence is ${c.grade}`],
    ['duplicate of', c.duplicate_of],
    ['depends on', c.depends_on],
    ['rows', placesOf(c.evidence)],
  ];
  return facts.flatMap(([name, text]) => (text ? [[name, text] as const] : []));
}

const slotTable = (slots: Chain['slots']): Table => ({
  kind: 'table',
  head: [{ title: 'slot', as: 'word' }, { title: 'starts', as: 'word' }, { title: 'what happened' }, ROWS],
  rows: slots.map((s) => [
    s.id,
    s.starts_at ? shortTime(s.starts_at) : 'a lead',
    s.outcome ?? '',
    placesOf(s.evidence),
  ]),
});

const ROWS: Head = { title: 'rows', as: 'code' };

const rulingTable = (rulings: DocumentClaim['rulings']): Table => ({
  kind: 'table',
  head: [{ title: 'result', as: 'word' }, { title: 'rule' }, { title: 'clause', as: 'word' }, { title: 'says' }, ROWS],
  rows: rulings.map((r) => {
    const lifted = r.cured_by ? ` (lifted by ${r.cured_by})` : r.curable ? ' (an open window may still lift it)' : '';
    return [r.result, r.rule, r.clause ?? '', `${r.message}${lifted}`, placesOf(r.evidence)];
  }),
});

const priceTable = (lines: readonly Line[]): Table => ({
  kind: 'table',
  head: [{ title: 'line', as: 'word' }, { title: 'kind' }, { title: 'amount', as: 'figure' }, { title: 'why' }],
  rows: lines.map((l) => [l.id, l.kind, withCommas(l.amount), `${l.why}${l.clause ? ` (${l.clause})` : ''}`]),
});

/** Rows of a file together: `invoice.csv:9, 12`. */
export function placesOf(rows: readonly { readonly file: string; readonly line: number }[]): string {
  const files = new Map<string, number[]>();
  for (const { file, line } of rows) files.set(file, [...(files.get(file) ?? []), line]);
  return [...files].map(([file, lines]) => `${file}:${lines.join(', ')}`).join('; ');
}

function indexOf({ chains, lines }: AuditDocument): Index {
  const ofChain = new Map<string, Line[]>();
  for (const line of lines)
    if (line.chain !== null) ofChain.set(line.chain, [...(ofChain.get(line.chain) ?? []), line]);
  return { chains: new Map(chains.map((chain) => [chain.id, chain])), lines: ofChain };
}
