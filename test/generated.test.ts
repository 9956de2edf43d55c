import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SCHEMAS, type SchemaName, schemaText } from '../src/report/schemas.ts';
import { scratchFolder } from './support/cases.ts';
import { examplesOf } from './support/examples.ts';
import { PAGES } from './support/pages.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const FILES: Readonly<Record<SchemaName, string>> = {
  rules: 'rules.schema.json',
  audit: 'schemas/audit.schema.json',
  lint: 'schemas/lint.schema.json',
  inspection: 'schemas/inspection.schema.json',
  metrics: 'schemas/metrics.schema.json',
  check: 'schemas/check.schema.json',
  audits: 'schemas/audits.schema.json',
  sample: 'schemas/sample.schema.json',
  simulation: 'schemas/simulation.schema.json',
};

// `npm run golden` rewrites what is out of date; the diff is the review.
describe('generated files are up to date', () => {
  test.each(Object.entries(PAGES))('%s', async (file, text) => {
    await expect(text).toMatchFileSnapshot(resolve(file));
  });
  // Every case is run once more, which takes its time on a busy machine.
  test('examples of the pages of codes', { timeout: 300_000 }, async () => {
    const text = `${JSON.stringify(await examplesOf(scratch.path), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(resolve('src/report/examples.json'));
  });
  test.each(Object.keys(SCHEMAS) as SchemaName[])('schema of %s', async (name) => {
    await expect(schemaText(name)).toMatchFileSnapshot(resolve(FILES[name]));
  });
});

// Refresh README.md by hand when the report of the example month changes.
describe('README.md', () => {
  const readme = readFileSync('README.md', 'utf8');
  const golden = (name: string): string => readFileSync(`test/golden/${name}`, 'utf8');
  test('begins with the real report', () => {
    const report = golden('example.txt');
    expect(readme).toContain(report.slice(0, report.indexOf('L16')).trimEnd());
    expect(readme).toContain(
      report.slice(report.indexOf('Metrics\n'), report.indexOf('average_handle_time')).trimEnd(),
    );
  });
  test('shows a real trace', () => {
    expect(readme).toContain(golden('explain-L04.txt').trimEnd());
    const [seen = '', told = ''] = golden('inspect.txt').split('What is not clean');
    expect(readme).toContain(seen.trimEnd());
    expect(readme).toContain(told.slice(told.indexOf('Paste into')).trimEnd());
  });
  test('shows what a simulation and several SOWs look like', () => {
    const [simulated, several] = [golden('simulate.txt'), golden('summary.txt')];
    expect(readme).toContain(simulated.slice(simulated.indexOf('NOW '), simulated.indexOf('L18')).trimEnd());
    expect(readme).toContain(several.slice(several.indexOf('2026-06, USD'), several.indexOf('claimed =')).trimEnd());
  });
  test('shows a picture that is there, small, and told in words', () => {
    const pictures = [...readme.matchAll(/!\[([^\]]*)\]\(([^)]*)\)/g)];
    expect(pictures).toHaveLength(1);
    for (const [, words = '', file = ''] of pictures) {
      expect(words.length).toBeGreaterThan(40);
      expect(statSync(file).size).toBeLessThan(150_000);
    }
  });
  test('names every package that ships', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
      'dependencies' | 'devDependencies',
      Record<string, string>
    >;
    const licences = readFileSync('dist/THIRD-PARTY-LICENSES.txt', 'utf8');
    const bundled = [...licences.matchAll(/^(\S+) \d+\.\d+\.\d+, /gm)].map(([, name = '']) => name);
    const direct = bundled.filter((name) => name in dependencies || name in devDependencies);
    expect(direct).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    for (const name of direct) expect(readme).toContain(name);
    expect(Object.keys(dependencies).length).toBeLessThanOrEqual(14);
  });
});
