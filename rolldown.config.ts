import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

/** The help as the program prints it into a pipe: `bin/leadaudit.js` has it at hand. */
const help: Plugin = {
  name: 'help',
  writeBundle({ dir = '' }) {
    writeFileSync(join(dir, 'help.txt'), execFileSync(process.execPath, [join(dir, 'cli.js'), '--help']));
  },
};

/** The modules that a module imports, by its id. */
type Imports = (id: string) => readonly string[] | undefined;

/** What every start loads and other chunks need, too, is one chunk: each file of its own costs a millisecond. */
let start: ReadonlySet<string> | undefined;
function isOfStart(id: string, imports: Imports): boolean {
  start ??= reachedFrom(join(import.meta.dirname, 'src/cli/main.ts'), imports);
  return start.has(id) && !id.includes('/src/cli/') && !id.includes('/node_modules/');
}

function reachedFrom(entry: string, imports: Imports): Set<string> {
  const reached = new Set([entry]);
  for (const id of reached) for (const next of imports(id) ?? []) reached.add(next);
  return reached;
}

// Everything is bundled: an unbundled `import 'date-fns'` alone costs over a second on Node 22 and later.
// Each command is a chunk of its own, loaded when it is called.
export default defineConfig({
  input: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  plugins: [licences, help],
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false } },
    codeSplitting: {
      groups: [
        {
          debugName: 'start',
          name: (id, graph) => (isOfStart(id, (at) => graph.getModuleInfo(at)?.importedIds) ? 'start' : null),
        },
      ],
    },
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});
