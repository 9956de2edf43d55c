// npm run bench:hostile [NAME...]: `reconcile` of the example month with a hostile call log of 1 GiB, and of a quarter of that; writes docs/performance.md.
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { once, root, say, writePart } from '../process.mjs';

const SIZES = [2 ** 28, 2 ** 30];
const folder = mkdtempSync(join(tmpdir(), 'leadaudit-hostile-'));
const build = ['rolldown', join(import.meta.dirname, 'make-file.ts'), '--format', 'esm', '--platform', 'node'];
execFileSync('npx', [...build, '-d', folder], { cwd: root, stdio: 'ignore' });
copyFileSync(join(root, 'rules.example.yaml'), join(folder, 'rules.yaml'));
cpSync(join(root, 'fixtures/example'), join(folder, 'fixtures/example'), { recursive: true });
const make = (...args) => execFileSync(process.execPath, [join(folder, 'make-file.js'), ...args], { encoding: 'utf8' });
const names = process.argv.slice(2).length ? process.argv.slice(2) : JSON.parse(make());
const command = 'reconcile -c rules.yaml --period 2026-06 --exit-zero --format json -o report.json'.split(' ');

const lines = names.map((name) => {
  const [part, whole] = SIZES.map((size) => {
    make(name, String(size), join(folder, 'fixtures/example/drops/2026-06/calls.csv'));
    return once([process.execPath, join(root, 'bin/leadaudit.js'), ...command], folder);
  });
  const line = `| ${name} | ${part.cpu.toFixed(1)} | ${whole.cpu.toFixed(1)} | ${Math.round(part.peak)} | ${Math.round(whole.peak)} |`;
  say(line);
  return line;
});
rmSync(folder, { recursive: true });
writePart(
  'Hostile files',
  `Made by \`npm run bench:hostile\` (Node ${process.versions.node}, whole processes). \`reconcile\` of the example month, with a call log that was made to bring it
down in place of its own: of 256 MiB and of 1 GiB. Time is to grow no faster than the file, and memory is to stay below 256 MiB.

| a call log with | CPU s, 256 MiB | CPU s, 1 GiB | peak MiB, 256 MiB | peak MiB, 1 GiB |
| --- | ---: | ---: | ---: | ---: |
${lines.join('\n')}`,
);
