import { groupBy } from '../../link/grouped.ts';
import { FINDINGS } from '../../problems/findings.ts';
import { findingSentence } from '../sentences.ts';
import { isOwn } from '../standing.ts';
import type { AuditsDocument } from './document.ts';

type Audit = AuditsDocument['audits'][number];
type Finding = AuditsDocument['findings'][number];

/** A line of an invoice that a SOW is asked money by. */
interface OwnLine {
  readonly sow: string;
  /** The same file under every name. */
  readonly sha256: string;
  readonly file: string;
  readonly line: number;
}

/** Lines of one invoice that stand in the reports of several SOWs: what is one's is unknown to the other, and the sums have it twice. */
export function sharedLines(audits: readonly Audit[]): Finding[] {
  const byFile = groupBy(audits.flatMap(linesOf), ({ sha256 }) => sha256);
  return byFile.flatMap((lines) => {
    const shared = groupBy(lines, ({ line }) => String(line)).filter(
      (same) => new Set(same.map(({ sow }) => sow)).size > 1,
    );
    const [first] = shared.flat();
    if (!first) return [];
    const code = 'lines_across_sows';
    const sows = [...new Set(shared.flat().map(({ sow }) => sow))];
    const args = { file: first.file, lines: shared.length, sows: sows.join(' and ') };
    return [
      {
        code,
        severity: FINDINGS[code].severity,
        message: findingSentence(code, args),
        evidence: shared.flat().map(({ sow, file, line }) => ({ sow, source: 'invoice' as const, file, line })),
      },
    ];
  });
}

/** Each line once: one may be split over several claims. */
function linesOf({ sow, claims, inputs }: Audit): OwnLine[] {
  const shaOf = new Map(inputs.flatMap(({ source, file, sha256 }) => (source === 'invoice' ? [[file, sha256]] : [])));
  const lines = claims.filter(isOwn).flatMap(({ evidence }): [string, OwnLine][] => {
    const row = evidence.find(({ source }) => source === 'invoice');
    const sha256 = row && shaOf.get(row.file);
    return row && sha256 !== undefined
      ? [[`${row.file} ${row.line}`, { sow: sow.id, sha256, file: row.file, line: row.line }]]
      : [];
  });
  return [...new Map(lines).values()];
}
