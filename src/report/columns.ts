/** Columns that a text takes on a terminal: wide letters and emoji take two, marks none. */
export function columnsOf(text: string): number {
  return PLAIN.test(text) ? text.length : lettersOf(text).reduce((sum, letter) => sum + widthOf(letter), 0);
}

/** A text that fits in so many columns, cut between two letters where it does not. */
export function fitted(text: string, columns: number): string {
  if (text.length <= columns / 2 || columnsOf(text) <= columns) return text;
  let room = columns - 1;
  const kept = lettersOf(text).findIndex((letter) => {
    room -= widthOf(letter);
    return room < 0;
  });
  return `${lettersOf(text).slice(0, kept).join('')}…`;
}

const PLAIN = /^[ -~]*$/;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f1e6}-\u{1f1ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u;
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}]/gu;

let segmenter: Intl.Segmenter | undefined;
function lettersOf(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

const widthOf = (letter: string): number => (WIDE.test(letter) ? 2 : [...letter.replace(NO_WIDTH, '')].length);
