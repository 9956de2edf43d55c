import type { RuleRow } from '../judge/rule.ts';
import { RULES } from '../judge/rules/table.ts';
import { TERM_CODES } from '../judge/term.ts';
import { WAIVER_CODES } from '../judge/waive.ts';
import type { Anomaly } from '../measure/anomalies/anomaly.ts';
import { ANOMALIES } from '../measure/anomalies/table.ts';
import { FINDINGS } from '../problems/findings.ts';
import type { Effect } from '../problems/problem.ts';
import { templateShown } from '../problems/sentence.ts';
import { PROBLEMS } from '../problems/table.ts';
import { LINTS } from '../sow/lint/table.ts';
import { EXAMPLES, type Example } from './examples.ts';
import type { Block, Page } from './page.ts';
import { type Parameter, parametersOf } from './parameters.ts';
import { MONEY_REASONS } from './reasons.ts';

type Part = Page['parts'][number];
const rules: readonly (readonly [string, RuleRow])[] = Object.entries(RULES);

const part = (heading: string, ...blocks: readonly Block[]): Part => ({ heading, blocks });
const prose = (heading: string, text: string): Part => part(heading, { text });
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The page of one block of `rules:`. */
export function rulePage(key: string): Page | undefined {
  const rule = own<RuleRow>(RULES, key);
  if (!rule) return undefined;
  const codes = Object.entries(rule.codes);
  return {
    code: key,
    kind: `rule, rules.${key}`,
    title: rule.title,
    parts: [
      ...aboutOf(rule),
      ...termsOf(rule),
      ...ruleExample(key),
      ...(codes.length
        ? [
            part('What it says', {
              head: ['code', 'says'],
              rows: codes.map(([code, says]) => [code, templateShown(says)]),
            }),
          ]
        : []),
      ...(rule.finds ? [part('What it finds', findingRows(rule.finds))] : []),
    ],
  };
}

const aboutOf = (rule: RuleRow): Part[] => [
  prose('What it does', rule.does),
  prose('Why it is in SOWs', rule.why),
  ...(rule.needs ? [prose('Needs', `The source ${rule.needs.join(', ')}; without it nothing is checked.`)] : []),
];

/** What the clause can say: its parameters, and what published agreements say there. */
const termsOf = (rule: RuleRow): Part[] => [
  part('Parameters', {
    head: ['key', 'type', 'default', 'meaning'],
    rows: parametersOf(rule.params).map((p) => [p.name, p.type, defaultOf(p), p.meaning]),
  }),
  rule.typical.length
    ? part('Typical values', {
        head: ['key', 'source', 'says'],
        rows: rule.typical.map(({ param, value, source }) => [param, source, value]),
      })
    : prose('Typical values', 'No published value is known.'),
];

function defaultOf({ name, fallback, isNeeded }: Parameter): string {
  if (fallback !== undefined) return fallback;
  if (!isNeeded) return '';
  const parent = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  return parent ? `none, needed in ${parent}` : 'none, needed';
}

function ruleExample(key: string): Part[] {
  const example = own(EXAMPLES.rules, key);
  if (!example) return [];
  return [
    part(
      'Example',
      { text: `${example.title} (${example.case})` },
      { code: example.rules },
      { head: ['row', 'code', 'says'], rows: example.rows },
    ),
  ];
}

const findingRows = (codes: NonNullable<RuleRow['finds']>): Block => ({
  head: ['finding', 'says'],
  rows: codes.map((code) => [code, templateShown(FINDINGS[code].message)]),
});

const exampleOf = (example: Example | undefined): Part[] =>
  example
    ? [part('Example', { code: example.text }, { text: `From ${example.case}` })]
    : [prose('Example', 'No worked case shows it.')];

/** The page of a reason that a rule says; of several rules that say it, the one of the example is shown in full. */
function reasonPage(code: string): Page | undefined {
  const saying = rules.filter(([, rule]) => own(rule.codes, code) !== undefined);
  const example = own(EXAMPLES.reasons, code);
  const [key, rule] = saying.find(([name]) => name === example?.rule) ?? saying[0] ?? [];
  if (!key || !rule) return undefined;
  const others = saying.flatMap(([name]) => (name === key ? [] : `leadaudit explain ${name}`));
  return {
    code,
    kind: 'reason',
    title: rule.title,
    parts: [
      part('Says', {
        head: ['rule', 'sentence'],
        rows: saying.map(([name, row]) => [name, templateShown(row.codes[code] ?? '')]),
      }),
      ...aboutOf(rule),
      ...exampleOf(example),
      ...termsOf(rule),
      part('See also', { text: [`leadaudit explain ${key}`, ...others].join(', ') }),
    ],
  };
}

function findingPage(code: string): Page | undefined {
  const finding = own(FINDINGS, code);
  if (!finding) return undefined;
  const [key, rule] = rules.find(([, row]) => row.finds?.some((found) => found === code)) ?? [];
  return {
    code,
    kind: `finding, ${finding.severity}`,
    title: finding.title,
    parts: [
      prose('Says', templateShown(finding.message)),
      prose('Why it matters', finding.why),
      ...(rule && key ? [prose('Comes from', `rules.${key}: ${rule.does}`), ...termsOf(rule)] : []),
      ...exampleOf(own(EXAMPLES.findings, code)),
    ],
  };
}

function lintPage(code: string): Page | undefined {
  const check = own(LINTS, code);
  if (!check) return undefined;
  return {
    code,
    kind: `check of lint, ${check.severity}`,
    title: check.title,
    parts: [
      prose('Says', templateShown(check.message)),
      prose('Why it matters', check.why),
      prose('What to do', check.help),
      ...exampleOf(own(EXAMPLES.lints, code)),
    ],
  };
}

/** What a problem does to the run. */
const EFFECTS: Readonly<Record<Effect, string>> = {
  stop: 'The run stops with exit code 2: no report is better than a wrong one.',
  quarantine: 'The row is set aside and in no sum; the report says so at the top and in a finding.',
  repair: 'The row is mended, since one reading alone fits its columns; it is told, and refused with --strict.',
  tell: 'The run goes on; it is only told.',
};

function problemPage(code: string): Page | undefined {
  const problem = own(PROBLEMS, code);
  if (!problem) return undefined;
  return {
    code,
    kind: `problem, ${problem.effect}`,
    title: problem.title,
    parts: [
      prose('Says', templateShown(problem.message)),
      prose('What it does', EFFECTS[problem.effect]),
      prose('Why it matters', problem.why),
      prose('What to do', templateShown(problem.help)),
      ...exampleOf(own(EXAMPLES.problems, code)),
    ],
  };
}

function anomalyPage(code: string): Page | undefined {
  const anomaly = own<Anomaly>(ANOMALIES, code);
  if (!anomaly) return undefined;
  return {
    code,
    kind: `anomaly test${anomaly.id ? ` ${anomaly.id}` : ''}, checks.anomalies`,
    title: anomaly.title,
    parts: [
      prose('What it does', anomaly.does),
      prose('What also looks like this', anomaly.caution),
      prose('Needs', `The source ${anomaly.needs.join(', ')}; without it the test is not run, and says so.`),
      prose('What a signal means', FINDINGS.anomaly.why),
      part('Example', { code: `checks:\n  anomalies:\n    enabled: [${code}]\n    disabled: []` }),
      part('See also', { text: 'leadaudit explain anomaly' }),
    ],
  };
}

/** Reasons that no block of `rules:` says: the term, waivers, prices and the matching of claims. */
const OTHER_REASONS: Readonly<Record<string, { readonly title: string; readonly says: string }>> = Object.fromEntries([
  ...Object.entries(TERM_CODES).map(([code, says]) => [code, { title: 'The term of the SOW', says }]),
  ...Object.entries(WAIVER_CODES).map(([code, says]) => [code, { title: 'A waiver', says }]),
  ...Object.entries(MONEY_REASONS).map(([code, says]) => [code, { title: 'Claims and prices', says }]),
]);

function otherPage(code: string): Page | undefined {
  const reason = own(OTHER_REASONS, code);
  if (!reason) return undefined;
  const parts = [prose('Says', templateShown(reason.says)), ...exampleOf(own(EXAMPLES.reasons, code))];
  return { code, kind: 'reason', title: reason.title, parts };
}

/** Each kind of code: those it has, and how their page is made. */
const KINDS: readonly { readonly codes: () => string[]; readonly page: (code: string) => Page | undefined }[] = [
  { codes: () => Object.keys(PROBLEMS), page: problemPage },
  { codes: () => Object.keys(RULES), page: rulePage },
  { codes: () => rules.flatMap(([, rule]) => Object.keys(rule.codes)), page: reasonPage },
  { codes: () => Object.keys(FINDINGS), page: findingPage },
  { codes: () => Object.keys(LINTS), page: lintPage },
  { codes: () => Object.keys(ANOMALIES), page: anomalyPage },
  { codes: () => Object.keys(OTHER_REASONS), page: otherPage },
];

/** All codes that have a page. */
export const CODES: readonly string[] = [...new Set(KINDS.flatMap(({ codes }) => codes()))];

/** The pages of a rule, problem, finding or reason; a code of two kinds has two. None for anything that is no code. */
export const pagesOf = (code: string): Page[] => KINDS.flatMap((kind) => kind.page(code) ?? []);
