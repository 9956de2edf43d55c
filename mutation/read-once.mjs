/** Half of a case's time goes into reading its files, which no rule has a part in: they are read once. */
import { readSources as read } from '../src/read/read.ts';

const readings = new Map();

export function readSources(sow, options) {
  const key = JSON.stringify(options);
  if (!readings.has(key)) readings.set(key, read(sow, options));
  return readings.get(key);
}
