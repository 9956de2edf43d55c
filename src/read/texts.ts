import type { SourceName } from '../model.ts';
import type { Kind } from './field.ts';
import { isNoValue } from './kinds.ts';
import { labelReader } from './labels.ts';
import type { ColumnPlan } from './plan.ts';
import type { CellOf, Layout, Preset, Texts } from './presets/preset.ts';
import { fieldsOf } from './source-table.ts';
import { foldHeader, type TableRow } from './table.ts';
import { partDomains } from './values.ts';

/** The texts of one record by canonical field; several records may stand on one row of the file. */
export interface TextRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly texts: Texts;
}

/** What of a table is needed to find texts in its rows. */
export interface Head {
  readonly header: readonly string[];
  readonly before: readonly TableRow[];
  readonly layout?: Layout | undefined;
}

export interface TextReader {
  /** The records on rows, and the rows that are not wanted or on which the preset finds none. */
  ofAll(rows: readonly TableRow[]): { readonly texts: readonly TextRow[]; readonly leftOut: readonly TableRow[] };
}

/** Finds the texts of canonical fields in the rows that are wanted: by column, from the lines before the header, or as the preset derives them. */
export function textReader(
  head: Head,
  { columns, composed, ruled }: ColumnPlan,
  preset: Preset,
  source: SourceName,
  defaultOutcome: string | undefined,
  isWanted: ((row: TableRow) => boolean) | undefined,
): TextReader {
  const position = new Map<string, number>();
  for (const [i, name] of head.header.entries()) if (!position.has(foldHeader(name))) position.set(foldHeader(name), i);
  const sentinels = new Set(preset.sentinels);
  const given = beforeTexts(head, preset);
  const byColumn = [...columns].filter(([, at]) => at >= 0);
  const cellOf =
    (row: TableRow): CellOf =>
    (header) => {
      const at = position.get(header);
      const text = (at === undefined ? given.labels.get(header) : row.cells[at])?.trim() ?? '';
      return sentinels.has(text) ? '' : text;
    };
  const untouched = defaultOutcome?.toLowerCase();
  const isDefault = (field: string, text: string): boolean =>
    untouched !== undefined && field === 'outcome' && text.toLowerCase() === untouched;
  const isGiven = Object.keys(given.texts).length > 0 || preset.derive !== undefined || preset.reshape !== undefined;
  const wordless = new Set(
    Object.entries(fieldsOf(source)).flatMap(([name, { kind }]) => (WORDLESS.has(kind) ? [name] : [])),
  );
  const isNothing = (field: string, text: string): boolean =>
    (sentinels.size > 0 && sentinels.has(text)) || (!isFigure(text) && wordless.has(field) && isNoValue(text));
  const hasText = (field: string, text: string): boolean =>
    text !== '' && !isNothing(field, text) && !isDefault(field, text);
  const own = (row: TableRow, derived: Texts): Texts => {
    const texts: Record<string, string> = {};
    // Of most files every text is a cell of its own.
    if (!isGiven && !composed.size) {
      for (const [field, at] of byColumn) {
        const text = (row.cells[at] ?? '').trim();
        if (hasText(field, text)) texts[field] = text;
      }
      return texts;
    }
    const found: Record<string, string> = { ...given.texts, ...derived };
    for (const [field, at] of byColumn)
      if (ruled.has(field) || !(field in found)) found[field] = (row.cells[at] ?? '').trim();
    for (const [field, { at, textOf }] of composed) found[field] = textOf(at.map((i) => (row.cells[i] ?? '').trim()));
    // Nothing is deleted: an object that lost a key is slow ever after, and these are kept.
    for (const field of Object.keys(found)) {
      const text = found[field] ?? '';
      if (text.trim() !== '' && hasText(field, text)) texts[field] = text;
    }
    return texts;
  };
  const labelled = labelReader(fieldsOf(source), columns);
  const several = Object.keys(fieldsOf(source)).find((name) => fieldsOf(source)[name]?.several);
  const parted = (row: TextRow): readonly TextRow[] => {
    const text = several && row.texts[several];
    if (!text) return [row];
    return partDomains(text).map((part) => ({ ...row, texts: { ...row.texts, [several]: part } }));
  };
  const of = (row: TableRow): readonly TextRow[] => {
    const derived = preset.derive?.(cellOf(row)) ?? {};
    const records = Array.isArray(derived) ? (derived as readonly Texts[]) : [derived as Texts];
    const rows = records.map((texts) => {
      const found = own(row, texts);
      return { line: row.line, cells: row.cells, texts: labelled ? labelled(row.cells, found) : found };
    });
    return several ? rows.flatMap(parted) : rows;
  };
  return {
    ofAll: (all) => {
      const rows = isWanted ? all.filter(isWanted) : all;
      const unwanted = isWanted ? all.filter((row) => !isWanted(row)) : [];
      const texts = preset.reshape
        ? preset.reshape(rows.map(cellOf)).flatMap(({ row, texts }) => {
            const at = rows[row];
            return at ? [{ line: at.line, cells: at.cells, texts: own(at, texts) }] : [];
          })
        : rows.flatMap(of);
      const told = preset.reshape ? new Set<number>() : new Set(texts.map(({ line }) => line));
      const without = preset.reshape ? [] : rows.filter(({ line }) => !told.has(line));
      return { texts, leftOut: [...unwanted, ...without] };
    },
  };
}

/** Kinds of which no value is a word: `N/A`, `null` or `--` says that there is none. An amount is not among them, where a dash may be zero. */
const WORDLESS: ReadonlySet<Kind> = new Set(['email', 'phone', 'domain', 'instant', 'day', 'seconds', 'number']);

/** Whether a text begins with a digit, as most values do that are no words. */
const isFigure = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};

/** Texts that every row takes from the lines before the header, and all labels there with what stands right of or under them. */
function beforeTexts({ before, layout }: Head, preset: Preset): { texts: Texts; labels: ReadonlyMap<string, string> } {
  const labels = new Map<string, string>();
  const isAbove = layout?.above !== undefined;
  for (const [i, line] of before.entries()) {
    for (const [at, cell] of line.cells.entries()) {
      const value = isAbove ? before[i + 1]?.cells[at] : line.cells[at + 1];
      const label = foldHeader(cell);
      if (label && value !== undefined && !labels.has(label)) labels.set(label, value.trim());
    }
  }
  const fields = { ...layout?.before, ...layout?.above };
  const sentinels = new Set(preset.sentinels);
  const texts = Object.entries(fields).flatMap(([field, names]): [string, string][] => {
    const value = names.map((name) => labels.get(foldHeader(name))).find((text) => text);
    return value === undefined || sentinels.has(value) ? [] : [[field, value]];
  });
  return { texts: Object.fromEntries(texts), labels };
}

/** The fields that a preset gives without a column. */
export function givenFields(preset: Preset, layout: Layout | undefined): string[] {
  return [...(preset.derives ?? []), ...Object.keys(layout?.before ?? {}), ...Object.keys(layout?.above ?? {})];
}
