import { forTerminal as clean } from '../escape.ts';
import { beside, grid, reportWidth, wrap } from '../grid.ts';
import { incomplete, plural, quarantinedIn, sum, withCommas } from '../phrases.ts';
import type { RenderOptions } from '../renderers.ts';
import type { TerminalPaint } from '../terminal.ts';
import type { SimulatedAlternative, SimulationDocument } from './document.ts';
import { partsOf } from './parts.ts';
import { footingOf, isNothing, MEASURES, signed, whyOf } from './words.ts';

/** Claims shown of an alternative; CSV has them all. */
const SHOWN = 30;

interface View {
  readonly doc: SimulationDocument;
  readonly width: number;
  readonly paint: TerminalPaint;
}

/** The answer for people: what each alternative would come to, what each of its changes is worth, and by which claims. */
export function renderSimulation(doc: SimulationDocument, { width, paint }: RenderOptions): string {
  const view = { doc, width: reportWidth(width), paint };
  const each = doc.alternatives.flatMap((alternative) => [worth(view, alternative), claims(view, alternative)]);
  return `${[heading(view), answer(view), sideBySide(view), ...each, footing(view)].flatMap((part) => part ?? []).join('\n\n')}\n`;
}

function heading({ doc, paint, width }: View): string {
  const { sow, period } = doc;
  const title = `leadaudit simulate: ${clean(sow.vendor)} for ${clean(sow.client)}, ${period.label}`;
  const scope = `SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`;
  return `${paint.strong(wrap(title, width, '  '))}\n${paint.faint(wrap(scope, width, '  '))}`;
}

/** What would be payable, an alternative a line. */
function answer({ doc, paint, width }: View): string {
  const lines = [
    { word: 'NOW', amount: doc.totals.payable, note: `payable under ${doc.sow.file}` },
    ...doc.alternatives.map(({ id, title, totals, difference, changes }) => ({
      word: id,
      amount: totals.payable,
      note: `${isNothing(difference) ? 'the same' : signed(difference)}: ${title}, ${plural(changes.length, 'change')}`,
    })),
  ];
  const wide = Math.max(...lines.map(({ amount }) => withCommas(amount).length));
  const aside = quarantinedIn(doc.inputs);
  const gap = aside ? [paint.alarm(wrap(`${incomplete(aside)}; reconcile names them`, width, '  '))] : [];
  const shown = lines.map(({ word, amount, note }) => {
    const figure = `${' '.repeat(Math.max(1, 5 - word.length))}${withCommas(amount).padStart(wide)} ${clean(doc.sow.currency)}  `;
    return beside(`${paint.strong(word)}${figure}`, word.length + figure.length, clean(note), width);
  });
  return [...gap, ...shown].join('\n');
}

const NAME = 22;
const AMOUNT = 13;

/** The sums under every set of clauses; as many columns as fit, the clauses as they are always first. */
function sideBySide({ doc, paint, width }: View): string {
  const amounts = [doc, ...doc.alternatives].flatMap((a) => MEASURES.map(([, of]) => withCommas(of(a.totals))));
  const wide = Math.max(AMOUNT, ...amounts.map((amount) => amount.length));
  const fit = Math.max(1, Math.floor((width - NAME) / (wide + 2)) - 1);
  const blocks: string[] = [];
  for (let from = 0; from < doc.alternatives.length; from += fit) {
    const shown = doc.alternatives.slice(from, from + fit);
    const rows = MEASURES.map(([name, of]) => [name, ...[doc, ...shown].map((a) => withCommas(of(a.totals)))]);
    rows.splice(3, 0, ['difference', '', ...shown.map((a) => signed(a.difference))]);
    blocks.push(
      grid(
        width,
        paint.faint,
        ['', 'now', ...shown.map((a) => a.id)],
        [NAME, ...[doc, ...shown].map(() => wide)],
        rows,
        [doc, ...shown].map((_, i) => i + 1),
      ),
    );
  }
  return `${paint.strong('Side by side')}\n${blocks.join('\n\n')}`;
}

/** What each change is worth by itself; with what they do to each other it comes to the difference. */
function worth({ paint, width }: View, alternative: SimulatedAlternative): string {
  const { id, title, changes, interaction, difference, claims, others } = alternative;
  const head = paint.strong(`${id}  ${clean(title)}: what each change is worth`);
  if (!changes.length) return `${head}\nno clause reads otherwise`;
  const touched = new Set([...claims, ...others].flatMap((row) => row.effects.map((e) => e.change)));
  const moving = changes.filter((c) => c.difference === null || touched.has(c.id));
  const idle = changes.filter((c) => !moving.includes(c));
  const rows = moving.map((c) => [
    c.id,
    clean(`${c.path}: ${c.from ?? 'not set'} -> ${c.to ?? 'left out'}`),
    c.difference === null ? 'not alone' : signed(c.difference),
  ]);
  if (changes.length > 1) {
    if (!isNothing(interaction)) rows.push(['', 'what they do together beyond that', signed(interaction)]);
    rows.push(['', 'all together', signed(difference)]);
  }
  const table = rows.length ? [grid(width, paint.faint, ['', '', 'difference'], [5, 0, AMOUNT], rows, [2])] : [];
  const notes = [
    ...(idle.length ? [`touch no claim and no fee: ${idle.map((c) => `${c.id} ${clean(c.path)}`).join(', ')}`] : []),
    ...(moving.some((c) => c.difference === null)
      ? ['not alone: nothing can be audited with this change only; what it does is in what they do together']
      : []),
  ];
  return [head, ...table, ...notes.map((note) => paint.faint(wrap(note, width, '  ')))].join('\n');
}

/** Claim by claim, what belongs to no claim last; the differences come to that of the alternative. */
function claims({ paint, width }: View, alternative: SimulatedAlternative): string | undefined {
  const parts = partsOf(alternative);
  if (!parts.length) return undefined;
  const hasMany = alternative.changes.length > 1;
  const shown = parts.slice(0, SHOWN);
  const hidden = parts.slice(SHOWN);
  const cells = ([id, contact, now, then, difference, by, why]: readonly string[]): string[] =>
    [id, contact, now, then, difference, ...(hasMany ? [by] : []), why].map((cell) => cell ?? '');
  const rows = shown.map((part) =>
    cells([
      clean(part.id),
      clean(part.claim?.contact ?? part.claim?.meeting_id ?? ''),
      part.now === undefined ? '-' : withCommas(part.now),
      part.then === undefined ? '-' : withCommas(part.then),
      signed(part.difference),
      part.effects.map((e) => e.change).join(' ') || 'all',
      clean(whyOf(part)),
    ]),
  );
  if (hidden.length) {
    const rest = sum(hidden.map((part) => part.difference));
    rows.push(cells(['...', `${hidden.length} more`, '', '', signed(rest), '', '--format csv --table claims']));
  }
  rows.push(cells(['sum', '', '', '', signed(alternative.difference)]));
  const longest = (column: number, least: number, most: number): number =>
    Math.min(most, Math.max(least, ...rows.map((row) => row[column]?.length ?? 0)));
  const table = grid(
    width,
    paint.faint,
    cells(['claim', 'contact', 'now', 'then', 'differ.', 'by', 'why']),
    [
      longest(0, 5, 12),
      longest(1, 7, 14),
      longest(2, 6, 20),
      longest(3, 6, 20),
      longest(4, 7, 20),
      ...(hasMany ? [longest(5, 3, 7)] : []),
      0,
    ],
    rows,
    [2, 3, 4],
  );
  return `${paint.strong(`${alternative.id}  claim by claim (${parts.length})`)}\n${table}`;
}

const footing = ({ doc, paint, width }: View): string =>
  footingOf(doc)
    .map((line) => paint.faint(wrap(clean(line), width, '  ')))
    .join('\n');
