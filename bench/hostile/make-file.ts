// Writes a hostile call log of about SIZE bytes piece by piece: node make-file.js NAME SIZE FILE; without a name, says the names.
import { closeSync, openSync, writeSync } from 'node:fs';
import { argv } from 'node:process';
import { HOSTILE_FILES, hostileUnits } from '../../test/support/hostile-files.ts';

const [, , name = '', size = '0', path = ''] = argv;
const file = HOSTILE_FILES[name];
if (file) {
  const out = openSync(path, 'w');
  writeSync(out, Buffer.from(file.before, 'latin1'));
  const atOnce = Math.floor(2 ** 23 / file.unit.length);
  const units = Buffer.from(file.unit.repeat(atOnce), 'latin1');
  for (let left = hostileUnits(file, Number(size)); left > 0; left -= atOnce)
    writeSync(out, units, 0, Math.min(left, atOnce) * file.unit.length);
  writeSync(out, Buffer.from(file.behind, 'latin1'));
  closeSync(out);
} else process.stdout.write(JSON.stringify(Object.keys(HOSTILE_FILES)));
