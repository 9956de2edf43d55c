import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FLAGS = [
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--noAssert',
  '-O3',
  '--importMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  '65536',
];

/** What structure.wasm.ts must hold: the compiled module as base64. */
export function wasmText() {
  const root = resolve(import.meta.dirname, '..');
  const folder = mkdtempSync(join(tmpdir(), 'leadaudit-wasm-'));
  const out = join(folder, 'structure.wasm');
  execFileSync('npx', ['asc', 'src/read/scan/structure.assembly.ts', '-o', out, ...FLAGS], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base64 = readFileSync(out).toString('base64');
  rmSync(folder, { recursive: true });
  return `// Made from structure.assembly.ts by \`npm run wasm\`; do not edit.\nexport const STRUCTURE_WASM =\n  '${base64}';\n`;
}
