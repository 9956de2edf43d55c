import { RULES } from '../../src/judge/rules/table.ts';
import { TERM_CODES } from '../../src/judge/term.ts';
import { CATALOGUE } from '../../src/measure/catalogue.ts';
import { FEES } from '../../src/price/fees/table.ts';
import { FINDINGS } from '../../src/problems/findings.ts';
import { PROBLEMS } from '../../src/problems/table.ts';
import type { Field } from '../../src/read/field.ts';
import { PRESETS } from '../../src/read/presets/table.ts';
import { SOURCES } from '../../src/read/source-table.ts';
import { MONEY_REASONS } from '../../src/report/reasons.ts';
import { RENDERERS } from '../../src/report/renderers.ts';
import { TABLES } from '../../src/report/tables.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `| ${head.map(() => '---').join(' | ')} |`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ].join('\n');
const page = (title: string, intro: string, ...parts: readonly string[]): string =>
  `# ${title}\n\n${intro}\n\n${parts.join('\n\n')}\n`;
const MADE = 'Made from the tables in `src`; `npm run golden` rewrites it.';

/** The pages of `docs/` that are made from the tables, by file. */
export const PAGES: Readonly<Record<string, string>> = {
  'docs/rules.md': page(
    'Rules',
    `Every block of \`rules:\` in the rules file. ${MADE}`,
    ...Object.entries(RULES).map(
      ([key, rule]) =>
        `## ${key}\n\n${rule.title}. ${rule.why}${
          Object.keys(rule.codes).length
            ? `\n\n${table(
                ['code', 'says'],
                Object.entries(rule.codes).map(([code, text]) => [`\`${code}\``, text]),
              )}`
            : ''
        }`,
    ),
    `## The term of the SOW\n\n${table(
      ['code', 'says'],
      Object.entries(TERM_CODES).map(([code, text]) => [`\`${code}\``, text]),
    )}`,
    `## Reasons of claims\n\n${table(
      ['code', 'says'],
      Object.entries(MONEY_REASONS).map(([code, text]) => [`\`${code}\``, text]),
    )}`,
  ),
  'docs/fees.md': page(
    'Fees',
    `Every block of \`fees:\`. ${MADE}`,
    table(
      ['block', 'what', 'why'],
      Object.entries(FEES).map(([key, fee]) => [`\`${key}\``, fee.title, fee.why]),
    ),
  ),
  'docs/metrics.md': page(
    'Metrics',
    `The catalogue; \`metrics:\` in the rules file redefines any of them or adds one. ${MADE}`,
    table(
      ['metric', 'formula', 'unit', 'of', 'also called'],
      Object.entries(CATALOGUE).map(([id, m]) => [`\`${id}\``, m.formula, m.unit, m.of, m.aliases.join(', ')]),
    ),
  ),
  'docs/problems.md': page(
    'Problems',
    `What can be wrong with an input, and what it does: \`stop\` ends the run with exit 2, \`quarantine\` sets the row aside, \`repair\` mends it and tells, \`tell\` is only told. ${MADE}`,
    table(
      ['code', 'effect', 'what', 'why', 'what to do'],
      Object.entries(PROBLEMS).map(([code, p]) => [`\`${code}\``, p.effect, p.title, p.why, p.help]),
    ),
  ),
  'docs/findings.md': page(
    'Findings',
    `What a person should look at; no finding moves money. ${MADE}`,
    table(
      ['code', 'severity', 'what', 'why'],
      Object.entries(FINDINGS).map(([code, f]) => [`\`${code}\``, f.severity, f.title, f.why]),
    ),
  ),
  'docs/sources.md': page(
    'Sources',
    `The canonical fields of each source, and the header words that name them. Headers are compared trimmed and case-folded. ${MADE}`,
    ...Object.entries(SOURCES).map(
      ([source, fields]) =>
        `## ${source}\n\n${table(
          ['field', 'kind', 'what', 'also called'],
          Object.entries(fields as Record<string, Field>).map(([name, f]) => [
            f.needed ? `**${name}**` : name,
            f.kind,
            f.words ? `${f.description}: ${f.words.join(', ')}` : f.description,
            f.aliases.join(', '),
          ]),
        )}`,
    ),
  ),
  'docs/presets.md': page(
    'Presets',
    `Named readers for systems whose exports are known. ${MADE}`,
    ...Object.entries(PRESETS).map(
      ([name, p]) =>
        `## ${name}\n\n${p.title}. For: ${p.sources.join(', ')}.${p.traps.length ? `\n\n${p.traps.map((t) => `- ${t}`).join('\n')}` : ''}`,
    ),
  ),
  'docs/output.md': page(
    'Output',
    `Formats and tables of \`reconcile\`. The whole document is described by \`schemas/audit.schema.json\`. ${MADE}`,
    table(
      ['--format', 'what'],
      Object.entries(RENDERERS).map(([name, r]) => [`\`${name}\``, r.title]),
    ),
    table(
      ['--table', 'what', 'columns'],
      Object.entries(TABLES).map(([name, t]) => [`\`${name}\``, t.title, t.columns.map((c) => c.name).join(', ')]),
    ),
  ),
};
