#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';

// What is held of a file's first part makes V8 take all its rows for long-lived; they are gone a moment later.
setFlagsFromString('--no-allocation-site-pretenuring');
await import('../dist/cli.js');
