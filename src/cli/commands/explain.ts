import { nearest } from '../../problems/nearest.ts';
import { problem } from '../../problems/problem.ts';
import { forTerminal } from '../../report/escape.ts';
import { chainTrace, claimsLike, idsOf, lineTrace, matchesOf, traceOf } from '../../report/explain.ts';
import { linksOfRecord, linksTrace } from '../../report/explain-links.ts';
import { reportWidth } from '../../report/grid.ts';
import { renderPage } from '../../report/page.ts';
import { CODES, pagesOf } from '../../report/pages.ts';
import { auditOf, defaultRules, type SourceOptions } from '../run.ts';
import type { Terminal } from '../terminal.ts';

/** How many claims are listed of which each may be meant. */
const MOST_LISTED = 20;

/** The page of a code, else the whole trace of a claim, meeting, chain or line, else how a record of the client was linked, else the claims of a contact by name. */
export async function explain(id: string, options: SourceOptions, terminal: Terminal): Promise<void> {
  terminal.configure(options);
  const look = { width: reportWidth(terminal.width), paint: terminal.paintFor('stdout') };
  const pages = pagesOf(id);
  if (pages.length) {
    terminal.out(pages.map((page) => renderPage(page, look.width, look.paint)).join('\n'));
    return;
  }
  const unknown = (ids: readonly string[]) =>
    problem('unknown_id', { file: 'command line' }, { id, nearest: nearest(id, ids) });
  // Without rules only a code can be meant.
  if (options.config === undefined && defaultRules() === undefined && nearest(id, CODES) !== undefined) {
    terminal.problems([unknown(CODES)]);
    process.exitCode = 2;
    return;
  }
  const audited = await auditOf(options, terminal);
  if (!audited) {
    process.exitCode = 2;
    return;
  }
  const { document } = audited;
  const exact = matchesOf(document, id);
  const links = linksOfRecord(document, id);
  const isKnown = exact.claims.length + exact.chains.length + exact.lines.length + links.length > 0;
  const { claims, chains, lines } = isKnown ? exact : { claims: claimsLike(document, id), chains: [], lines: [] };
  if (claims.length > 1) {
    const rows = claims.slice(0, MOST_LISTED).map((c) => {
      const who = forTerminal([c.contact, c.company].filter(Boolean).join(', '));
      return `  ${forTerminal(c.id)}  ${c.outcome}  ${c.claimed} claimed, ${c.supported} supported  ${who}\n`;
    });
    const more = claims.length > rows.length ? `  ... and ${claims.length - rows.length} more\n` : '';
    terminal.out(`"${id}" is behind several claims; explain one of them:\n${rows.join('')}${more}`);
  } else if (claims[0]) terminal.out(traceOf(claims[0], document, look));
  else if (chains[0]) terminal.out(chainTrace(chains[0], document, look));
  else if (lines[0]) terminal.out(lineTrace(lines[0], document, look));
  else if (links.length) terminal.out(linksTrace(links, look));
  else {
    terminal.problems([unknown([...idsOf(document), ...CODES])]);
    process.exitCode = 2;
  }
}
