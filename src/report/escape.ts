/** Control characters beyond ASCII, and characters that turn the direction of text. */
export const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu;

/**
 * Makes foreign text safe for a terminal or a log: control, escape and direction characters become visible, one line stays one line, and nothing is
 * a command to a CI runner (`##[` anywhere, `::` at the beginning of a line: a narrow column may begin one anywhere).
 */
export function forTerminal(text: string): string {
  const shown = visible(text);
  if (!shown.includes('::') && !shown.includes('##[')) return shown;
  return shown.replace(/:(?=:)/g, '\\u{3a}').replaceAll('##[', '#\\u{23}[');
}

/** Most text: printable ASCII, which is told quickly. */
const HARMLESS = /^[ -~]*$/;

/** Text in which nothing is hidden and nothing breaks a line. */
function visible(text: string): string {
  if (HARMLESS.test(text)) return text;
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu, (c) => {
    if (c === '\n' || c === '\r' || c === '\t') return ' ';
    return `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/**
 * Text that is written from right to left takes the numbers and cells behind it along where it is turned round to be shown: a mark of the other direction,
 * which has no width, ends it before them.
 */
export const keptInOrder = (text: string, mark = '\u200e'): string =>
  TO_THE_LEFT.test(text) ? text.replace(BEFORE_OTHERS, `$&${mark}`) : text;

const TO_THE_LEFT = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
const BEFORE_OTHERS = new RegExp(`${TO_THE_LEFT.source}\\p{M}*(?=\\P{L}*\\p{Nd}|\\P{L}*$|\\s{2,})`, 'gu');
/** The mark as HTML and Markdown write it, where it can be seen in the source. */
const MARK = '&#8206;';

/**
 * Makes foreign text safe for a spreadsheet that opens a CSV: a leading apostrophe keeps `=`, `+`, `-`, `@` and control characters from becoming a
 * formula, and ids that look like numbers, dates or times from being rewritten. The same stands wherever a cell would begin if the file were opened
 * with another separator than the comma.
 */
export function forSpreadsheet(text: string): string {
  const inside = text.replace(OTHER_CELL, "$&'");
  return STARTS_FORMULA.test(inside) || /^[\t\r\n]/.test(inside) || isRewritten(inside) ? `'${inside}` : inside;
}

const STARTS_FORMULA = /^[\s\p{Cc}"]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/u;
const OTHER_CELL = /([;:|\t][\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])|(\s["]*)(?=[=\uff1d]|[+\-@][\p{L}\p{N}(."])/gu;

/** Cells that a spreadsheet takes for a number, a date, a time or a truth value, and shows otherwise than they were written. */
const isRewritten = (text: string): boolean =>
  LIKE_A_VALUE.test(text) && REWRITTEN.some((pattern) => pattern.test(text));
/** What all of them have: most cells are told apart by this alone. */
const LIKE_A_VALUE = /^\s*([\d.$\u00a3\u20ac]|true\s*$|false\s*$)|\d\s*$/i;
const REWRITTEN: readonly RegExp[] = [
  /^\s*(\d{16,}|0\d+)\s*$/,
  /^\s*\d*\.?\d+e[+-]?\d+\s*$/i,
  /^\s*(\d+\.(\d*0)?|\.\d+)\s*$/,
  /^\s*\d{1,3}(,\d{3})+(\.\d+)?\s*$/,
  /^\s*(?!\d{4}-\d\d(-\d\d)?\s*$)\d{1,4}[/-]\d{1,2}([/-]\d{1,4})?\s*$/,
  /^\s*\d{1,2}\.\d{1,2}\.\d{2,4}\s*$/,
  /^\s*\d+:\d{1,2}(:\d{1,2})?(\.\d+)?(\s*[ap]m?)?\s*$/i,
  /^\s*(\d{1,2}[\s-])?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s-]?\d{1,4}\s*$/i,
  /^\s*[$\u00a3\u20ac]\s*\d/,
  /^\s*(true|false)\s*$/i,
];

/** Makes foreign text safe for HTML and XML, in text and in quoted attributes; in a log the page commands nothing either. */
export const forHtml = (text: string): string =>
  keptInOrder(
    visible(text)
      .replace(/[&<>"']/g, (c) => HTML[c] ?? c)
      .replaceAll('##[', '##&#91;')
      .replace(/:(?=:)/g, '&#58;'),
    MARK,
  );
const HTML: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Makes foreign text safe for Markdown on a code host: no markup, no HTML, no link that was not meant, no person called, no issue referred to. It is
 * shown as it was; only after `@`, `#` and `!` of a reference stands a character without width.
 */
export function forMarkdown(text: string): string {
  const shown = forTerminal(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([#!])(?=\d)/g, '$1&#8203;')
    .replace(/[\\`*[\]|~$^{}]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/([\w.+-])@(?=\w)/g, '$1&#64;')
    .replace(/@(?=[\w-])/g, '@&#8203;')
    .replace(/\b(GH)-(?=\d)/gi, '$1&#8203;-');
  return keptInOrder(shown, MARK);
}

/** The same where a line begins: it is no list, heading or rule. */
export const forMarkdownLine = (text: string): string => forMarkdown(text).replace(/^(\s*\d*)([-+#=.)])/, '$1\\$2');

/** Foreign text as code in Markdown, where it must stay to the letter: hashes and names of files. */
export function forMarkdownCode(text: string): string {
  const shown = forTerminal(text).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...shown.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest || /^\s|\s$/.test(shown) ? ' ' : '';
  return shown.trim() === '' ? '' : `${fence}${gap}${shown}${gap}${fence}`;
}

/** Makes foreign text safe for a cell of a workbook, where it is text and stays as it is: nothing hidden, no code of a character, not longer than a cell. */
export function forWorkbook(text: string): string {
  const shown = visible(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');
  return shown.length > CELL ? `${shown.slice(0, CELL - 12).replace(/\p{Cs}$/u, '')} ... (cut)` : shown;
}
/** The longest text that a spreadsheet opens. */
const CELL = 32_767;

/** Makes foreign text safe as the message of a workflow command of GitHub Actions. */
export const forWorkflow = (text: string): string => forTerminal(text).replaceAll('%', '%25');

/** The same for a property of a command, such as the name of a file: the runner takes the codes back, and finds the file. */
export const forWorkflowProperty = (text: string): string =>
  forTerminal(text.replace(/[%:,\r\n]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`));
