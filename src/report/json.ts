import { UNSEEN } from './escape.ts';
import { type DocumentKind, type Parts, type RenderOptions, tableOf } from './renderers.ts';

/** JSON whose bytes are harmless in a terminal and a log too: control and direction characters, and `##[` of a CI runner, are escaped; the values stay what they are. */
export const writeJson = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent)
    .replace(UNSEEN, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('##[', '#\\u0023[');

/** The bytes of `writeJson` in parts: in one piece, a document of 120,000 claims is longer than a text can be. */
export const renderJson = (doc: unknown): Parts => ({ parts: joined(spelled(doc, '\n')) });

/** A list of more values than this is spelled value by value, and so is what holds one. */
const LONG = 100;
const isLong = (value: unknown): value is object =>
  Array.isArray(value)
    ? value.length > LONG || value.some(isLong)
    : typeof value === 'object' && value !== null && Object.values(value).some(isLong);

function* spelled(value: unknown, lineEnd: string): Generator<string> {
  const inner = `${lineEnd}  `;
  if (!isLong(value)) {
    // No text in JSON holds a line end as it is.
    yield writeJson(value ?? null, 2).replaceAll('\n', lineEnd);
  } else if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) {
      yield `${i ? ',' : '['}${inner}`;
      yield* spelled(one, inner);
    }
    yield `${lineEnd}]`;
  } else {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    for (const [i, [name, member]] of members.entries()) {
      yield `${i ? ',' : '{'}${inner}${writeJson(name)}: `;
      yield* spelled(member, inner);
    }
    yield `${lineEnd}}`;
  }
}

/** Parts put together, as each is a write of its own; the last ends the file. */
function* joined(parts: Iterable<string>): Generator<string> {
  let text = '';
  for (const part of parts) {
    text += part;
    if (text.length < WRITTEN_AT_ONCE) continue;
    yield text;
    text = '';
  }
  yield `${text}\n`;
}
const WRITTEN_AT_ONCE = 1 << 16;

export function renderNdjson<D>(doc: D, kind: DocumentKind<D>, { table }: RenderOptions): string {
  const { rows, columns } = tableOf(kind, table);
  return rows(doc)
    .map((row) => `${writeJson(Object.fromEntries(columns.map(({ name }, i) => [name, row[i] ?? null])))}\n`)
    .join('');
}
