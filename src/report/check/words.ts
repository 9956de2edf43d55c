import { plural } from '../phrases.ts';
import type { CheckDocument, CheckResult } from './document.ts';

/** The outcome in a word and a line. */
export function verdictOf({ exit_code, results, fixed, files }: CheckDocument): {
  readonly word: string;
  readonly says: string;
} {
  const count = (severity: CheckResult['severity']): number =>
    results.filter((r) => r.severity === severity && !r.known).length;
  const known = results.filter((r) => r.known).length;
  const says = [
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
    plural(count('info'), 'note'),
    ...(known ? [`${known} known from the baseline`] : []),
    ...(fixed.length ? [`${fixed.length} fixed since`] : []),
  ].join(', ');
  const rows = files.reduce((sum, file) => sum + file.rows, 0);
  const word = exit_code === 0 ? 'PASS' : exit_code === 1 ? 'FAIL' : rows ? 'STOPPED' : 'NOTHING';
  return { word, says: `${says}; ${plural(rows, 'row')} in ${plural(files.length, 'file')}` };
}

/** Where a result stands: `drop.csv:3:5`. */
export const placeOf = ({ file, line, column }: CheckResult): string =>
  file === null ? 'the drop' : [file, line, line === null ? null : column].filter((part) => part !== null).join(':');
