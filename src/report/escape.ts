/** Control characters beyond ASCII, and characters that turn the direction of text. */
export const UNSEEN = /[\u007f-\u009f\u2028\u2029\ufeff\p{Bidi_Control}]/gu;

/** Makes foreign text safe for a terminal or a log: control, escape and direction characters become visible; one line stays one line. */
export function forTerminal(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/gu, (c) => {
    if (c === '\n' || c === '\r' || c === '\t') return ' ';
    return `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
  });
}

/**
 * Makes foreign text safe for a spreadsheet: a leading apostrophe keeps `=`, `+`, `-`, `@` and control characters from becoming a
 * formula, and long or zero-led numbers from losing digits.
 */
export function forSpreadsheet(text: string): string {
  const isFormula = /^[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20|]/u.test(text) || /^[\t\r\n]/.test(text);
  const losesDigits = /^(\d{16,}|0\d+)$/.test(text) || /^\d+(\.\d+)?e[+-]?\d+$/i.test(text);
  return isFormula || losesDigits ? `'${text}` : text;
}
