import type { AuditDocument, DocumentClaim } from './document.ts';
import { forTerminal } from './escape.ts';
import { grid, wrap } from './grid.ts';
import { headlineOf } from './phrases.ts';
import type { TerminalPaint } from './terminal.ts';

/** Rows shown of a long table; CSV has them all. */
const SHOWN = 30;

export interface View {
  readonly doc: AuditDocument;
  readonly width: number;
  readonly paint: TerminalPaint;
  /** An amount with thousands separators. */
  readonly money: (text: string) => string;
}

export type Part = (view: View) => string | undefined;

/** Foreign text. */
export const clean = forTerminal;

/** A part with a heading. */
export function section(view: View, title: string, body: string, more = ''): string {
  const { paint, width } = view;
  return `${paint.strong(wrap(title, width, '  '))}\n${body}${more ? `\n${paint.faint(wrap(more, width, '  '))}` : ''}`;
}

/** Claims as a table, the first ones. */
export function claimRows(view: View, claims: readonly DocumentClaim[], note: (c: DocumentClaim) => string): string {
  const shown = claims.slice(0, SHOWN);
  const rows = shown.map((c) => [
    clean(c.id),
    clean(c.contact ?? c.meeting_id ?? ''),
    view.money(c.claimed),
    view.money(c.supported),
    `${headlineOf(c)}${c.clause ? ` (${clean(c.clause)})` : ''}: ${clean(note(c))}`,
  ]);
  const longest = (column: number, most: number): number =>
    Math.min(most, Math.max(5, ...rows.map((row) => row[column]?.length ?? 0)));
  const widths = [longest(0, 12), Math.max(7, longest(1, 16)), Math.max(7, longest(2, 14)), longest(3, 14), 0];
  return grid(
    view.width,
    view.paint.faint,
    ['claim', 'contact', 'claimed', 'ours', 'why (clause)'],
    widths,
    rows,
    [2, 3],
  );
}

/** Findings with where they stand, the first ones. */
export function findingRows(
  { width, paint }: Pick<View, 'width' | 'paint'>,
  findings: AuditDocument['findings'],
): string {
  const rows = findings.slice(0, SHOWN).map((f) => {
    const [first] = f.evidence;
    return [
      f.severity,
      `${f.code}: ${clean(f.message)}${first ? ` [${clean(first.file)}:${first.line}${f.evidence.length > 1 ? ` and ${f.evidence.length - 1} more` : ''}]` : ''}`,
    ];
  });
  return grid(width, paint.faint, ['', ''], [8, 0], rows);
}

/** How to see what was not shown. */
export const rest = (n: number, table: string): string =>
  n > SHOWN ? `... and ${n - SHOWN} more: --format csv --table ${table}` : '';
