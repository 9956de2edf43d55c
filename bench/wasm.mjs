// npm run wasm: makes src/read/scan/structure.wasm.ts from structure.assembly.ts beside it.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { wasmText } from './wasm-text.mjs';

writeFileSync(resolve(import.meta.dirname, '../src/read/scan/structure.wasm.ts'), wasmText());
