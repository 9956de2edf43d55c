import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type RuleRow, SEVERITY } from '../../src/judge/rule.ts';
import { RULES, type RuleKey } from '../../src/judge/rules/table.ts';
import type { LedgerFile } from '../../src/ledger/file.ts';
import { frame } from '../../src/problems/frame.ts';
import type { AuditDocument } from '../../src/report/document.ts';
import { EXAMPLES } from '../../src/report/examples.ts';
import { lintDocumentOf } from '../../src/report/lint/document.ts';
import { PLAIN } from '../../src/report/render.ts';
import { loadSow } from '../../src/sow/load.ts';
import { casePaths, type Expectation, expectationsIn, openCase, runCase } from './cases.ts';
import { leadaudit } from './run.ts';

type Row = readonly string[];
/** The shape of `src/report/examples.json`. */
interface Examples {
  readonly rules: Record<string, { case: string; title: string; rules: string; rows: readonly Row[] }>;
  readonly reasons: Record<string, { case: string; rule: string; text: string }>;
  readonly findings: Record<string, { case: string; text: string }>;
  readonly problems: Record<string, { case: string; text: string }>;
  readonly lints: Record<string, { case: string; text: string }>;
}

/**
 * What the binary says is asked for again by `npm run golden` alone: test/problems.test.ts runs each page, and holds the known example to what is said.
 */
const ANEW = process.env.EXAMPLES === 'anew';

/** Rows of a rule's example: each code once, then more until the page is full. */
const SHOWN = 6;

/** The examples of the pages of codes: what the worked cases say. */
export async function examplesOf(scratch: string): Promise<Examples> {
  const out: Examples = { rules: {}, reasons: {}, findings: {}, problems: {}, lints: {} };
  // A rule's own case says more of it than an edge case does.
  const cases = casePaths().sort((a, b) => Number(!a.includes('/rule-')) - Number(!b.includes('/rule-')));
  for (const path of cases) {
    const { name, folder, rules, expected } = openCase(path, scratch);
    const ledger: LedgerFile[] = [];
    for (const { run } of expected) {
      const { document } = await runCase(folder, rules, run, ledger);
      if (document) take(document, path, out);
    }
    const key = Object.keys(RULES).find((k) => out.rules[k] === undefined && isCaseOf(name, k));
    const last = expected.at(-1);
    if (!key || !last) continue;
    const { document } = await runCase(folder, rules, last.run);
    const text = readFileSync(join(folder, rules), 'utf8');
    const title = path.endsWith('.md') ? (/^# (.*)$/m.exec(readFileSync(path, 'utf8'))?.[1] ?? name) : name;
    if (document) out.rules[key] = { case: path, title, rules: blockOf(text, key), rows: rowsOf(document, key) };
  }
  for (const { run } of expectationsIn('fixtures/example/expected.yaml')) {
    const { document } = await runCase('.', 'rules.example.yaml', run);
    if (document) take(document, 'fixtures/example', out);
  }
  for (const file of readdirSync('test/problems').sort()) await takeProblems(file, scratch, out);
  for (const file of readdirSync('test/lint').sort()) takeLint(file, scratch, out);
  return sorted(out);
}

/** `rule-no-show`, or where a rule has only cases of its parts, the first of them. */
const isCaseOf = (name: string, key: string): boolean => {
  const own = `rule-${key.replaceAll('_', '-')}`;
  return name === own || (key === 'exclusions' && name === `${own}-customers`);
};

const isOwn = (example: { case: string; rule: string }): boolean =>
  isCaseOf(/([^/]*?)(\.md)?$/.exec(example.case)?.[1] ?? '', example.rule);

function take(doc: AuditDocument, where: string, { reasons, findings }: Examples): void {
  for (const chain of doc.chains)
    for (const r of chain.rulings) {
      for (const code of sentencesOf(r.rule, r.code, r.message)) {
        const known = reasons[code];
        if (known && (isOwn(known) || !isOwn({ case: where, rule: r.rule }))) continue;
        reasons[code] = { case: where, rule: r.rule, text: `${chain.id}: ${r.message}` };
      }
    }
  for (const c of doc.claims)
    reasons[c.reason] ??= {
      case: where,
      rule: '',
      text: `${c.id}: ${c.claimed} claimed, ${c.supported} supported (${c.outcome}: ${c.why})`,
    };
  for (const f of doc.findings) findings[f.code] ??= { case: where, text: f.message };
}

const patterns = new Map<string, RegExp>();
/** What a sentence of a table looks like with its arguments. */
function patternOf(template: string): RegExp {
  const known = patterns.get(template);
  if (known) return known;
  const pattern = template.replace(/[.*+?^$()[\]\\]/g, '\\$&').replace(/\{\w+[^{}]*\}/g, '.+');
  const made = new RegExp(`^${pattern}$`);
  patterns.set(template, made);
  return made;
}

/** A ruling's code, and the name of the sentence that was said where that is another. */
function sentencesOf(rule: string, code: string, message: string): string[] {
  const templates = Object.entries((RULES as Record<string, RuleRow>)[rule]?.codes ?? {});
  const said = templates.filter(([, template]) => patternOf(template).test(message));
  // A sentence of another's words and more is the more telling one.
  const [name = code] = said.sort(([, x], [, y]) => y.length - x.length).map(([key]) => key);
  return name === code ? [code] : [name, code];
}

/** The lines of a block in a rules file. */
function blockOf(text: string, key: string): string {
  const lines = text.slice(text.indexOf('\nrules:')).split('\n');
  const at = lines.findIndex((line) => line.startsWith(`  ${key}:`));
  const end = lines.findIndex((line, i) => i > at && !line.startsWith('   '));
  return at < 0 ? '' : ['rules:', ...lines.slice(at, end < 0 ? undefined : end)].join('\n');
}

/** What one rule said: of chains, else what it found. */
function rowsOf(doc: AuditDocument, key: string): Row[] {
  const judges = RULES[key as RuleKey].judge !== undefined;
  const rulings = doc.chains.flatMap((chain) => {
    const said = chain.rulings.filter((r) => r.rule === key);
    const worst = SEVERITY.flatMap((result) => said.filter((r) => r.result === result))[0];
    if (worst) return [[chain.id, `${worst.code} (${worst.result})`, worst.message]];
    return judges ? [[chain.id, 'nothing', `no objection; the chain is ${chain.verdict} (${chain.reason})`]] : [];
  });
  const finds: readonly string[] = RULES[key as RuleKey].finds ?? [];
  const found = doc.findings.flatMap((f) => (finds.includes(f.code) ? [['month', f.code, f.message]] : []));
  const all = [...rulings, ...found];
  const first = all.filter(([, code], i) => all.findIndex((row) => row[1] === code) === i);
  const shown = [...new Set([...first, ...all])].slice(0, SHOWN);
  return all.filter((row) => shown.includes(row));
}

async function takeProblems(file: string, scratch: string, { problems, findings }: Examples): Promise<void> {
  const path = join('test/problems', file);
  const { name, folder, expected } = openCase(path, scratch);
  for (const { run, args } of expected as readonly (Expectation & { args?: string })[]) {
    if (args !== undefined) {
      const known = EXAMPLES.problems[name];
      if (known?.case === path && !ANEW) problems[name] ??= known;
      if (problems[name]) continue;
      const { stderr } = await leadaudit(args.split(' '), { cwd: folder, env: { NO_COLOR: '1' } });
      for (const [text, code = ''] of stderr.matchAll(/^(?:error|quarantined|note)\[(\w+)\][\s\S]*?(?=\n\n|\n$)/gm))
        if (code === name) problems[code] ??= { case: path, text: text.replaceAll(`${folder}/`, '') };
      continue;
    }
    const { document, problems: told } = await runCase(folder, 'rules.yaml', run);
    for (const f of document?.findings ?? []) findings[f.code] ??= { case: path, text: f.message };
    for (const p of told) {
      if (p.code !== name) continue;
      const text = frame(p, PLAIN, (t) => t).trimEnd();
      problems[p.code] ??= { case: path, text: text.replaceAll(`${folder}/`, '') };
    }
  }
}

function takeLint(file: string, scratch: string, { lints }: Examples): void {
  const path = join('test/lint', file);
  const { name, folder, rules } = openCase(path, scratch);
  const text = readFileSync(join(folder, rules), 'utf8');
  const { results } = lintDocumentOf({ file: rules, ...loadSow(text, rules) }, 'error');
  const found = results.find((r) => r.code === name);
  const line = text.split('\n')[(found?.line ?? 1) - 1]?.trim() ?? '';
  if (found)
    lints[name] = { case: path, text: `${found.file}:${found.line}:${found.column}\n${line}\n${found.message}` };
}

/** Keys in order, so that the file does not depend on which case came first. */
const sorted = (examples: Examples): Examples =>
  Object.fromEntries(
    Object.entries(examples).map(([kind, table]) => [
      kind,
      Object.fromEntries(Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  ) as unknown as Examples;
