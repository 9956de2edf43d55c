import { LINK_REASONS } from '../link/reasons.ts';
import type { AuditDocument } from './document.ts';
import { forTerminal as clean } from './escape.ts';
import { beside } from './grid.ts';
import type { RenderOptions } from './renderers.ts';

type DocumentLink = AuditDocument['links'][number];
/** How a trace is shown. */
export type Look = Pick<RenderOptions, 'width' | 'paint'>;

/** How rows of the client were tied to slots, or why not: a link a row of evidence, rows that say the same as one. */
export function linksTrace(links: readonly DocumentLink[], options: Look): string {
  const same = new Map<string, DocumentLink[]>();
  for (const link of links) {
    const { line: _, ...rest } = link;
    const key = JSON.stringify(rest);
    same.set(key, [...(same.get(key) ?? []), link]);
  }
  return [...same.values()].map((rows) => linkTrace(rows, options)).join('');
}

/** The links of slots, with those in doubt that may be theirs; or those of one record of a client's source. */
export const linksOf = (doc: AuditDocument, ids: ReadonlySet<string>): DocumentLink[] =>
  doc.links.filter(({ claim, rivals }) => (claim === null ? rivals.some((slot) => ids.has(slot)) : ids.has(claim)));
export const linksOfRecord = (doc: AuditDocument, id: string): DocumentLink[] =>
  doc.links.filter((link) => link.id === id);

function linkTrace(rows: readonly DocumentLink[], { width, paint }: Look): string {
  const [link] = rows;
  if (!link) return '';
  const { claim, source, id, decision, score, margin, reason, decided, rivals } = link;
  const lead = margin === null ? '' : `, ${margin} ahead of the next`;
  const strength = score === null ? '' : ` ${score} bits${lead}`;
  const says = Object.hasOwn(LINK_REASONS, reason) ? LINK_REASONS[reason as keyof typeof LINK_REASONS] : reason;
  const fields = link.fields.filter(({ level }) => level !== 'missing').map(fieldText);
  const lines = [
    fields.join(', '),
    decided && `decided by ${decided.by} on ${decided.at}: ${decided.why}`,
    rivals.length && `it may ${claim === null ? '' : 'also '}be ${rivals.join(', ')}`,
  ];
  const what = [source, id, claim === null ? 'to no slot' : `to ${claim}`].filter(Boolean).join(' ');
  const mark = decision === 'review' ? paint.alarm(decision.padEnd(7)) : decision.padEnd(7);
  const below = lines.flatMap((text) => (text ? [beside(BELOW, BELOW.length, clean(text), width)] : []));
  const at = rows.flatMap(({ file, line }) => (file === null ? [] : [`${clean(file)}:${line}`])).join(', ');
  const places = at ? [paint.faint(beside(BELOW, BELOW.length, at, width))] : [];
  const first = beside(`  ${mark} `, BELOW.length, `${clean(what)}${strength}: ${says}`, width);
  return `${[first, ...below, ...places].join('\n')}\n`;
}

/** Under the mark of a link or ruling. */
export const BELOW = ' '.repeat(10);

/** What a field adds; of one that is not simply the same, both sides as they are written. */
function fieldText({ field, level, bits, ours, theirs }: DocumentLink['fields'][number]): string {
  const added = `${bits < 0 ? '' : '+'}${bits}`;
  return level === 'same' ? `${field} ${added}` : `${field} ${added} (${level}: "${ours}", "${theirs}")`;
}
