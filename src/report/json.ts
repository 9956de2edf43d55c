import { UNSEEN } from './escape.ts';
import { type DocumentKind, type RenderOptions, tableOf } from './renderers.ts';

/** JSON whose bytes are harmless in a terminal and a log too: control and direction characters, and `##[` of a CI runner, are escaped; the values stay what they are. */
export const writeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[');

export const renderJson = (doc: unknown): string => `${writeJson(doc, 2)}\n`;

export function renderNdjson<D>(doc: D, kind: DocumentKind<D>, { table }: RenderOptions): string {
  const { rows, columns } = tableOf(kind, table);
  return rows(doc)
    .map((row) => `${writeJson(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`)
    .join('');
}
