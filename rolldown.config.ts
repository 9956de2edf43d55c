import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'rolldown';

/** The packages that went into the bundle, each with its licence: what ships carries them along. */
const licences: Plugin = {
  name: 'licences',
  generateBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
    const folders = new Set(modules.flatMap((id) => id.match(/^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//)?.[1] ?? []));
    const namesOf = new Map<string, string[]>();
    for (const { name, text } of [...folders].map(licenceOf).sort((a, b) => (a.name < b.name ? -1 : 1)))
      namesOf.set(text, [...(namesOf.get(text) ?? []), name]);
    const texts = [...namesOf].map(([text, names]) => `${names.join('\n')}\n\n${text}\n`);
    this.emitFile({
      type: 'asset',
      fileName: 'THIRD-PARTY-LICENSES.txt',
      source: texts.join(`\n${'-'.repeat(80)}\n\n`),
    });
  },
};

function licenceOf(folder: string): { readonly name: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return { name: `${name} ${version}, ${license}`, text };
}

// Everything is bundled: an unbundled `import 'date-fns'` alone costs over a second on Node 22 and later.
// Each command is a chunk of its own, loaded when it is called.
export default defineConfig({
  input: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  plugins: [licences],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false } },
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});
