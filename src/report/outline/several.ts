import { incomplete, plural, withCommas } from '../phrases.ts';
import type { AuditsDocument } from '../several/document.ts';
import { legendOf } from '../several/words.ts';
import { reportOf } from './audit.ts';
import { placesOf } from './claims.ts';
import type { Head, Outline, Report, Section, Table } from './outline.ts';

/** Several SOWs: the summary first, then a report each. */
export function outlineOfSeveral(doc: AuditsDocument): Outline {
  const summary = summaryOf(doc);
  return { title: `leadaudit: ${summary.title}`, reports: [summary, ...doc.audits.map(reportOf)] };
}

type Sums = AuditsDocument['totals'][number];
const SUMS = ['claimed', 'supported', 'disputed', 'open', 'payable'] as const;
const HEADS = ['claimed', 'supported', 'dispute', 'open', 'payable'] as const;
const figure = (title: string): Head => ({ title, as: 'figure' });

function summaryOf(doc: AuditsDocument): Report {
  const { summary, totals, not_audited } = doc;
  return {
    title: plural(summary.length, 'SOW'),
    scope: legendOf(doc),
    warnings: [
      ...not_audited.map((file) => `INCOMPLETE: ${file} could not be audited and is in no sum`),
      ...summary.flatMap(({ sow, quarantined }) => (quarantined ? [`${incomplete(quarantined)}: SOW ${sow}`] : [])),
    ],
    answers: totals.map(({ currency, period, payable, sows }) => ({
      word: 'PAY',
      tone: 'good',
      amount: `${withCommas(payable)} ${currency}`,
      note: `${period.label}, ${plural(sows, 'SOW')}`,
    })),
    sections: [...totals.map((total) => group(doc, total)), ...shared(doc)],
  };
}

function group({ summary }: AuditsDocument, total: Sums): Section {
  const own = summary.filter(
    ({ currency, period }) =>
      currency === total.currency && period.from === total.period.from && period.to === total.period.to,
  );
  const amounts = (sums: Pick<Sums, (typeof SUMS)[number]>): string[] => SUMS.map((key) => withCommas(sums[key]));
  const rows = own.map((line) => [`${line.vendor} (${line.sow})`, ...amounts(line)]);
  const all = own.length > 1 ? [['all', ...amounts(total)]] : [];
  const table: Table = {
    kind: 'table',
    head: [{ title: 'vendor' }, ...HEADS.map(figure)],
    rows: [...rows, ...all],
    sums: new Set(all.map(() => rows.length)),
  };
  return { title: `${total.period.label}, ${total.currency}`, blocks: [table] };
}

/** What several of the SOWs are billed for. */
function shared({ findings }: AuditsDocument): Section[] {
  if (!findings.length) return [];
  const table: Table = {
    kind: 'table',
    head: [{ title: 'says' }, { title: 'rows', as: 'code' }],
    rows: findings.map(({ message, evidence }) => [message, placesOf(evidence)]),
  };
  return [{ title: `Claimed under several SOWs (${findings.length})`, blocks: [table] }];
}
