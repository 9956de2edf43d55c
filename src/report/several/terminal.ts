import { forTerminal as clean } from '../escape.ts';
import { grid, reportWidth, wrap } from '../grid.ts';
import { incomplete, plural, withCommas } from '../phrases.ts';
import type { RenderOptions } from '../renderers.ts';
import { renderTerminal } from '../terminal.ts';
import type { AuditsDocument } from './document.ts';
import { legendOf } from './words.ts';

/** Shared claims that are shown; CSV has them all. */
const SHOWN = 30;

/** A report each, then the summary: it is what is read first, so it stands where the eye is. */
export function renderSeveral(doc: AuditsDocument, options: RenderOptions): string {
  const rule = options.paint.faint('='.repeat(widthOf(options)));
  const reports = doc.audits.map((audit) => `${renderTerminal(audit, options)}\n${rule}\n\n`);
  return `${reports.join('')}${renderSummary(doc, options)}`;
}

const widthOf = ({ width }: RenderOptions): number => reportWidth(width);

type Sums = AuditsDocument['totals'][number];
const SUMS = ['claimed', 'supported', 'disputed', 'open', 'payable'] as const;
const HEADS = ['claimed', 'supported', 'dispute', 'open', 'payable'] as const;

/** What each SOW comes to, and the sums of what can be added. */
export function renderSummary(doc: AuditsDocument, options: RenderOptions): string {
  const { paint } = options;
  const width = widthOf(options);
  const groups = doc.totals.map((total) => group(doc, total, options));
  const gaps = [
    ...(doc.not_audited.length
      ? [
          `INCOMPLETE: ${doc.not_audited.join(', ')} could not be audited and ${doc.not_audited.length === 1 ? 'is' : 'are'} in no sum`,
        ]
      : []),
    ...doc.summary.flatMap(({ sow, quarantined }) => (quarantined ? [`${incomplete(quarantined)}: SOW ${sow}`] : [])),
  ];
  const missing = gaps.length ? [gaps.map((gap) => paint.alarm(wrap(clean(gap), width, '  '))).join('\n')] : [];
  const title = paint.strong(`leadaudit: ${plural(doc.summary.length, 'SOW')}`);
  const legend = clean(legendOf(doc));
  return `${[title, ...missing, ...groups, ...shared(doc, options), paint.faint(wrap(legend, width, '  '))].join('\n\n')}\n`;
}

function group({ summary }: AuditsDocument, total: Sums, options: RenderOptions): string {
  const { paint } = options;
  const own = summary.filter(
    ({ currency, period }) =>
      currency === total.currency && period.from === total.period.from && period.to === total.period.to,
  );
  const amounts = (sums: Pick<Sums, (typeof SUMS)[number]>): string[] => SUMS.map((key) => withCommas(sums[key]));
  const rows = own.map((line) => [clean(`${line.vendor} (${line.sow})`), ...amounts(line)]);
  if (own.length > 1) rows.push(['all', ...amounts(total)]);
  const wide = Math.max(9, ...rows.flatMap(([, ...cells]) => cells.map((cell) => cell.length)));
  const head = paint.strong(`${total.period.label}, ${clean(total.currency)}`);
  const table = grid(
    widthOf(options),
    paint.faint,
    ['', ...HEADS],
    [0, ...SUMS.map(() => wide)],
    rows,
    SUMS.map((_, i) => i + 1),
  );
  return `${head}\n${table}`;
}

/** What several of the SOWs are billed for. */
function shared({ findings }: AuditsDocument, options: RenderOptions): string[] {
  if (!findings.length) return [];
  const lines = findings.slice(0, SHOWN).map(({ message, evidence }) => {
    const first = evidence.filter((row, i) => evidence.findIndex(({ sow }) => sow === row.sow) === i);
    return clean(`${message} [${first.map(({ sow, file, line }) => `${sow} ${file}:${line}`).join(', ')}]`);
  });
  if (findings.length > SHOWN) lines.push(`... and ${findings.length - SHOWN} more: --format csv --table findings`);
  const title = options.paint.alarm(`Claimed under several SOWs (${findings.length})`);
  return [[title, ...lines.map((line) => wrap(line, widthOf(options), '  '))].join('\n')];
}
