import { defineConfig } from 'rolldown';

// Everything is bundled: an unbundled `import 'date-fns'` alone costs over a second on Node 22 and later.
// Each command is a chunk of its own, loaded when it is called.
export default defineConfig({
  input: { index: 'src/index.ts', cli: 'src/cli/main.ts' },
  platform: 'node',
  output: {
    dir: 'dist',
    cleanDir: true,
    format: 'esm',
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: false } },
    chunkFileNames: 'chunks/[name]-[hash].js',
  },
});
