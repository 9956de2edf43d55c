import type { Paint } from '../problems/frame.ts';
import {
  answersOf,
  claimsByUse,
  differenceText,
  figureText,
  footingOf,
  reasonsText,
  shortTime,
  shownMetrics,
  stepOf,
} from './answer.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import { beside, grid, reportWidth, wrap } from './grid.ts';
import { incomplete, plural, quarantinedIn, withCommas } from './phrases.ts';
import type { RenderOptions } from './renderers.ts';
import { adjusted, posting } from './terminal-paid.ts';
import { claimRows, clean, findingRows, type Part, rest, section, type View } from './terminal-view.ts';

/** How the report marks its parts; colour is never the only carrier of meaning. */
export interface TerminalPaint extends Paint {
  readonly good: (text: string) => string;
}

/** The report for people: what to pay, what to dispute, by when and why; then the rest in order of use. */
export function renderTerminal(doc: AuditDocument, { width, paint }: RenderOptions): string {
  const view = viewOf(doc, reportWidth(width), paint);
  return `${[heading, answer, bridge, disputes, open, others, adjusted, posting, metrics, findings, footing].flatMap((part) => part(view) ?? []).join('\n\n')}\n`;
}

function viewOf(doc: AuditDocument, width: number, paint: TerminalPaint): View {
  return { doc, width, paint, money: withCommas };
}

const heading: Part = ({ doc, paint, width }) => {
  const { sow, period } = doc;
  const closed = doc.closed ? ' (closed)' : '';
  const title = `leadaudit: ${clean(sow.vendor)} for ${clean(sow.client)}, ${period.label}${closed}`;
  const scope = `SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`;
  return `${paint.strong(wrap(title, width, '  '))}\n${paint.faint(wrap(scope, width, '  '))}`;
};

const answer: Part = ({ doc, paint, money, width }) => {
  const { disputed } = claimsByUse(doc);
  const answers = answersOf(doc);
  const amountWidth = Math.max(...answers.map(({ amount }) => money(amount).length));
  const [pay, dispute, ...more] = answers.map(({ word, tone, amount, note }) => {
    const figure = `${money(amount).padStart(amountWidth)} ${clean(doc.sow.currency)}  `;
    return beside(`${paint[tone](word)}${' '.repeat(9 - word.length)}${figure}`, 9 + figure.length, note, width);
  });
  const why = disputed.length ? [paint.faint(wrap(`why: ${reasonsText(disputed)}`, width, '  '))] : [];
  const aside = quarantinedIn(doc.inputs);
  const gap = aside ? [paint.alarm(wrap(`${incomplete(aside)}; see Findings`, width, '  '))] : [];
  return [...gap, pay, dispute, ...why, ...more].join('\n');
};

const bridge: Part = (view) => {
  const rows = view.doc.bridge.map(({ step, amount, running, claims }) => {
    const { name, isSum } = stepOf(step);
    return [
      name,
      isSum ? '' : view.money(amount),
      view.money(running),
      isSum || !claims.length ? '' : plural(claims.length, 'claim'),
    ];
  });
  return section(
    view,
    'From the invoice to what is payable',
    grid(view.width, view.paint.faint, ['', 'change', 'running', ''], [28, 12, 12, 0], rows, [1, 2]),
  );
};

const disputes: Part = (view) => {
  const all = claimsByUse(view.doc).disputed;
  if (!all.length) return undefined;
  return section(
    view,
    `To dispute (${all.length})`,
    claimRows(view, all, (c) => c.why),
    rest(all.length, 'disputes'),
  );
};

const open: Part = (view) => {
  const all = claimsByUse(view.doc).open;
  if (!all.length) return undefined;
  const note = (c: DocumentClaim): string =>
    c.verdict === 'pending'
      ? `${c.why}${c.resolves_at ? `; resolves ${shortTime(c.resolves_at)}` : ''}`
      : `${c.why}${c.needs.length ? `; needs ${c.needs.join(', ')}` : ''}`;
  return section(view, `Open (${all.length})`, claimRows(view, all, note), rest(all.length, 'claims'));
};

const others: Part = (view) => {
  const all = claimsByUse(view.doc).owed;
  return all.length
    ? section(
        view,
        `Owed, but not claimed (${all.length})`,
        claimRows(view, all, (c) => c.why),
        rest(all.length, 'claims'),
      )
    : undefined;
};

const metrics: Part = (view) => {
  const all = shownMetrics(view.doc);
  if (!all.length) return undefined;
  const rows = all.map((m) => [
    clean(m.id),
    figureText(m.reported, m.unit),
    figureText(m.restated, m.unit),
    figureText(m.verified, m.unit),
    differenceText(m),
    m.status === 'not_reported' ? '' : `${m.status} ${m.tolerance}`,
  ]);
  return section(
    view,
    'Metrics',
    grid(
      view.width,
      view.paint.faint,
      ['metric', 'reported', 'restated', 'verified', 'off by', ''],
      [21, 8, 8, 8, 8, 0],
      rows,
      [1, 2, 3, 4],
    ),
  );
};

const findings: Part = (view) => {
  const all = view.doc.findings;
  if (!all.length) return undefined;
  return section(view, `Findings (${all.length})`, findingRows(view, all), rest(all.length, 'findings'));
};

const footing: Part = ({ doc, paint, width }) =>
  [...footingOf(doc), 'See why: leadaudit explain CLAIM. All rows: --format csv --table claims']
    .map((line) => paint.faint(wrap(clean(line), width, '  ')))
    .join('\n');
