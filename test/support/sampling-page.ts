import { SAMPLE_TABLES } from '../../src/report/sample/tables.ts';
import { CONFIDENCES, type Confidence, incrementHundredths } from '../../src/sample/confidence.ts';
import { AQLS, type Aql, LOTS, planOf } from '../../src/sample/designs/aql.ts';
import { DESIGNS } from '../../src/sample/designs/table.ts';
import { POPULATIONS } from '../../src/sample/item.ts';
import { RESULTS } from '../../src/sample/result-words.ts';
import { fence, MADE, page, table } from './markdown.ts';

/** The plan of a lot as a cell: the sample, then how many accept and reject; an arrow where it is another letter's. */
function planText(aql: Aql, items: number): string {
  const plan = planOf(aql, items);
  if (!plan) throw new Error(`no plan for ${items}`);
  const { letter, used, size, accept, reject } = plan;
  return `${letter === used ? '' : `→ ${used}: `}${size}, ${accept}/${reject}`;
}

const growth = (confidence: Confidence): string =>
  [1, 2, 3, 4, 5].map((n) => (incrementHundredths(confidence, n) / 100).toFixed(2)).join(', ');

/** `docs/sampling.md`. */
export const SAMPLING_PAGE = page(
  'Sampling',
  `What no record proves has to be heard or asked: was that conversation one, did the lead say what it is billed for? \`leadaudit sample\` draws what is to be reviewed, so that vendor and client can
repeat the draw, and says what the review means for the whole month: how many fail, between which bounds, and what that is worth. ${MADE}`,
  '## A month',
  fence(
    'console',
    `$ leadaudit sample -c rules.example.yaml --error 10% -o june.csv
wrote june.csv
$ head -3 june.csv | cut -d, -f1-5
draw,id,amount,contact,company
1,L20,350.00,Dexter Hale,Ottershaw Controls
2,L41,300.00,Xavier Stone,Kelmscott Devices`,
  ),
  'Each line also says how to reach the lead, which recordings are named, what the vendor states and what the SOW asks. Somebody calls, or listens, and writes a word into `result`; `by` and `note` are free. Any spreadsheet will do. (Here `sed` does it: two fail, and one cannot be reached.)',
  fence(
    'console',
    `$ sed '2,$s/,,,,$/,pass,,Dana,/; 4s/pass/fail/; 9s/pass/fail/; 7s/pass/unavailable/' june.csv > reviewed.csv
$ leadaudit sample -c rules.example.yaml --error 10% --results reviewed.csv
...
FAIL           13.0 %  3 of 23, 1 of them unavailable; at 95% 10.3 % to 20.7 %:
                       3 to 6 of 29 leads
WORTH    1,268.48 USD  of 9,725.00, by the share that fails; at 95% 1,006.03 to
                       2,012.07
...`,
  ),
  'A sample moves no money. The leads that failed in it can be disputed one by one, as any other (a rejection among the decisions, a rule, a waiver); the share is for the talk about all the others.',
  '## What is drawn from',
  table(
    ['--of', 'what', 'by'],
    Object.entries(POPULATIONS).map(([name, { what, id }]) => [`\`${name}\``, what, id]),
  ),
  '## The draw',
  `Each id gets the SHA-256 of the seed, a line feed and the id; the smallest are drawn. The hash of one depends on no other: rows that are added or come in another order reshuffle nothing, a new row only
displaces the last ones where its own hash is smaller. The seed is in every output (\`--seed\`; else the id of the SOW and the period), so anybody can check any line:`,
  fence(
    'console',
    "$ printf 'NWI-DIALCO-2026 2026-06\\nL20' | sha256sum\n0981a3a618643d603c3a64e97d14b909bf72b170ef3344b6a795127e5e4ae379  -",
  ),
  'Agree on the seed before either side knows the ids, or let the other side name it: who may try seeds can choose a sample. The sample is drawn across everybody, with no quota for an agent: four calls of each are coaching, and measure nothing.',
  '## How many',
  'Exactly one of these:',
  table(
    ['flag', 'why', 'how many'],
    Object.entries(DESIGNS).map(([name, { takes, why, rule }]) => [`\`--${name} ${takes}\``, why, rule]),
  ),
  table(
    ['lot', 'letter, sample', ...Object.keys(AQLS).map((aql) => `AQL ${aql}`)],
    LOTS.map(({ letter, from, to, size }) => [
      `${from} to ${to}`,
      `${letter}, ${size}`,
      ...Object.keys(AQLS).map((aql) => planText(aql as Aql, from)),
    ]),
  ),
  'A cell is the sample, then how many failures still accept the lot and how many reject it. Where the table has an arrow the other plan is used as a whole, with its own sample. Outside these lots nothing is drawn: use `--error` or `--size`.',
  '## The review',
  table(
    ['`result`', 'what it says'],
    Object.entries(RESULTS).map(([word, says]) => [`\`${word}\``, says]),
  ),
  `- The sheet is held against the draw, made anew from the same flags: an id that was not drawn, stands twice or has no line is told with its line, and so is a sheet of another seed. What has no result yet is told, and the run
  ends with 2: who is left out is seldom like the rest.
- **Share**: the interval is exact (Clopper and Pearson's, for draws without replacement): it holds every number of failing ones under which neither so many nor so few in the sample would be too unlikely. The finite population is in
  it; when all were reviewed it is a point. Its money is that share of the money drawn from.
- **AQL**: the lot is accepted or rejected by the count. Rejected is exit 1 (\`--fail-on never\` or \`--exit-zero\`: 0).
- **Money**: \`should_pay\` says what is to be paid for what fails in part. An error stands for the part of its amount that is wrong, of an interval. The bound is the factor times the interval, which is the tolerable amount, and for each
  error, the largest part first, that part of an interval times what the factor grows by. What was taken for certain stands for itself alone. A bound over the tolerable amount rejects: exit 1.`,
  table(
    ['--confidence', 'z', 'factor', 'grows with the 1st, 2nd, ... error by'],
    (Object.keys(CONFIDENCES) as Confidence[]).map((c) => [
      c,
      CONFIDENCES[c].z.toFixed(4),
      CONFIDENCES[c].factor,
      growth(c),
    ]),
  ),
  `By money the leads with the smallest hash over amount are drawn (sequential Poisson sampling, Ohlsson 1998), and not every n-th unit of a running sum: a running sum changes with every row before it, and so would the sample. A
lead three times as dear was drawn 3.06 times as often in 400 draws (\`test/sample.test.ts\`).`,
  '## Tables',
  table(
    ['--table', 'what', 'columns'],
    Object.entries(SAMPLE_TABLES).map(([name, t]) => [`\`${name}\``, t.title, t.columns.map((c) => c.name).join(', ')]),
  ),
  'The whole document is described by `schemas/sample.schema.json`. A sheet names whom to call: it goes to reviewers. `--redact` leaves names, phones and addresses out of it; ids stay, so it can still be read back.',
);
