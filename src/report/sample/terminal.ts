import { forTerminal as clean } from '../escape.ts';
import { beside, grid, reportWidth, wrap } from '../grid.ts';
import { incomplete, plural, quarantinedIn, withCommas } from '../phrases.ts';
import type { RenderOptions } from '../renderers.ts';
import type { TerminalPaint } from '../terminal.ts';
import type { SampleDocument } from './document.ts';
import { answersOf, CAUTION, drawText, planText, populationText, titleOf, whoOf } from './words.ts';

/** Items shown; CSV has them all. */
const SHOWN = 60;

interface View {
  readonly doc: SampleDocument;
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** A sample for people: what the review says, or what is to be reviewed. */
export function renderSample(doc: SampleDocument, { width, paint }: RenderOptions): string {
  const view = { doc, width: reportWidth(width), paint };
  const parts = [heading, answer, doc.review ? failures : toReview, footing];
  return `${parts.flatMap((part) => part(view) ?? []).join('\n\n')}\n`;
}

function heading({ doc, paint, width }: View): string {
  const { sow, period } = doc;
  const scope = `SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`;
  const title = wrap(`leadaudit sample: ${clean(titleOf(doc))}`, width, '  ');
  return `${paint.strong(title)}\n${paint.faint(wrap(scope, width, '  '))}`;
}

function answer({ doc, paint, width }: View): string {
  const answers = answersOf(doc);
  const wide = Math.max(...answers.map(({ amount }) => amount.length));
  const aside = quarantinedIn(doc.inputs);
  const lines = answers.map(({ word, tone, amount, note }) => {
    const lead = `${paint[tone](word)}${' '.repeat(9 - word.length)}${clean(amount).padStart(wide)}  `;
    return beside(lead, 11 + wide, clean(note), width);
  });
  return [
    ...(aside ? [paint.alarm(wrap(`${incomplete(aside)}; reconcile names them`, width, '  '))] : []),
    ...lines,
  ].join('\n');
}

const more = ({ paint }: View, n: number): string =>
  n > SHOWN ? `\n${paint.faint(`... and ${n - SHOWN} more: --format csv`)}` : '';
const widest = (texts: readonly string[], least: number, most: number): number =>
  Math.min(most, Math.max(least, ...texts.map((text) => text.length)));

function toReview(view: View): string {
  const { doc, width, paint } = view;
  const { items } = doc;
  const asks = [...new Set(items.flatMap((i) => i.look_for || []))];
  const rows = items
    .slice(0, SHOWN)
    .map((i) => [
      clean(i.id),
      clean(whoOf(i)),
      i.at?.slice(0, 16).replace('T', ' ') ?? '',
      i.amount === null ? '' : withCommas(i.amount),
      clean([i.recordings.join('; ') || 'no recording named', i.stated].filter(Boolean).join('; ')),
    ]);
  const widths = [
    widest(
      rows.map((row) => row[0] ?? ''),
      2,
      14,
    ),
    20,
    16,
    widest(
      rows.map((row) => row[3] ?? ''),
      6,
      14,
    ),
    0,
  ];
  return [
    ...(asks.length
      ? [`${paint.strong('Look for')}\n${asks.map((text) => wrap(`  ${clean(text)}`, width, '    ')).join('\n')}\n`]
      : []),
    paint.strong(`To review (${items.length})`),
    grid(width, paint.faint, ['id', 'who', 'at', 'amount', 'recordings; the vendor says'], widths, rows, [3]) +
      more(view, items.length),
  ].join('\n');
}

function failures(view: View): string | undefined {
  const { doc, width, paint } = view;
  const failed = doc.items.filter((i) => i.result !== 'pass');
  if (!failed.length) return undefined;
  const errors = new Map(doc.review?.errors.map((error) => [error.id, error]));
  const rows = failed.slice(0, SHOWN).map((i) => {
    const error = errors.get(i.id);
    const worth = error
      ? `${withCommas(error.should_pay)} to pay; stands for ${withCommas(error.projected)}, adds ${withCommas(error.bound)} at most`
      : '';
    return [
      clean(i.id),
      clean(whoOf(i)),
      i.amount === null ? '' : withCommas(i.amount),
      clean([i.result, worth, i.note, i.by].filter(Boolean).join('; ')),
    ];
  });
  const widths = [
    widest(
      rows.map((row) => row[0] ?? ''),
      2,
      14,
    ),
    22,
    widest(
      rows.map((row) => row[2] ?? ''),
      6,
      14,
    ),
    0,
  ];
  return `${paint.strong(`Failed (${failed.length})`)}\n${grid(width, paint.faint, ['id', 'who', 'amount', 'result; note; by'], widths, rows, [2])}${more(view, failed.length)}`;
}

function footing({ doc, width, paint }: View): string {
  const { population, plan, review } = doc;
  const texts = [
    `${plan.size} of ${populationText(doc)}, ${planText(doc)}`,
    drawText(doc),
    ...population.left_out.map(({ why, items }) => `not drawn from: ${plural(items, 'claim')} ${why}`),
    review
      ? CAUTION
      : 'Fill in `result` (pass, fail, unavailable) in the sheet of -o FILE, and read it back with --results FILE and the same flags',
  ];
  return texts.map((text) => paint.faint(wrap(clean(text), width, '  '))).join('\n');
}
