import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { scratchFolder } from './support/cases.ts';
import { LAZY } from './support/run.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

/** Where `leadaudit` is the built binary, with the example month as it is checked out. */
function exampleFolder(name: string): { readonly cwd: string; readonly env: NodeJS.ProcessEnv } {
  const cwd = join(scratch.path, name);
  const bin = join(scratch.path, 'bin');
  cpSync('fixtures', join(cwd, 'fixtures'), { recursive: true });
  cpSync('rules.example.yaml', join(cwd, 'rules.example.yaml'));
  mkdirSync(bin, { recursive: true });
  const command = `#!/bin/sh\nexec '${[process.execPath, ...LAZY, resolve('bin/leadaudit.js')].join("' '")}' "$@"\n`;
  writeFileSync(join(bin, 'leadaudit'), command, { mode: 0o755 });
  return { cwd, env: { ...process.env, COLUMNS: '80', NO_COLOR: '1', PATH: `${bin}:${process.env.PATH}` } };
}

const fences = (page: string, kind: string): string[] =>
  [...readFileSync(page, 'utf8').matchAll(new RegExp(`^\`\`\`${kind}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, inside = '']) => inside,
  );

// What a page shows was printed: refresh it by hand when the tool says otherwise.
describe.each(['docs/tutorial.md', 'docs/arguing.md', 'docs/sampling.md', 'docs/scale.md'])('%s', (page) => {
  const folder = exampleFolder(page.replaceAll('/', '-'));
  const runs = fences(page, 'console')
    .flatMap((fence) => fence.split(/^\$ /m).slice(1))
    .map((run) => [run.slice(0, run.indexOf('\n')), run.slice(run.indexOf('\n') + 1)] as const);

  test.each(runs)('$ %s', (command, shown) => {
    const { stdout, stderr } = spawnSync('sh', ['-c', command], { ...folder, encoding: 'utf8' });
    let rest = `${stderr}${stdout}`;
    for (const part of shown.split(/^\.\.\.\n/m).map((text) => text.trim())) {
      expect(rest).toContain(part);
      rest = rest.slice(rest.indexOf(part) + part.length);
    }
    if (!shown.trimEnd().endsWith('...')) expect(rest.trim()).toBe('');
  });
});

test('CONTRIBUTING.md shows code as it is', () => {
  const shown = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^```ts (\S+)\n([\s\S]*?)^```/gm)];
  expect(shown.length).toBeGreaterThan(5);
  for (const [, file = '', code = ''] of shown) expect(readFileSync(file, 'utf8'), file).toContain(code);
});

const pages = [...readdirSync('.'), ...readdirSync('docs').map((name) => `docs/${name}`)].filter((name) =>
  name.endsWith('.md'),
);
test.each(pages)('%s refers to what is there', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  const targets = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map(([, target = '']) => target);
  expect(targets.filter((target) => !existsSync(join(dirname(page), target)))).toEqual([]);
});
