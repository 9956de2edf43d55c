// Writes a seeded call log: node make-calls.mjs ROWS FILE
import { closeSync, openSync, writeSync } from 'node:fs';

const [, , count, file] = process.argv;
const HEADER =
  'call_id,started_at,agent,agent_name,campaign,phone,contact_name,company,disposition,duration,talk,hold,wrap,recording\n';
const DISPOSITIONS = [
  'No Answer',
  'Answering Machine',
  'Busy',
  'Not Interested',
  'Call Back',
  'Consult Set',
  'Operator Intercept',
  'Do Not Call',
];
const FIRST = ['Ann', 'Bo', 'Cleo', 'Dana', 'Eve', 'Finn', 'Gus', 'Hana', 'Ivo', 'Jo'];
const LAST = ['Adams', 'Baker', 'Chen', 'Diaz', 'Evans', 'Fox', 'Garcia', 'Hughes', 'Ito', 'Jones'];

let state = 20261122;
const next = (below) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const two = (n) => (n < 10 ? `0${n}` : `${n}`);

const out = openSync(file, 'w');
let text = HEADER;
for (let i = 0; i < Number(count); i++) {
  const agent = next(120);
  const at = `2026-06-${two(1 + next(30))}T${two(next(24))}:${two(next(60))}:${two(next(60))}Z`;
  const talk = next(4) ? 0 : next(900);
  const first = FIRST[next(10)];
  const last = LAST[next(10)];
  text += `C${10_000_000 + i},${at},agent${agent}@vendor.example,Agent ${agent},Campaign ${next(8)},+1${2_000_000_000 + next(4_000_000) * 13},${first} ${last},"${last}, ${first} & Partners ${next(5000)}",${DISPOSITIONS[next(8)]},${talk + next(60)},${talk},${next(20)},${next(60)},https://recordings.vendor.example/2026/06/${10_000_000 + i}.mp3\n`;
  if (text.length > 1 << 20) {
    writeSync(out, text);
    text = '';
  }
}
writeSync(out, text);
closeSync(out);
