/** What a template's sentence says in each case: plain values, made into text only at the edge. */
export type SentenceArgs = Readonly<Record<string, string | number | undefined>>;

const CLAUSE = /\[([^\]]*)\]/g;
const SLOT = /\{(\w+)(#|\|([^{}|]*)\|([^{}|]*))?\}/g;

/**
 * Fills a template. `{name}` is the argument as it is, `{name#}` an amount or a count with thousands separators, and
 * `{name|one|many}` the word that goes with the count: `{rows#} {rows|row has|rows have} no id`.
 * A clause in `[...]` is left out when one of its arguments is missing.
 */
export const fill = (template: string, args: SentenceArgs): string =>
  template
    .replace(CLAUSE, (_, clause: string) =>
      [...clause.matchAll(SLOT)].every(([, name = '']) => args[name] !== undefined) ? clause : '',
    )
    .replace(SLOT, (_, name: string, form?: string, one = '', many = '') => {
      const value = args[name];
      if (form === undefined || value === undefined) return String(value ?? '?');
      return form === '#' ? withCommas(value) : Number(value) === 1 ? one : many;
    });

/** A template as documentation shows it: of many, and each argument by its name. */
export const templateShown = (template: string): string =>
  template
    .replace(/^\[([^\]]*)\]$/, '$1')
    .replace(SLOT, (_, name: string, form?: string, _one = '', many = '') =>
      form === undefined || form === '#' ? `{${name}}` : many,
    );

/** An amount or a count with thousands separators. */
export const withCommas = (amount: string | number): string =>
  String(amount).replace(/^[+-]?\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** A count and its noun. */
export const plural = (n: number, word: string): string => `${withCommas(n)} ${word}${n === 1 ? '' : 's'}`;
