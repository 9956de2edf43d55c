import { columnsOf } from './columns.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import { forTerminal as clean } from './escape.ts';
import { BELOW, type Look, linksOf, linksTrace } from './explain-links.ts';
import { beside } from './grid.ts';

interface Matches {
  readonly claims: DocumentClaim[];
  readonly chains: AuditDocument['chains'];
  /** Price lines that no claim asks for, and that are of no chain that is known. */
  readonly lines: AuditDocument['lines'];
}

/** What an id names in a document: claims, else a chain, a slot or a price line of it. */
export function matchesOf(doc: AuditDocument, id: string): Matches {
  const claims = doc.claims.filter((c) => c.id === id);
  if (claims.length) return { claims, chains: [], lines: [] };
  const byMeeting = doc.claims.filter((c) => c.meeting_id === id || c.chain === id);
  if (byMeeting.length) return { claims: byMeeting, chains: [], lines: [] };
  const line = doc.lines.find((l) => l.id === id);
  if (line) return matchesOfLine(line, doc);
  return { claims: [], chains: doc.chains.filter((c) => c.id === id || c.slots.some((s) => s.id === id)), lines: [] };
}

function matchesOfLine(line: AuditDocument['lines'][number], doc: AuditDocument): Matches {
  const isOf = ({ id, chain }: DocumentClaim): boolean =>
    line.chain === null ? line.claims.includes(id) : chain === line.chain;
  const claims = doc.claims.filter(isOf);
  const chains = claims.length ? [] : doc.chains.filter((c) => c.id === line.chain);
  return { claims, chains, lines: claims.length + chains.length ? [] : [line] };
}

/** So many letters of a name or an id say whom somebody means. */
const TELLING = 3;

/** The claims that a part of an id, or of the name of a person or company, means. */
export function claimsLike({ claims }: AuditDocument, text: string): DocumentClaim[] {
  const part = text.trim().toLowerCase();
  if (part.length < TELLING) return [];
  return claims.filter((c) => [c.id, c.contact, c.company].some((of) => of?.toLowerCase().includes(part)));
}

/** Every id that `explain` takes, for suggestions. */
export const idsOf = (doc: AuditDocument): string[] => [
  ...doc.claims.flatMap((c) => [c.id, c.meeting_id ?? '']),
  ...doc.chains.flatMap((c) => [c.id, ...c.slots.map((s) => s.id)]),
  ...doc.lines.map((l) => l.id),
  ...doc.links.map((l) => l.id ?? ''),
];

/** The meeting that a claim is for, and where the line does not name it, how it came to that. */
function meetingText({ meeting_id: id, evidence: [own] }: DocumentClaim, { findings }: AuditDocument): string | null {
  const nameless = findings.filter(({ code }) => code === 'lines_without_ids').flatMap(({ evidence }) => evidence);
  const isByOrder = nameless.some(({ file, line }) => file === own?.file && line === own.line);
  return isByOrder && id !== null ? `${id}: the line names none, and this one is next in order of recognition` : id;
}

/** The trace of a claim: what was asked, what was found, every ruling with its clause and rows. */
export function traceOf(claim: DocumentClaim, doc: AuditDocument, look: Look): string {
  const { width, paint } = look;
  const facts: [string, string | null][] = [
    [
      'claimed',
      `${claim.claimed} ${doc.sow.currency}${claim.unit_price ? ` (${claim.quantity} x ${claim.unit_price})` : ''}`,
    ],
    ['supported', `${claim.supported} ${doc.sow.currency}`],
    ['outcome', `${claim.outcome}: ${claim.why}`],
    ['verdict', claim.verdict && `${claim.verdict}, ${claim.reason}${claim.clause ? `, clause ${claim.clause}` : ''}`],
    ['contact', [claim.contact, claim.company].filter(Boolean).join(', ') || null],
    ['meeting', meetingText(claim, doc)],
    ['recognized', claim.recognized],
    ['terms', claim.terms],
    ['resolves', claim.resolves_at],
    ['dispute by', claim.dispute_by],
    ['reject by', claim.reject_by],
    ['lost', Number(claim.lost) === 0 ? null : `${claim.lost} ${doc.sow.currency}: past the deadline`],
    ['needs', claim.needs.join('; ') || null],
    ['grade', claim.grade && `evidence is ${claim.grade}`],
    ['duplicate of', claim.duplicate_of],
    ['depends on', claim.depends_on],
    ['rows', places(claim.evidence)],
  ];
  const head = `${paint.strong(`claim ${clean(claim.id)}`)}${claim.period === doc.period.label ? '' : ` of ${claim.period}`}\n`;
  const body = facts
    .flatMap(([name, text]) =>
      text ? [`${beside(`  ${paint.faint(name.padEnd(12))} `, 15, clean(text), width)}\n`] : [],
    )
    .join('');
  const chain = doc.chains.find((c) => c.id === claim.chain);
  return `${head}${body}${chain ? `\n${chainTrace(chain, doc, look)}` : ''}`;
}

/** The trace of a price line that stands for itself: a fee, a credit, or what a closed period comes to. */
export function lineTrace(line: AuditDocument['lines'][number], doc: AuditDocument, { width, paint }: Look): string {
  const facts: readonly (readonly [string, string | null])[] = [
    ['amount', `${line.amount} ${doc.sow.currency}`],
    ['why', line.why],
    ['clause', line.clause],
    ['recognized', line.recognized],
    ['terms', line.terms],
    ['adjusts', line.adjusts],
    ['chain', line.chain],
  ];
  const body = facts.flatMap(([name, text]) =>
    text ? [`${beside(`  ${paint.faint(name.padEnd(12))} `, 15, clean(text), width)}\n`] : [],
  );
  return `${paint.strong(`line ${clean(line.id)}`)}  ${line.kind}\n${body.join('')}`;
}

/** The trace of a chain: its slots, the links to the client's records, its rulings, its price lines. */
export function chainTrace(chain: AuditDocument['chains'][number], doc: AuditDocument, look: Look): string {
  const { width, paint } = look;
  const line = (lead: string, columns: number, text: string): string => `${beside(lead, columns, text, width)}\n`;
  const named = (id: string, text: string): string =>
    line(`  ${id.padEnd(12)} `, Math.max(15, 3 + columnsOf(id)), text);
  const rests = (indent: string, text: string): string =>
    `${paint.faint(beside(indent, indent.length, text, width))}\n`;
  const slots = chain.slots.map((s) => {
    const says = `${(s.starts_at ?? 'a lead').slice(0, 16).replace('T', ' ')}  ${s.outcome ?? ''}`;
    return `${named(clean(s.id), says.trimEnd())}${rests(' '.repeat(15), places(s.evidence))}`;
  });
  const rulings = chain.rulings.map((r) => {
    const lifted = r.cured_by ? ` (lifted by ${r.cured_by})` : r.curable ? ' (an open window may still lift it)' : '';
    const mark =
      r.result === 'fail' && !r.cured_by && !r.curable ? paint.alarm(r.result.padEnd(7)) : r.result.padEnd(7);
    const says = `${r.rule}${r.clause ? ` ${clean(r.clause)}` : ''}: ${clean(r.message)}${lifted}`;
    return `${line(`  ${mark} `, BELOW.length, says)}${rests(BELOW, `${r.code}; ${places(r.evidence)}`)}`;
  });
  const lines = doc.lines
    .filter((l) => l.chain === chain.id)
    .map((l) =>
      named(
        l.id,
        `${l.kind} ${l.amount} ${doc.sow.currency}, ${clean(l.why)}${l.clause ? ` (${clean(l.clause)})` : ''}`,
      ),
    );
  const part = (title: string, all: readonly string[]): string[] =>
    all.length ? [`${paint.faint(title)}\n`, ...all] : [];
  const links = linksTrace(linksOf(doc, new Set(chain.slots.map((slot) => slot.id))), look);
  const verdict = `${chain.verdict}, ${chain.reason}${chain.resolves_at ? `, resolves ${chain.resolves_at}` : ''}`;
  const title = `chain ${clean(chain.id)}`;
  return [
    line(`${paint.strong(title)}  `, columnsOf(title) + 2, verdict),
    ...part('slots', slots),
    ...part('links', links ? [links] : []),
    ...part('rulings', rulings),
    ...part('price', lines),
  ].join('');
}

const places = (rows: readonly { source: string; file: string; line: number }[]): string =>
  rows.map((r) => `${clean(r.file)}:${r.line}`).join(', ');
