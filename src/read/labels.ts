import type { Field } from './field.ts';
import { kindOf } from './kinds.ts';
import type { Texts } from './presets/preset.ts';

/** Fields that say which line a row is, and nothing of what it is for. */
const PLACE: ReadonlySet<string> = new Set(['invoice_no', 'invoice_date', 'line_id', 'currency', 'period']);
const FIGURES: ReadonlySet<Field['kind']> = new Set(['money', 'number']);
const isWords = (text: string): boolean => /\p{L}{3}/u.test(text) && kindOf(text) === 'text';

/**
 * Finds the label of rows that sheets write below their lines: `Tax (8%)` or `zzgl. 19 % USt.` beside its amount, in whatever column. It is the text of the field for labels where
 * nothing else of the row says what it is for; undefined for a source that has no such field.
 */
export function labelReader(
  fields: Readonly<Record<string, Field>>,
  columns: ReadonlyMap<string, number>,
): ((cells: readonly string[], texts: Texts) => Texts) | undefined {
  const label = Object.keys(fields).find((name) => fields[name]?.label && (columns.get(name) ?? -1) >= 0);
  if (label === undefined) return undefined;
  const fieldAt = new Map([...columns].map(([field, at]) => [at, field]));
  const isFigure = (name: string): boolean => FIGURES.has(fields[name]?.kind ?? 'text');
  return (cells, texts) => {
    if (texts[label] !== undefined) return texts;
    if (Object.keys(texts).some((name) => !isFigure(name) && !PLACE.has(name))) return texts;
    const said = cells.flatMap((cell, at) => {
      const [text, field] = [cell.trim(), fieldAt.get(at)];
      return isWords(text) && (field === undefined || isFigure(field)) ? [{ text, field }] : [];
    });
    const [only, ...others] = said;
    if (!only || others.length) return texts;
    const { [only.field ?? label]: _, ...rest } = texts;
    return { ...rest, [label]: only.text };
  };
}
