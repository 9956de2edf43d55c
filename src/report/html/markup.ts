import { forHtml } from '../escape.ts';

/** HTML that is safe to put into a page. Made by `html` alone. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Markup | undefined | readonly Part[];

/** A template of HTML: what is put in is escaped, unless it is HTML already. */
export const html = (template: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(template.map((text, i) => `${text}${i < parts.length ? written(parts[i]) : ''}`).join(''));

function written(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string') return forHtml(part);
  return part instanceof Markup ? part.text : part.map(written).join('');
}
