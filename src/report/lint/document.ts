import { z } from 'zod';
import type { Severity } from '../../model.ts';
import { helpOf, messageOf, type Problem } from '../../problems/problem.ts';
import { lintOf } from '../../sow/lint/lint.ts';
import { silencesOf } from '../../sow/lint/silences.ts';
import { LINTS } from '../../sow/lint/table.ts';
import type { Sow } from '../../sow/sow.ts';
import type { YamlFile } from '../../sow/yaml.ts';
import { VERSION } from '../../version.ts';
import { lintSentence } from '../sentences.ts';
import type { LintFailOn } from './formats.ts';

/** The schema of `lint --format json`. Names are only ever added. */
export const lintDocument = z.object({
  schema: z.literal('leadaudit/lint@1'),
  tool: z.object({ name: z.literal('leadaudit'), version: z.string() }),
  exit_code: z.int().min(0).max(2),
  file: z.string(),
  sow: z
    .object({ id: z.string(), client: z.string(), vendor: z.string() })
    .nullable()
    .describe('null where the rules file has errors'),
  results: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      help: z.string(),
      key: z.string().nullable().describe('the key of the rules file'),
      clause: z.string().nullable().describe('the clause of the SOW that the block cites'),
      file: z.string(),
      line: z.int().nullable(),
      column: z.int().nullable(),
    }),
  ),
  points: z.array(
    z.object({
      title: z.string(),
      blocks: z.array(z.object({ key: z.string(), clause: z.string().nullable() })),
      silent: z.array(z.object({ key: z.string(), question: z.string() })),
    }),
  ),
  assumptions: z.array(z.object({ key: z.string(), value: z.string() })),
});
export type LintDocument = z.output<typeof lintDocument>;
type Result = LintDocument['results'][number];

/** What a lint found: a sound SOW with what the checks say of it, or the errors of the file. */
export interface Linted {
  readonly file: string;
  readonly sow: Sow | undefined;
  readonly problems: readonly Problem[];
  /** Absent where there is no file to read. */
  readonly yaml: YamlFile | undefined;
}

/** Which severities end with 1. */
const REACHED: Readonly<Record<LintFailOn, readonly Severity[]>> = {
  never: [],
  error: [],
  warning: ['warning'],
  info: ['warning', 'info'],
};

/** The document of a lint. An error is always 2: the rules cannot be applied; a warning or a silence is 1 where it was asked for. */
export function lintDocumentOf({ file, sow, problems, yaml }: Linted, failOn: LintFailOn): LintDocument {
  const results: Result[] = [
    ...problems.map((p) => problemResult(p, file)),
    ...(sow && yaml
      ? lintOf(sow, yaml).map(
          (lint): Result => ({
            code: lint.code,
            severity: lint.severity,
            message: lintSentence(lint),
            help: LINTS[lint.code]?.help ?? '',
            key: lint.key,
            clause: lint.clause ?? null,
            file,
            line: lint.line,
            column: lint.column,
          }),
        )
      : []),
  ];
  const isReached = results.some(({ severity }) => REACHED[failOn].includes(severity));
  return {
    schema: 'leadaudit/lint@1',
    tool: { name: 'leadaudit', version: VERSION },
    exit_code: sow ? (isReached ? 1 : 0) : 2,
    file,
    sow: sow ? { id: sow.sow.id, client: sow.sow.client, vendor: sow.sow.vendor } : null,
    results,
    points: sow && yaml ? pointsOf(sow, yaml) : [],
    assumptions: sow ? sow.assumptions.map(({ key, value }) => ({ key, value })) : [],
  };
}

const problemResult = (p: Problem, file: string): Result => ({
  code: p.code,
  severity: 'error',
  message: messageOf(p),
  help: helpOf(p).trim(),
  key: null,
  clause: null,
  file: p.place.file || file,
  line: p.place.line ?? null,
  column: p.place.column ?? null,
});

const pointsOf = (sow: Sow, yaml: YamlFile): LintDocument['points'] =>
  silencesOf(yaml.value ?? {}).map(({ point, given, silent }) => ({
    title: point.title,
    blocks: given.map((key) => ({ key, clause: sow.clauses.get(key) ?? null })),
    silent: silent.map(({ key, question }) => ({ key, question })),
  }));
