// The same task with csv-parse, arrays for records.
import { createReadStream } from 'node:fs';
import process, { argv } from 'node:process';
import { parse } from 'csv-parse';

const formatter = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' });
const days = new Map();
const dayOf = (text) => {
  const hour = text.slice(0, 13);
  let day = days.get(hour);
  if (day === undefined) {
    day = formatter.format(new Date(text));
    days.set(hour, day);
  }
  return day;
};
const groups = new Map();
const seen = new Map();
let rows = 0;
let repeated = 0;
for await (const row of createReadStream(argv[2]).pipe(parse({ from_line: 2 }))) {
  rows++;
  const group = `${row[2]}\n${row[8]}`;
  groups.set(group, (groups.get(group) ?? 0) + 1);
  const day = dayOf(row[1]);
  let phones = seen.get(day);
  if (!phones) {
    phones = new Set();
    seen.set(day, phones);
  }
  if (phones.has(row[5])) repeated++;
  else phones.add(row[5]);
}
process.stdout.write(`${JSON.stringify({ rows, groups: groups.size, repeated })}\n`);
