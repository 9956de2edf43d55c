import { shown } from '../../src/init/kinds.ts';
import type { Known, Question } from '../../src/init/question.ts';
import { questionsFor } from '../../src/init/questions/table.ts';
import { RULES } from '../../src/judge/rules/table.ts';
import { TERM_CODES } from '../../src/judge/term.ts';
import { EVENT_LEVELS } from '../../src/link/event-fields.ts';
import { MOST_BEHIND } from '../../src/link/identity/candidates.ts';
import { FIELDS, type Level } from '../../src/link/identity/fields.ts';
import { HALF_MARGIN, LINK, MARGIN, REVIEW, SCALE_VERSION } from '../../src/link/identity/scorer.ts';
import { LINK_REASONS } from '../../src/link/reasons.ts';
import { CATALOGUE } from '../../src/measure/catalogue.ts';
import { STAGE_NAMES } from '../../src/measure/lead-stages.ts';
import { VARIANTS } from '../../src/measure/variants.ts';
import { CONFIGURED_SOURCES } from '../../src/model.ts';
import { FEES } from '../../src/price/fees/table.ts';
import { UNIT_COSTS } from '../../src/price/unit-costs.ts';
import type { FindingRow } from '../../src/problems/finding.ts';
import { FINDINGS } from '../../src/problems/findings.ts';
import { templateShown } from '../../src/problems/sentence.ts';
import { PROBLEMS } from '../../src/problems/table.ts';
import type { Field } from '../../src/read/field.ts';
import type { Preset } from '../../src/read/presets/preset.ts';
import { PRESETS } from '../../src/read/presets/table.ts';
import { SOURCES } from '../../src/read/source-table.ts';
import { CHECK_FORMATS } from '../../src/report/check/formats.ts';
import type { FlatTable } from '../../src/report/flat-table.ts';
import { LINT_FORMATS } from '../../src/report/lint/formats.ts';
import type { Block, Page } from '../../src/report/page.ts';
import { rulePage } from '../../src/report/pages.ts';
import { MONEY_REASONS } from '../../src/report/reasons.ts';
import { RENDERERS } from '../../src/report/renderers.ts';
import { SUMMARY_TABLES } from '../../src/report/several/tables.ts';
import { SHEETS } from '../../src/report/sheets.ts';
import { SIMULATION_TABLES } from '../../src/report/simulation/tables.ts';
import { TABLES } from '../../src/report/tables.ts';
import { LINTS } from '../../src/sow/lint/table.ts';
import { FUNCTION_WORDS, LEVEL_WORDS } from '../../src/sow/title-words.ts';
import { LEVELS } from '../../src/sow/titles.ts';
import { ANOMALY_PAGE } from './anomaly-page.ts';
import { CHART_TEXT } from './chart-text.ts';
import { manPage } from './man.ts';
import { fence, MADE, page, table } from './markdown.ts';
import { SAMPLING_PAGE } from './sampling-page.ts';

/** A page of a code, as `explain` prints it. */
function markdownOf({ code, title, parts }: Page): string {
  const block = (b: Block): string => {
    if ('text' in b) return b.text;
    if ('code' in b) return `\`\`\`yaml\n${b.code}\n\`\`\``;
    return table(
      b.head,
      b.rows.map(([term = '', ...rest]) => [`\`${term}\``, ...rest]),
    );
  };
  const sections = parts.map(({ heading, blocks }) => `## ${heading}\n\n${blocks.map(block).join('\n\n')}`);
  return `# \`${code}\`: ${title}\n\n[All rules](../rules.md). ${MADE}\n\n${sections.join('\n\n')}\n`;
}
const tables = (all: Readonly<Record<string, Pick<FlatTable<never>, 'title' | 'columns'>>>): string =>
  table(
    ['--table', 'what', 'columns'],
    Object.entries(all).map(([name, t]) => [`\`${name}\``, t.title, t.columns.map((c) => c.name).join(', ')]),
  );

/** What a preset reads, how we know, how moves show, and what a user must know. */
function presetPart(name: string, preset: Preset): string {
  const { title, sources, known, layouts, reschedules, traps } = preset;
  const how = known === 'seen' ? 'files and programs that were seen' : "the maker's documentation";
  const all = [
    `${title}. For: ${sources.length > 5 ? 'every source' : sources.join(', ')}. The layout is known from ${how}.`,
    ...(layouts ? [`Layouts: ${layouts.map((layout) => layout.name).join('; ')}.`] : []),
    ...(reschedules ? [`Moves: ${reschedules}`] : []),
    ...(traps.length ? [traps.map((trap) => `- ${trap}`).join('\n')] : []),
  ];
  return `## ${name}\n\n${name === 'generic' ? `${title}.` : all.join('\n\n')}`;
}

/** A question as a row: its key, what it asks, what is expected, what is usual, and when it is not asked. */
function questionRow({ path, asks, kind, usual, isNeeded, unless }: Question): string[] {
  const known = (sources: Known['sources']): Known => ({ sources, value: () => undefined, keys: () => [] });
  const all = known(new Set(CONFIGURED_SOURCES));
  const expected = typeof kind === 'function' ? kind(all) : kind;
  const why = unless?.(known(new Set()));
  const found = usual?.(all);
  const otherwise = usual ? BY_FILES : isNeeded ? 'must be answered' : '';
  return [
    `\`${path.join('.')}\``,
    asks,
    expected.options?.length === 0 ? BY_FILES : expected.hint,
    found ? `${shown(expected, found.value)} (${found.source})` : otherwise,
    why === '' ? 'after another answer' : (why ?? ''),
  ];
}
const BY_FILES = 'by files and answers';

const SHARING = `## What a file may do

No format runs, fetches or refers to anything, whatever a vendor has written into a cell; it changes nothing but itself. What is changed for that is told here.

| format | what stands for text that would do something |
| --- | --- |
| all | control characters, and those that turn the direction of text, are shown as \`\\u{1b}\`; JSON has them escaped, to the letter |
| \`table\`, \`csv\`, \`markdown\` | \`::\` and \`##[\` are shown as \`\\u{3a}:\` and \`#\\u{23}[\`: they are commands to CI runners |
| \`table\`, \`markdown\`, \`html\` | behind a name from right to left stands a mark without width (U+200E), so that the figures and cells behind it keep their place |
| \`csv\` | an apostrophe stands before what a spreadsheet takes for a formula, also behind another separator than the comma, and before ids that it would rewrite (\`00420\`, \`1e5\`, \`3/4\`, more than 15 digits). \`--raw\` leaves it all out: for programs |
| \`markdown\` | markup is escaped; after the sign of a mention or a reference (\`@\`, \`#\`, \`!\`) stands a character without width. Tables are cut at 30 rows, and say so |
| \`html\` | one file with one style sheet, allowed by its hash; everything else is forbidden to the browser (\`default-src 'none'\`). Of a section up to 1,000 claims have their trace |
| \`xlsx\` | text is a cell of text, to the letter, and marked as text so that editing it changes nothing. Amounts with more than 15 digits are text too; a text is cut at 32,767 characters. The file has no time of day: the same inputs give the same bytes. Times are those of the contract's zone |

\`--format xlsx\` needs \`-o FILE\`; \`-o -\` writes it into a pipe, never to a terminal.

## Sharing a report

\`--redact\` names nobody, in any format: contacts, agents, hosts, owners and whoever decided or waived, names and phones of the inputs, who called, and every e-mail address, wherever a text holds them (messages, evidence, ids, names of files).
Companies, domains, job titles, ids and amounts stay, an agent's id such as \`A17\` too. What somebody wrote freely (notes, reasons of more than a word that the contract does not list, titles of meetings, descriptions of invoice lines) may name anybody, and is \`(not shown)\`.

| --redact | a person is shown as | |
| --- | --- | --- |
| \`hash\` (default) | \`person-2k8d0x1qa\`, \`email-...\`, \`phone-...\` | HMAC-SHA-256 under the key in the environment's \`LEADAUDIT_REDACT_KEY\` (16 characters or more): the same person is the same in every report under that key. Whoever has the key can try names |
| \`digits\` | \`person-1\`, \`email-1\`, \`phone-0134\` | numbered in the order of the report, anew in each; phones keep their last four digits |

The key is no flag, since flags stand in the shell's history. A name is found however its capitals, blanks and commas are written, and so is a part of it that begins with a capital (\`Mr. Stern\`; \`(name)\` where several share it), but in the
name of a company; a name of one word only as it is written. In scripts without blanks or capitals it is found within what follows (\`佐藤健一様\`). A number is found in any spelling. In the name of a file or a
folder it is found too where it is turned round, run together or without its accents, and a phone in plain digits; then all of that name goes, and only the ending stays. A second file of one person is \`person-1-2.csv\`. Who stands in the name of a file alone, and in no row that could be
read, is not known. Of a closed
month the names of its own report are known, and no others. Problems on stderr show no row of a file then, and those of a check no cell, since where cells stand
one column off they are anybody's name: only days, times and short numbers are shown, and a status that nobody has mapped. What \`--quarantine\` writes is never redacted: it is the rows as they stand.`;

const RARE = Object.entries(CATALOGUE).flatMap(([id, { rare }]) => (rare ? [`\`${id}\``] : []));

/** The pages of `docs/` that are made from the tables, by file. */
export const PAGES: Readonly<Record<string, string>> = {
  'docs/rules.md': page(
    'Rules',
    `Every block of \`rules:\` in the rules file; \`leadaudit explain RULE\` prints the same pages. ${MADE}`,
    table(
      ['block', 'what it is about', 'why it is in SOWs'],
      Object.entries(RULES).map(([key, rule]) => [`[\`${key}\`](rules/${key}.md)`, rule.title, rule.why]),
    ),
    'Every block may also carry `clause`, which is printed beside each of its decisions. Typical values were read in public terms and policies; terms change, so read the page before you quote it.',
    `## The term of the SOW\n\n${table(
      ['code', 'says'],
      Object.entries(TERM_CODES).map(([code, text]) => [`\`${code}\``, text]),
    )}`,
    `## Reasons of claims\n\n${table(
      ['code', 'says'],
      Object.entries(MONEY_REASONS).map(([code, text]) => [`\`${code}\``, text]),
    )}`,
  ),
  ...Object.fromEntries(
    Object.keys(RULES).map((key) => {
      const rule = rulePage(key);
      if (!rule) throw new Error(`no page for ${key}`);
      return [`docs/rules/${key}.md`, markdownOf(rule)];
    }),
  ),
  'docs/fees.md': page(
    'Fees',
    `Every block of \`fees:\`. ${MADE}`,
    table(
      ['block', 'what', 'why'],
      Object.entries(FEES).map(([key, fee]) => [`\`${key}\``, fee.title, fee.why]),
    ),
  ),
  'docs/linking.md': page(
    'Linking',
    `How a vendor's claims find the client's records, and when they do not. ${MADE}`,
    `A wrong link pays a vendor for somebody else's meeting, or denies a real one. So two rows are linked only where the fields agree, nobody else comes near, and no veto holds; what is in doubt is told with its rivals and proves nothing.

- Each field of a pair has a **level**, and each level a weight in **bits** (how much likelier it is of one person than of two). A field that one side lacks counts 0. The score is their sum, and \`links\` in the JSON shows every field with both values.
- From **${LINK} bits** on a pair is **linked**, from **${REVIEW}** on it is in **review**, below it is **none**. The best must lead by **${MARGIN} bits** over the next who is somebody else; the same person twice in the CRM is no rival, be it at two firms with one name and a number of their own, nor is a colleague of another name behind the number; a tie is never broken by the order of rows. Nor is somebody linked by a variant of a name that somebody else of the firm has to the letter; a row without a name may be whoever has its direct number. An initial, a part of a name or none leads by **${HALF_MARGIN}** over whoever reaches review as well. Where nothing but the name agrees and two of address, number, firm and hour differ, it is a namesake and **none**; so is a name that shares nothing with the one that the address is made of, where neither number nor hour agrees, and a whole name that shares nothing with the other, whatever number and hour say of the meeting; a record without a name is whom its doubles name.
- What many people share is worth less: a number behind which there are four families loses twice what one behind two does. It is counted in the client's own data, and can only take bits away. An address or a number that nobody has (\`a@a.com\`, \`noemail@\` wherever, \`+15555555555\`) counts as none. Nor does one lead from row to row that over ${MOST_BEHIND.toLocaleString('en')} of them have: then the name has to. Rows of a drop under one address are one person, unless their names are of two.
- The weights are fixed: version ${SCALE_VERSION}. None is learned from a month's rows, so that last month's links stay.
- A row with a time is an event: it finds the slot of its person at its time. A lead has no time, and a CRM row without \`starts_at\` is a person: there the lead finds its person, and many leads may find one. A meeting that finds its person only at another time is linked with the reason \`other_time\`: that is no evidence of it.
- A log or an invitation with guests of several slots (a demo for a group, a room in which one meeting follows the other) is each of theirs, without the guests who are surely others'; so it is that of a slot whose host waited there for somebody who did not come. Guests who may be one person under two names are no group, and somebody whose name fits two is asked about.
- A line of the invoice without an id is linked to the vendor's own rows by the same fields, where its columns or its text name a person or a firm; by those rows a name is rare or not. It bills a meeting of whom it names, and never the next one in order; half a name, and several who fit, are asked about.
- A decision of the client without an id is linked the same way. Of several meetings of whom it names it is about that of the day that it tells, else about the only one that was booked by then and of which the vendor does not say that it was missed or moved; else it is asked about, and the claims that it would change are in review.
- Opportunities that name no lead by an id of the vendor, inbound requests and hand-overs are linked by the fields of a person too, to all meetings of whom they name; one of several contacts of a deal is enough, two whom the vendor brought are asked about. A deal that tells its account alone may be of each lead of the account who was booked by the day on which it was created: that is asked about.`,
    table(
      ['field', 'level', 'bits', 'what it is'],
      [
        ...Object.values(FIELDS).map(({ field, levels }) => ({
          field,
          levels: levels as Readonly<Record<string, Level>>,
        })),
        ...Object.entries(EVENT_LEVELS).map(([field, levels]) => ({
          field,
          levels: levels as Readonly<Record<string, Level>>,
        })),
      ].flatMap(({ field, levels }) =>
        Object.entries(levels).map(([name, { bits, fades, least, says }], i) => [
          i ? '' : `\`${field}\``,
          `\`${name}\``,
          fades ? `${bits}, less ${fades} for each doubling, at least ${least}` : String(bits),
          says,
        ]),
      ),
    ),
    '## Reasons',
    table(
      ['reason', 'what it says'],
      Object.entries(LINK_REASONS).map(([code, says]) => [`\`${code}\``, says]),
    ),
    `## Review

What is in doubt waits for a person. \`leadaudit review\` asks about each pair of a claim and a record: on a terminal a key each (\`y\` same, \`n\` other, \`s\` skip, \`q\` quit and keep what was decided; Ctrl-C keeps nothing), else as a CSV:

\`\`\`sh
leadaudit review -o review.csv                        # fill in decision (same or other) and why; leave open what nobody knows
leadaudit review --read review.csv --by 'Dana Cole'   # all lines or none
\`\`\`

- A line asks whether the record is the same **meeting** as the claim, or the same **person**. A rival has a line of its own. The best of a question shows its score.
- Decisions stand in \`links.yaml\` beside the rules file (\`links:\` in the rules names another; several rules files in one folder need one each): claim, record, who decided, when, why, and the values that both sides showed. Keep it in version control; mistakes in it stop a run and are told with their line. The report names the file with its hash as \`link_decisions\`.
- **same** links the pair with the reason \`decided\`, whatever the bits say. A record, or the part of it that is of one slot, is of one meeting; a claim is one person, whom several claims may name. A person who is met at another time is still no evidence of the meeting.
- **other** takes the record out, and with it whatever is certainly the same person twice in the CRM. The next best is judged again by all the rules above, and may be linked, in review or nobody.
- A decision rests on what was seen. When a value of either side is another now (\`link_decision_changed\`), it decides nothing until somebody decides again: \`review\` asks where the link is still in doubt, and the new decision takes the place of the old one. When claim or record are gone, \`link_decision_unused\` tells it.
- A table that was filled in for other values is refused line by line: the first column names the question with all that it showed. The same table read twice changes nothing.`,
  ),
  'docs/metrics.md': page(
    'Metrics',
    `Each figure stands three times: as the vendor reports it, restated from the vendor's own rows by the SOW's definition, and verified by the client's evidence. \`leadaudit metrics\` prints
them with the 95 % interval (Wilson), what is left out of the denominator and what the share would be with it, and the reading that gives the vendor's figure. ${MADE}`,
    '## The catalogue',
    '`metrics:` in the rules file redefines any of them or adds one.',
    table(
      ['metric', 'formula', 'unit', 'of', 'also called'],
      Object.entries(CATALOGUE).map(([id, m]) => [`\`${id}\``, m.formula, m.unit, m.of, m.aliases.join(', ')]),
    ),
    '## What can be counted',
    table(
      ['`of`', 'rows', 'facts for `count`, `per`, `sum` and `mean`'],
      [
        ['`meetings`', 'slots that start in the period', '`outcome` (of the audit), and the cells of the row'],
        [
          '`chains`',
          'by recognition; what is not billable by the slot that decided, a lead by its delivery',
          '`held`, `qualified`, `qualified_lead` (of a meeting that was held, or a lead), `accepted`, `rejected`, `decided`, `decision_reason`, `feedback`, `verdict`, and the cells of the lead',
        ],
        [
          '`calls`',
          'that begin in the period',
          '`handle_time`, and the cells of the row; a call without a direction is outbound',
        ],
        [
          '`sessions`',
          'log-ins that begin in the period',
          '`duration`, `billable` (seconds that no earlier log-in of the agent covers and no code of `fees.hours.non_billable` takes away: its sum is the union), `agent`, `code`',
        ],
        [
          '`roster`',
          'a row for each agent and day of the period, from `certified_at` to `left_at`',
          '`left` (whether it is the last one, and the agent is not there on the next; unknown where the roster names nobody who left), and the cells of the row',
        ],
        [
          '`claims`',
          'of the period',
          '`outcome`, `verdict`, `reason`, `kind`, `claimed`, `supported`, `quantity`, and the cells of the lead; no service level can rest on them',
        ],
      ],
    ),
    '`by: [agent, campaign, week, day, source, class]` shows the figure for each as well; source and class are the channel of the lead. A row of which a fact is missing is in no part of a figure, and one that names nobody of a group in none of its figures: both are told beside it. Shares by agent are also held against all agents together, as a [funnel plot](output.md#charts).',
    'A metric of the catalogue takes a `tolerance` and `by` alone, or `of` with all that defines it: over rows of the same kind it keeps what counts once, what it is divided by and its unit. Points (`1 pp`) are of shares; a rate that is right to its last digit is within `exact`. Service levels are held against the unrounded figure.',
    `Most call logs know no calls of some kinds. ${RARE.join(', ')} are shown where the log has such calls, the vendor reports them, or the SOW names them: a log that never says \`abandoned\` proves no 0 %. Which of the vendor's words mean that, \`values.disposition\` says; whether an agent came within two seconds, no log does.`,
    '## Summaries',
    "A vendor's summary (`reported_metrics`) may have a line a figure, a column a metric, or a column a month or a week beside the column of the metrics, and parts by agent, campaign, week, day, source or class; a line of the total is the whole. `92%`, `0.92`, `92,5 %`, `1,234`, `1.234` and `3:45` are figures, and of a share `18/20` and `90% (18/20)` too, which then is compared to the last digit: what stands before decimals is decided from all figures of the file. Weeks may be `2026-W23`, `W23`, `KW 23`, their Monday (`6/1/2026`) or their days (`6/1/2026 - 6/7/2026`). `Total dials` and `Number of dials` are the dials where no line is named so itself, a length is in the unit that its name, or a column `unit`, says (`Talk time (min)`, `AHT (sec)`), and an empty cell of a column a metric reports nothing. A share that is not its own fraction (`85% (18/20)`) is told (`reported_contradiction`) and not compared. What is reported twice with two figures, a figure that is only about right (`~20`, `20+`), and a number up to 1 under a name with a percent sign or in a file that writes other shares in percent without one, is compared with nothing and told (`reported_not_compared`).",
    '## What is not in it',
    'Figures that no canonical field can tell. Where the export has a word for it, the SOW can define them under `metrics:` with the same criteria.',
    table(
      ['figure', 'why', 'for example'],
      [
        [
          'first contact resolution',
          'calls name no case, and nobody but the client knows that it was resolved',
          '`resolved: { of: calls, count: { reason: [resolved] } }`',
        ],
        [
          'list penetration',
          'no source is the list that was loaded; `handover_coverage` is of the leads that the client handed over',
          '',
        ],
        [
          'utilization',
          'sessions are log-ins: time that is paid and not logged in is in no source; `occupancy` is',
          '',
        ],
      ],
    ),
    '## Other readings',
    'Where a reported figure is outside its tolerance, these are tried. One that gives the reported figure, to the digits that it has, is named: "theirs = held + moved by the prospect over chains".',
    table(
      ['metric', 'readings'],
      Object.entries(VARIANTS).map(([id, all]) => [`\`${id}\``, all.map(({ says }) => says).join('; ')]),
    ),
    '## Leads, funnel and costs',
    `\`leadaudit metrics\` also says what became of each lead (\`--table leads\`: the client's decision and its reason, the opportunity and its stage), how many of each month and class came how far (\`--table lead_funnel\`:
${STAGE_NAMES.join(', ')}), what the n-th call to a contact leads to (\`--table attempts\`), and what one costs (\`--table costs\`: ${Object.values(
      UNIT_COSTS,
    )
      .map(({ title }) => title)
      .join(', ')}). All of it is also in \`reconcile\`, in each format but the terminal's.`,
    `- A lead counts in the month of its first booking, however late it comes further. A rate is the share of those at the stage before. A stage that no clause, evidence or source speaks of is empty, not 0.
- Of several opportunities of a lead the one counts that was won, else an open one. Won and lost are told by these words in its stage.
- An attempt is an outbound call of the period to a number, or to an address where there is none. A lead counts at the last attempt before its booking; one that was booked without a call in the log counts at none. Calls of months before are not in the log: the first call of the month may be the fourth of all.
- Costs are all in: what is payable for the period with retainers, hours, minima and credits, without tax and without what was adjusted for other months, by what was held, qualified, accepted or opened in the period. "As claimed" is the same, were the whole invoice paid.`,
    'What looks at the rows behind them: [anomaly tests and drift](anomalies.md).',
  ),
  'man/leadaudit.1': manPage(),
  'docs/ci.md': page(
    'Checking a drop in CI',
    `\`leadaudit check\` looks at a drop before the month: is it readable, complete, on time, consistent with the last one, within tolerance? It decides no money and needs no claim. ${MADE}`,
    table(
      ['with', 'what is checked'],
      [
        [
          'no rules',
          'every file of the drop: what cannot be read, what was mended, what departs from a clean table; what a status means only rules can say',
        ],
        [
          'rules',
          'also statuses and values that the rules do not map, the contract of `rules.reporting`, `checks.coverage` against the last closed month, the stated total of an invoice, reported metrics against their tolerance, every anomaly test, drift',
        ],
      ],
    ),
    'Files of the drop are read by the entry of the rules whose path they fit, else by what they look like; a flag (`--calls FILE`) says it. Then no other source is read.',
    '## Formats',
    table(
      ['`--format`', 'what', 'names people'],
      Object.entries(CHECK_FORMATS).map(([name, { title, isShared }]) => [
        `\`${name}\``,
        title,
        isShared ? 'no, unless `--no-redact`' : 'yes, unless `--redact`',
      ]),
    ),
    '## When it fails',
    '0: nothing at or above `--fail-on` (default `error`). 1: something is. 2: a file cannot be read, or there was nothing to look at: a check that looked at nothing never passes. `--fail-on` takes `never`, `warning`, `error`, or a code of [problems](problems.md) or [findings](findings.md), several times.',
    'Keep what is known with `leadaudit check --format json -o baseline.json --exit-zero`. With `--baseline baseline.json` only what is new fails; what is fixed is told. A result is the same when its code, its file, what it says and what its rows say are, whatever its lines. A file that cannot be read is never known: nobody looked behind it.',
    '## GitHub',
    fence(
      'yaml',
      `on: { push: { paths: ['drops/**'] } }
jobs:
  drop:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: { node-version: 22 }
      - run: npx leadaudit check drops/2026-07/* --format github --fail-on warning
      - run: npx leadaudit check drops/2026-07/* --format sarif -o leadaudit.sarif --exit-zero
      - uses: github/codeql-action/upload-sarif@v3
        with: { sarif_file: leadaudit.sarif }`,
    ),
    'Annotations stand at the file and line; the job summary is the Markdown report. `action.yml` in this repository is the same in one step: `drop`, `config`, `fail-on`, `baseline`, `version`.',
    '## GitLab',
    fence(
      'yaml',
      `drop:
  image: node:22
  script:
    - npx leadaudit check drops/2026-07/* --format gitlab -o codequality.json --exit-zero
    - npx leadaudit check drops/2026-07/* --format junit -o junit.xml
  artifacts:
    when: always
    reports: { codequality: codequality.json, junit: junit.xml }`,
    ),
  ),
  'docs/anomalies.md': ANOMALY_PAGE,
  'docs/sampling.md': SAMPLING_PAGE,
  'docs/problems.md': page(
    'Problems',
    `What can be wrong with an input, and what it does: \`stop\` ends the run with exit 2, \`quarantine\` sets the row aside, \`repair\` mends it and tells, \`tell\` is only told. ${MADE}`,
    table(
      ['code', 'effect', 'what', 'why', 'what to do'],
      Object.entries(PROBLEMS).map(([code, p]) => [`\`${code}\``, p.effect, p.title, p.why, templateShown(p.help)]),
    ),
  ),
  'docs/findings.md': page(
    'Findings',
    `What a person should look at; no finding moves money. ${MADE}`,
    table(
      ['code', 'severity', 'what', 'why'],
      Object.entries<FindingRow>(FINDINGS).map(([code, f]) => [
        `\`${code}\``,
        f.or ? `${f.severity} or ${f.or}` : f.severity,
        f.title,
        f.why,
      ]),
    ),
  ),
  'docs/lint.md': page(
    'Lint',
    `What \`leadaudit lint\` looks for in a rules file that is sound: two values for one thing, clauses that never apply, clocks that a weekend or a holiday changes, questions on which the SOW is silent. Each has a page in \`test/lint\`, and \`leadaudit explain CODE\` shows it. An error of the file is a [problem](problems.md). ${MADE}`,
    table(
      ['code', 'severity', 'what', 'why', 'what to do'],
      Object.entries(LINTS).map(([code, c]) => [`\`${code}\``, c.severity, c.title, c.why, c.help]),
    ),
    table(
      ['--format', 'what'],
      Object.entries(LINT_FORMATS).map(([name, f]) => [`\`${name}\``, f.title]),
    ),
  ),
  'docs/init.md': page(
    'Init',
    `What \`leadaudit init\` asks, in order; \`--set KEY=VALUE\` answers beforehand, and \`null\` says that the SOW is silent. A question that needs files which are not there, or that another answer has settled, is not asked. ${MADE}`,
    'In a terminal: Enter takes the answer in brackets and marks it "To settle" in the file, `-` says that the SOW is silent, `?` explains and shows what published agreements say, `back` goes to the question before. An answer that does not go with an earlier one is refused with the sentence of `lint`, so that what is written always lints clean. Without a terminal `--yes` takes what is usual for everything that is not set; what has no usual answer must be set.',
    'Of the files it asks what they do not say: `sources.SOURCE.N.received` (when the N-th file of the source came, from 0), `.time_zone`, `.dates`, `.decimals`, `.units.FIELD`, `.columns`, and of each word that nobody has mapped `.values.FIELD`, such as `--set "sources.meetings.0.values.outcome={ Tech Issue: technical }"`.',
    ...[...new Set(questionsFor([]).map(({ topic }) => topic))].map(
      (topic) =>
        `## ${topic}\n\n${table(
          ['--set', 'asks', 'expected', 'usual', 'not asked'],
          questionsFor([])
            .filter((q) => q.topic === topic)
            .map(questionRow),
        )}`,
    ),
  ),
  'docs/titles.md': page(
    'Titles',
    `What a job title says: its level, for \`min_level\` and \`attendee: same_account_same_level\`, and its functions. Words are compared in lower case without accents and signs; \`...\` stands for words between, \`*\` for the rest of a word. Of levels the first row that fits wins; of functions every row counts, \`any\` at director and above alone. \`matching.titles\` in the rules file is read before. A title that names no level is review. ${MADE}`,
    `Levels, lowest first: ${LEVELS.map((level) => `\`${level}\``).join(', ')}.`,
    table(
      ['level', 'words'],
      LEVEL_WORDS.map(([level, words]) => [`\`${level}\``, words]),
    ),
    table(
      ['function', 'words'],
      FUNCTION_WORDS.map(([job, words]) => [`\`${job}\``, words]),
    ),
  ),
  'docs/sources.md': page(
    'Sources',
    `The canonical fields of each source, and the header words that name them. Headers are compared trimmed and case-folded. ${MADE}`,
    ...Object.entries(SOURCES).map(
      ([source, fields]) =>
        `## ${source}\n\n${table(
          ['field', 'kind', 'what', 'also called'],
          Object.entries(fields as Record<string, Field>).map(([name, f]) => [
            f.needed ? `**${name}**` : name,
            f.kind,
            f.words ? `${f.description}: ${f.words.join(', ')}` : f.description,
            f.aliases.join(', '),
          ]),
        )}`,
    ),
  ),
  'docs/presets.md': page(
    'Presets',
    `Named readers for systems whose exports are known. ${MADE}`,
    ...Object.entries(PRESETS).map(([name, p]) => presetPart(name, p)),
  ),
  'docs/output.md': page(
    'Output',
    `Formats and tables. ${MADE}`,
    table(
      ['--format', 'what'],
      Object.entries(RENDERERS).map(([name, r]) => [`\`${name}\``, r.title]),
    ),
    CHART_TEXT,
    SHARING,
    `## reconcile\n\nThe whole document is described by \`schemas/audit.schema.json\`.\n\n${tables(TABLES)}`,
    `Sheets of the workbook: ${Object.keys(SHEETS).join(', ')}. Of several SOWs a sheet has the rows of all, the SOW first; a simulation has a sheet a table.`,
    `## reconcile over several SOWs\n\nThe whole document is described by \`schemas/audits.schema.json\`. The tables of \`reconcile\` have a first column \`sow\`; \`findings\` also has what several SOWs are billed for.\n\n${tables(SUMMARY_TABLES)}`,
    `## simulate\n\nThe whole document is described by \`schemas/simulation.schema.json\`.\n\n${tables(SIMULATION_TABLES)}`,
    'Of `leadaudit sample`: [sampling](sampling.md#tables).',
  ),
};
