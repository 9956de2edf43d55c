import { stringify } from 'csv-stringify/sync';
import type { VendorRows } from '../audit.ts';
import { factOf } from '../judge/needs.ts';
import { type Dispute, disputesOf } from '../report/disputes.ts';
import type { AuditDocument } from '../report/document.ts';
import { forSpreadsheet, forTerminal } from '../report/escape.ts';
import { headlineOf } from '../report/phrases.ts';
import type { Hide } from '../report/redact-texts.ts';
import { isOwn } from '../report/standing.ts';
import type { Draft } from './register.ts';

/** One line of a pack: the vendor's row as it stands in its file, and what the audit says of it. */
export interface PackLine extends Dispute {
  readonly id: string;
  readonly status: 'disputed' | 'open';
  /** The vendor's own cells, by its own headers. */
  readonly cells: ReadonlyMap<string, string>;
}

/** What is sent to a vendor: its lines by deadline and money, and what the client owes or missed. */
export interface Pack {
  readonly doc: AuditDocument;
  readonly lines: readonly PackLine[];
  readonly owed: readonly AuditDocument['claims'][number][];
  readonly clientSide: readonly AuditDocument['findings'][number][];
  /** Where nobody is to be named: a text without who is named in it. */
  readonly hide: Hide | undefined;
}

/** Findings that speak of the client: the audit is symmetric. */
const CLIENT_SIDE: ReadonlySet<string> = new Set([
  'late_feedback',
  'late_handover',
  'late_follow_up',
  'embargo_touch',
  'too_many_touches',
]);
/** Cells that name people and companies. */
const PERSONAL: ReadonlySet<string> = new Set([
  'contact_name',
  'email',
  'phone',
  'company',
  'domain',
  'description',
  'notes',
]);

export function packOf(doc: AuditDocument, rows: VendorRows, hide: Hide | undefined): Pack {
  const headers = new Map(rows.files.map(({ source, file, headers = {} }) => [`${source} ${file}`, headers]));
  const raw = new Map(
    [...rows.invoice, ...rows.meetings].map((row) => [`${row.row.source} ${row.row.file} ${row.row.line}`, row.raw]),
  );
  const lines = disputesOf(doc).map((dispute): PackLine => {
    const { claim } = dispute;
    const [first] = claim.evidence;
    const key = first ? `${first.source} ${first.file}` : '';
    const row = raw.get(`${key} ${first?.line}`) ?? {};
    const names = headers.get(key) ?? {};
    const fields = [...Object.keys(names), ...Object.keys(row).filter((field) => !(field in names))];
    const cells = fields.flatMap((field) =>
      hide && PERSONAL.has(field) ? [] : [[names[field] ?? field, row[field] ?? ''] as const],
    );
    const status = claim.outcome === 'open' ? 'open' : 'disputed';
    return { ...dispute, id: `${doc.period.label} ${claim.id}`, status, cells: new Map(cells) };
  });
  return {
    doc,
    lines,
    owed: doc.claims.filter((c) => (c.outcome === 'unclaimed' || c.outcome === 'underclaimed') && isOwn(c)),
    clientSide: doc.findings.filter(({ code }) => CLIENT_SIDE.has(code)),
    hide,
  };
}

/** What the register keeps of a line. */
export const draftOf = ({ id, claim, atStake }: PackLine): Draft => ({
  id,
  line_id: claim.line_id,
  meeting_id: claim.meeting_id,
  disputed: atStake,
  reason: headlineOf(claim),
  clause: claim.clause,
  dispute_by: claim.dispute_by,
});

/** What the vendor is asked for; where we say it ourselves is no matter of theirs. */
export const needsOf = ({ claim }: Pick<PackLine, 'claim'>): string[] => claim.needs.map(factOf);

const places = (rows: readonly { file: string; line: number }[]): string =>
  rows.map(({ file, line }) => `${file}:${line}`).join('; ');

/** Where people may be named. */
export const asItIs: Hide = (text) => text;

/** What a column of ours is called where the vendor has one of that name. */
export const besideTheirs = (name: string): string => `${name} (client)`;

/** The lines as a table: the vendor's columns first, then ours, then three to answer in. */
export function packCsv({ lines, hide = asItIs }: Pack): string {
  const theirs = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))];
  const ours: readonly (readonly [string, (line: PackLine) => string | null])[] = [
    ['status', (l) => l.status],
    ['reason', (l) => headlineOf(l.claim)],
    ['clause', (l) => l.claim.clause],
    ['explanation', (l) => hide(l.claim.why)],
    ['needs', (l) => hide(needsOf(l).join('; '))],
    ['claimed_amount', (l) => l.claim.claimed],
    ['supported_amount', (l) => l.claim.supported],
    ['disputed_amount', (l) => l.atStake],
    ['dispute_by', (l) => l.claim.dispute_by],
    ['resolves_at', (l) => l.claim.resolves_at],
    ['evidence', (l) => hide(places(l.claim.evidence))],
    ['answer', () => ''],
    ['counter_amount', () => ''],
    ['comment', () => ''],
  ];
  const safe = (text: string): string => (AMOUNT.test(text) ? text : forSpreadsheet(forTerminal(text)));
  const apart = (name: string): string => (theirs.includes(name) ? besideTheirs(name) : name);
  const names = ours.map(([name]) => apart(name));
  return stringify([
    [apart('dispute'), ...theirs.map(safe), ...names],
    ...lines.map((line) => [
      line.id,
      ...theirs.map((header) => safe(line.cells.get(header) ?? '')),
      ...ours.map(([, of]) => safe(of(line) ?? '')),
    ]),
  ]);
}

const AMOUNT = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;
