import { forTerminal as clean } from '../escape.ts';
import { beside, grid, reportWidth, wrap } from '../grid.ts';
import { withCommas } from '../phrases.ts';
import type { CheckDocument } from './document.ts';
import type { CheckRenderOptions } from './formats.ts';
import { placeOf, verdictOf } from './words.ts';

/** Results shown of one code; the other formats have them all. */
const SHOWN = 20;

/** The check for people: the verdict, what to mend, the files. */
export function renderCheck(doc: CheckDocument, { width: columns, paint }: CheckRenderOptions): string {
  const width = reportWidth(columns);
  const { word, says } = verdictOf(doc);
  const tone = doc.exit_code === 0 ? paint.good : paint.alarm;
  const heading = beside(`${tone(word)}  `, word.length + 2, says, width);
  const fresh = doc.results.filter((r) => !r.known);
  const codes = [...new Set(fresh.map((r) => r.code))];
  const parts = codes.map((code) => {
    const own = fresh.filter((r) => r.code === code);
    const [first] = own;
    const lines = own.slice(0, SHOWN).map((r) => wrap(`  ${clean(placeOf(r))}: ${clean(r.message)}`, width, '    '));
    return [
      paint.strong(`${first?.severity} ${code}${own.length > 1 ? ` (${own.length})` : ''}`),
      ...lines,
      ...(own.length > SHOWN ? [`  ... and ${own.length - SHOWN} more: --format json`] : []),
      ...(first?.help ? [paint.faint(wrap(`  ${clean(first.help)}`, width, '  '))] : []),
    ].join('\n');
  });
  const fixed = doc.fixed.map((f) => wrap(`  ${f.code}: ${clean(f.message)}`, width, '    '));
  const files = grid(
    width,
    paint.faint,
    ['source', 'file', 'rows', 'set aside'],
    [16, 0, 8, 9],
    doc.files.map((f) => [f.source, clean(f.file), withCommas(f.rows), withCommas(f.quarantined)]),
    [2, 3],
  );
  const idle = doc.not_checked.map(({ rule, why }: CheckDocument['not_checked'][number]) => `${rule} (${why})`);
  return `${[
    heading,
    ...parts,
    ...(fixed.length ? [`${paint.strong('Fixed since the baseline')}\n${fixed.join('\n')}`] : []),
    ...(doc.files.length ? [`${paint.strong('Files')}\n${files}`] : []),
    ...(idle.length ? [paint.faint(wrap(`Not checked: ${clean(idle.join('; '))}`, width, '  '))] : []),
  ].join('\n\n')}\n`;
}
