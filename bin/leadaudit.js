#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import process from 'node:process';

const program = () => import('../dist/cli.js');
const { argv, stdout } = process;
// The build wrote the help down for a width of 80: for it alone nothing needs to start. What cannot be written, the program says.
if (argv.length === 3 && argv[2] === '--help' && (stdout.columns ?? 80) === 80) {
  stdout.once('error', program);
  stdout.write(readFileSync(new URL('../dist/help.txt', import.meta.url)));
} else await program();
