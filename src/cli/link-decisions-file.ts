import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type LinkDecision, type LinkDecisions, linkDecisionsText, readLinkDecisions } from '../link/link-decisions.ts';
import { type Problem, problem } from '../problems/problem.ts';
import { decodeWhole } from '../read/encoding.ts';
import type { RulesFile } from './run.ts';
import { writeWhole } from './whole-file.ts';

/** The file of decided links as the rules name it, beside them. */
const nameIn = ({ sow }: RulesFile): string => sow.links ?? 'links.yaml';
const pathOf = (rules: RulesFile): string => resolve(dirname(rules.path), nameIn(rules));

/** The links that a person decided; none where there is no file yet. */
export async function linkDecisionsOf(
  rules: RulesFile,
): Promise<{ decisions: LinkDecisions | undefined; problems: readonly Problem[] }> {
  const file = nameIn(rules);
  try {
    const bytes = await readFile(pathOf(rules));
    const { decisions, problems } = readLinkDecisions(decodeWhole(bytes, file).text, file);
    return { decisions: { file, sha256: createHash('sha256').update(bytes).digest('hex'), decisions }, problems };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { decisions: undefined, problems: [] };
    return { decisions: undefined, problems: [problem('unreadable_file', { file }, { reason: code ?? message })] };
  }
}

/** Writes the decisions whole, unless the file is no longer the one that was read (by its hash; undefined: there was none). */
export async function writeLinkDecisions(
  rules: RulesFile,
  before: string | undefined,
  decisions: readonly LinkDecision[],
): Promise<Problem | undefined> {
  const file = nameIn(rules);
  const now = await linkDecisionsOf(rules);
  if (now.decisions?.sha256 !== before)
    return problem('unwritable_file', { file }, { reason: 'it was changed meanwhile; take the decisions down again' });
  try {
    await writeWhole(pathOf(rules), linkDecisionsText(decisions), 'replace');
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return problem('unwritable_file', { file }, { reason: code ?? message });
  }
}
