import type { Paint } from '../problems/frame.ts';
import { hoursUntil, timeLeft } from './disputes.ts';
import type { AuditDocument, DocumentClaim } from './document.ts';
import { grid, wrap } from './grid.ts';
import { headlineOf, incomplete, plural, quarantinedIn, sum, withCommas } from './phrases.ts';
import type { RenderOptions } from './renderers.ts';
import { isDisputed, isOwn } from './standing.ts';
import { adjusted, posting } from './terminal-paid.ts';
import { claimRows, clean, type Part, rest, SHOWN, section, shortTime, type View } from './terminal-view.ts';

/** How the report marks its parts; colour is never the only carrier of meaning. */
export interface TerminalPaint extends Paint {
  readonly good: (text: string) => string;
}

/** The report for people: what to pay, what to dispute, by when and why; then the rest in order of use. */
export function renderTerminal(doc: AuditDocument, { width, paint }: RenderOptions): string {
  const view = viewOf(doc, Math.max(60, Math.min(width, 140)), paint);
  return `${[heading, answer, bridge, disputes, open, others, adjusted, posting, metrics, findings, footing].flatMap((part) => part(view) ?? []).join('\n\n')}\n`;
}

function viewOf(doc: AuditDocument, width: number, paint: TerminalPaint): View {
  return { doc, width, paint, money: withCommas };
}

const heading: Part = ({ doc, paint }) => {
  const { sow, period } = doc;
  const closed = doc.closed ? ' (closed)' : '';
  const title = paint.strong(`leadaudit: ${clean(sow.vendor)} for ${clean(sow.client)}, ${period.label}${closed}`);
  return `${title}\n${paint.faint(`SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}`)}`;
};

const NO_DEADLINE = ', no deadline known';
const answer: Part = ({ doc, paint, money, width }) => {
  const { totals, claims } = doc;
  const disputed = claims.filter((c) => isDisputed(c));
  const waiting = claims.filter((c) => c.outcome === 'open');
  const unclaimed = claims.filter((c) => (c.outcome === 'unclaimed' || c.outcome === 'underclaimed') && isOwn(c));
  const denied = sum(disputed.map((c) => sum([c.claimed, `-${c.supported}`])));
  const ends = disputed.flatMap((c) => c.dispute_by ?? []).sort((a, b) => hoursUntil(a, doc) - hoursUntil(b, doc));
  const ahead = ends.find((at) => Date.parse(at) > Date.parse(doc.as_of));
  const until = ahead ? `, by ${shortTime(ahead)}` : ends[0] ? `, too late since ${shortTime(ends[0])}` : NO_DEADLINE;
  const rows: [string, string, string][] = [
    [paint.good('PAY'), money(totals.payable), `of ${money(totals.claimed)} claimed`],
    [paint.alarm('DISPUTE'), money(denied), `${plural(disputed.length, 'claim')}${disputed.length ? until : ''}`],
    [
      paint.strong('OPEN'),
      money(sum([totals.pending, totals.review])),
      `${plural(waiting.length, 'claim')}: pending ${money(totals.pending)}, in review ${money(totals.review)}`,
    ],
  ];
  if (waiting.length)
    rows.push([
      paint.strong('IF ALL'),
      money(totals.payable_if_all),
      `if the vendor wins every open item; ${money(totals.payable_if_none)} if none`,
    ]);
  if (unclaimed.length)
    rows.push([
      paint.strong('OWED'),
      money(totals.unclaimed),
      `in PAY, but not claimed: ${plural(unclaimed.length, 'meeting')}`,
    ]);
  const next = doc.deadlines.find((d) => !d.over && d.kind !== 'resolves');
  if (next)
    rows.push([
      paint.strong('NEXT'),
      money(next.amount),
      `${next.kind} ${plural(next.claims.length, 'claim')} by ${shortTime(next.at)}, ${timeLeft(hoursUntil(next.at, doc))} left`,
    ]);
  const late = claims.filter((c) => Number(c.lost) !== 0);
  if (late.length)
    rows.push([
      paint.alarm('LATE'),
      money(sum(late.map((c) => c.lost))),
      `${plural(late.length, 'claim')}: past the deadline, lost unless disputed in time`,
    ]);
  const amountWidth = Math.max(...rows.map(([, amount]) => amount.length));
  const bare = (text: string): number => text.replace(ANSI, '').length;
  const lines = rows.map(([word, amount, note]) => {
    const figure = `${amount.padStart(amountWidth)} ${clean(doc.sow.currency)}  `;
    const indent = 9 + figure.length;
    const said = wrap(note, width - indent, '').replaceAll('\n', `\n${' '.repeat(indent)}`);
    return `${word}${' '.repeat(9 - bare(word))}${figure}${said}`;
  });
  const why = disputed.length ? [paint.faint(wrap(`why: ${reasonsOf(disputed, money)}`, width, '  '))] : [];
  const aside = quarantinedIn(doc.inputs);
  const gap = aside ? [paint.alarm(`${incomplete(aside)}; see Findings`)] : [];
  return [...gap, lines[0], lines[1], ...why, ...lines.slice(2)].join('\n');
};

/** What is disputed, by reason, the dearest first: `no_show_not_cured 1 (400.00)`. */
function reasonsOf(disputed: readonly DocumentClaim[], money: View['money']): string {
  const groups = [...new Set(disputed.map(headlineOf))].map((reason) => {
    const own = disputed.filter((c) => headlineOf(c) === reason);
    return { reason, n: own.length, amount: sum(own.map((c) => sum([c.claimed, `-${c.supported}`]))) };
  });
  groups.sort((a, b) => Number(b.amount) - Number(a.amount) || (a.reason < b.reason ? -1 : 1));
  return groups.map(({ reason, n, amount }) => `${reason} ${n} (${money(amount)})`).join(', ');
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

const STEP_NAMES: Readonly<Record<string, string>> = {
  invoiced: 'claimed by the vendor',
  not_billable: 'not billable',
  pending: 'pending: time will tell',
  review: 'review: a fact is missing',
  duplicate: 'claimed twice',
  wrong_rate: 'wrong rate',
  wrong_period: 'wrong period',
  unknown: 'unknown to the drops',
  claims_supported: 'supported of the claims',
  cleared: 'small differences, cleared',
  unclaimed: 'billable, not claimed',
  fixed_fees: 'fixed fees, not claimed',
  shortfall: 'short of the minimum',
  adjustments: 'adjustments of closed months',
  credits: 'credits',
  tax: 'tax, not claimed',
  payable: 'payable',
};

const bridge: Part = (view) => {
  const rows = view.doc.bridge.map(({ step, amount, running, claims }) => {
    const isSum = step === 'invoiced' || step === 'claims_supported' || step === 'payable';
    return [
      STEP_NAMES[step] ?? step,
      isSum ? '' : view.money(amount),
      view.money(running),
      isSum || !claims.length ? '' : plural(claims.length, 'claim'),
    ];
  });
  return section(
    view,
    'From the invoice to what is payable',
    grid(view.width, view.paint.faint, ['', 'change', 'running', ''], [28, 12, 12, 12], rows, [1, 2]),
  );
};

const disputes: Part = (view) => {
  const all = view.doc.claims.filter((c) => isDisputed(c));
  if (!all.length) return undefined;
  return section(
    view,
    `To dispute (${all.length})`,
    claimRows(view, all, (c) => c.why),
    rest(all.length, 'disputes'),
  );
};

const open: Part = (view) => {
  const all = view.doc.claims.filter((c) => c.outcome === 'open');
  if (!all.length) return undefined;
  const note = (c: DocumentClaim): string =>
    c.verdict === 'pending'
      ? `${c.why}${c.resolves_at ? `; resolves ${shortTime(c.resolves_at)}` : ''}`
      : `${c.why}${c.needs.length ? `; needs ${c.needs.join(', ')}` : ''}`;
  return section(view, `Open (${all.length})`, claimRows(view, all, note), rest(all.length, 'claims'));
};

const others: Part = (view) => {
  const all = view.doc.claims.filter((c) => (c.outcome === 'unclaimed' || c.outcome === 'underclaimed') && isOwn(c));
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
  const all = view.doc.metrics.filter((m) => m.by === null && (m.reported !== null || m.restated !== null));
  if (!all.length) return undefined;
  const show = (value: string | null, unit: string): string =>
    value === null ? '-' : unit === 'share' ? `${(Number(value) * 100).toFixed(1)}%` : view.money(value);
  const rows = all.map((m) => [
    m.id,
    show(m.reported, m.unit),
    show(m.restated, m.unit),
    show(m.verified, m.unit),
    m.difference === null ? '' : `${m.difference}${m.unit === 'share' ? ' pp' : ''}`,
    m.status === 'not_reported' ? '' : `${m.status} ${m.tolerance}`,
  ]);
  return section(
    view,
    'Metrics',
    grid(
      view.width,
      view.paint.faint,
      ['metric', 'reported', 'restated', 'verified', 'off by', ''],
      [19, 8, 8, 8, 8, 0],
      rows,
      [1, 2, 3, 4],
    ),
  );
};

const findings: Part = (view) => {
  const all = view.doc.findings;
  if (!all.length) return undefined;
  const rows = all.slice(0, SHOWN).map((f) => {
    const [first] = f.evidence;
    return [
      f.severity,
      `${f.code}: ${clean(f.message)}${first ? ` [${clean(first.file)}:${first.line}${f.evidence.length > 1 ? ` and ${f.evidence.length - 1} more` : ''}]` : ''}`,
    ];
  });
  return section(
    view,
    `Findings (${all.length})`,
    grid(view.width, view.paint.faint, ['', ''], [8, 0], rows),
    rest(all.length, 'findings'),
  );
};

const footing: Part = (view) => {
  const { doc, paint } = view;
  const matched = doc.claims.filter((c) => c.outcome === 'matched' && isOwn(c)).length;
  const lines = [
    `${plural(matched, 'claim')} matched, ${plural(doc.chains.length, 'chain')}, ${plural(doc.inputs.length, 'input file')}, ${plural(
      doc.inputs.reduce((n, i) => n + i.rows, 0),
      'row',
    )}`,
    ...(doc.ledger ? [`Ledger: closed are ${doc.ledger.closed.join(', ')}; head ${doc.ledger.head}`] : []),
    ...(doc.assumptions.length
      ? [`Assumptions (defaults in force): ${doc.assumptions.map((a) => `${a.key} = ${a.value}`).join('; ')}`]
      : []),
    ...(doc.not_checked.length
      ? [`Not checked: ${doc.not_checked.map((n) => `${n.rule} (${n.why})`).join('; ')}`]
      : ['Not checked: nothing']),
    'See why: leadaudit explain CLAIM. All rows: --format csv --table claims',
  ];
  return lines.map((line) => paint.faint(wrap(clean(line), view.width, '  '))).join('\n');
};
