import { UNSEEN } from '../report/escape.ts';
import { plural, sum, withCommas } from '../report/phrases.ts';
import type { Pack, PackLine } from './pack.ts';

/** Foreign text as plain words of a Markdown page: no sign of it has a meaning there. */
const clean = (text: string): string =>
  text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\`*_{}[\]#+!|<>~&]/g, (c) => `\\${c}`);

const day = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** The letter that goes with the lines: facts, clauses and rows; who is at fault is nobody's business here. */
export function letterOf(pack: Pack): string {
  const { doc, lines, owed, clientSide } = pack;
  const { sow, period, totals } = doc;
  const money = (text: string): string => `${withCommas(text)} ${clean(sow.currency)}`;
  const disputed = lines.filter((l) => l.status === 'disputed');
  const open = lines.filter((l) => l.status === 'open');
  const nothing = '\nNothing.\n';
  return [
    `# ${clean(sow.client)} to ${clean(sow.vendor)}: ${clean(period.label)}\n`,
    `SOW ${clean(sow.id)}, ${period.from} to ${period.to}, as of ${doc.as_of}.\n`,
    `We went through ${plural(doc.claims.filter((c) => c.line_id !== null && c.adjusts === null).length, 'line')} that ask for ${money(totals.claimed)}. ${money(totals.payable)} is payable. Below are the lines that we could not support with the records at hand, each with its clause and its rows, and those that are still open. If you have a record that we do not, please send it.\n`,
    `## Lines that we could not support: ${disputed.length}, ${money(sum(disputed.map((l) => l.atStake)))}`,
    disputed.map((l) => item(l, pack, money)).join('') || nothing,
    `## Lines that are open: ${open.length}, ${money(sum(open.map((l) => l.atStake)))}`,
    open.map((l) => item(l, pack, money)).join('') || nothing,
    '## Our side\n',
    [
      ...owed.map(
        (c) =>
          `- ${clean(c.id)}: ${money(c.supported)} is owed and ${money(c.claimed)} was asked for: ${clean(c.why)}.\n`,
      ),
      ...clientSide.map((f) => `- ${clean(f.message)} (${f.code}).\n`),
    ].join('') || nothing,
    '## How to answer\n',
    'In the table that comes with this letter, fill `answer` with `accept`, `reject` or `counter`, `counter_amount` for a counter, and `comment` with what supports it.\n',
  ].join('\n');
}

function item({ id, claim, atStake, status }: PackLine, { redact }: Pack, money: (text: string) => string): string {
  const who = redact ? [] : [claim.contact, claim.company].flatMap((name) => (name === null ? [] : [clean(name)]));
  const rows = claim.evidence.map(({ file, line }) => `${clean(file)}:${line}`).join(', ');
  const facts: readonly (readonly [string, string | null])[] = [
    ['Amount', `${money(atStake)} of ${money(claim.claimed)}`],
    ['Clause', claim.clause === null ? null : clean(claim.clause)],
    ['Reason', `${claim.reason}: ${clean(claim.why)}`],
    ['Would settle it', claim.needs.length ? clean(claim.needs.join('; ')) : null],
    ['Meeting', claim.meeting_id === null ? null : clean(claim.meeting_id)],
    ['Resolves', claim.resolves_at === null ? null : day(claim.resolves_at)],
    ['Deadline', claim.dispute_by === null ? null : day(claim.dispute_by)],
    ['Rows', rows || null],
  ];
  const title = [clean(id), ...who, ...(status === 'open' ? ['open'] : [])].join(', ');
  return `\n### ${title}\n\n${facts.flatMap(([name, text]) => (text === null ? [] : [`- ${name}: ${text}\n`])).join('')}`;
}
