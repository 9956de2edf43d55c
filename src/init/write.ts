import { stringify } from 'yaml';
import { plural } from '../problems/sentence.ts';
import { forTerminal } from '../report/escape.ts';
import { STICKING_POINTS } from '../sow/lint/silences.ts';
import { type Kind, type Plain, shown } from './kinds.ts';
import { FILES_TOPIC } from './questions/files.ts';
import type { Sample } from './sample.ts';
import type { Settled } from './settle.ts';

/** How wide a comment is, its `# ` included. */
const WIDTH = 110;

/** A key of the file with what is said of it, and the keys below it; without a value it is only talked about. */
interface Node {
  readonly topic: string;
  readonly value?: Plain;
  readonly comments: readonly string[];
  /** Why it is left out. Keys with the same reason are told together. */
  readonly because?: string;
  readonly below: Map<string, Node>;
}

const nodeOf = (topic: string, rest: Partial<Node> = {}): Node => ({ topic, comments: [], below: new Map(), ...rest });

/** The rules file: the answers as YAML, each with what it means; what was not answered is a comment where it would stand. */
export function rulesText(settled: readonly Settled[], samples: readonly Sample[], name: string): string {
  const root = nodeOf('');
  const [who, rest] = [true, false].map((is) => settled.filter(({ question }) => (question.path[0] === 'sow') === is));
  for (const item of who ?? []) insert(root, item.question.path, answerNode(item));
  insert(root, ['sources'], nodeOf(FILES_TOPIC, { comments: [samples.length ? NEXT_MONTH : NO_FILES] }));
  for (const sample of samples) if (sample.source !== 'named') insertSample(root, sample);
  for (const item of rest ?? []) insert(root, item.question.path, answerNode(item));
  return `${[...headOf(settled, name), 'version: 1', ...linesOf(root, [], { topic: '' })].join('\n')}\n`;
}

const NO_FILES = 'no file was given. `leadaudit inspect FILE` prints the entry of a file.';

function headOf(settled: readonly Settled[], name: string): string[] {
  const said = (key: string): string => {
    const item = settled.find(({ question }) => question.path.join('.') === key);
    return item && 'value' in item ? String(item.value) : '?';
  };
  return [
    `What ${said('sow.client')} owes ${said('sow.vendor')}, clause by clause. Written by \`leadaudit init\`; edit it as you like.`,
    '"To settle" marks what nobody has said yet: the value is a usual one, and the vendor may remember another. Where the SOW says it, take the remark away.',
    'Add the number of the paragraph to each block, such as `clause: "3.2"`: it is printed beside each decision.',
    `Check it with \`leadaudit lint -c ${name}\`, then run \`leadaudit reconcile -c ${name}\`.`,
  ].flatMap((text) => commentOf(text, []));
}

function answerNode(item: Settled): Node {
  const { question, kind } = item;
  const { topic, asks } = question;
  switch (item.state) {
    case 'said':
    case 'open': {
      const means = meaning(item, item.value);
      // The meaning of an option answers its question; of a value it says what happens. Words of a file are their own question.
      const isAnswer = isOption(kind) && topic !== FILES_TOPIC;
      return nodeOf(topic, { value: item.value, comments: [isAnswer ? `${asks} ${means}` : means] });
    }
    case 'usual': {
      const [value, means] = [item.value, meaning(item, item.value)];
      // A file says something of itself; the SOW does not.
      if (topic === FILES_TOPIC) return nodeOf(topic, { value, comments: [`${means} Check: ${item.source}.`] });
      const comments = isOption(kind)
        ? [`To settle: ${asks} ${means} (${item.source})`]
        : [means, `To settle: ${asks} (${shown(kind, value)}: ${item.source})`];
      return nodeOf(topic, { value, comments });
    }
    case 'silent':
      return nodeOf(topic, { comments: [`not said. ${asks} Until then: ${decapital(question.silent)}`] });
    case 'unasked':
      return nodeOf(topic, item.why ? { because: item.why } : {});
  }
}

const isOption = ({ options, isMany }: Kind): boolean => options !== undefined && !isMany;

/** What a value means: the options say it themselves. */
function meaning({ question, kind }: Settled, value: Plain): string {
  const word = shown(kind, value);
  const means = isOption(kind) ? kind.options?.find((o) => o.word === word)?.means : undefined;
  if (means !== undefined) return `${capital(means)}.`;
  return question.says ? question.says.replace('{value}', word) : question.asks;
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const decapital = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`;

/** A file as an entry of its source: what the file itself says, before what is asked of it. */
function insertSample(root: Node, { source, n, file, inspection }: Sample): void {
  const { recognized, entry, guesses, rows } = inspection;
  const at = ['sources', source, String(n)];
  const tell = (keys: readonly string[], value: Plain, comments: readonly string[] = []): void =>
    insert(root, [...at, ...keys], nodeOf(FILES_TOPIC, { value, comments }));
  tell(['file'], file, [`${plural(rows, 'row')}, read as ${source} (${recognized.confidence}: ${recognized.why}).`]);
  if (entry.preset !== undefined) tell(['preset'], entry.preset);
  if (entry.only !== undefined)
    tell(['only'], { ...entry.only } as Plain, ['Check: the other rows of the file seem to be no calls to count.']);
  const columns = Object.entries(entry.columns ?? {});
  const isGuess = columns.some(([field]) => guesses.some(({ key }) => `${key}.`.startsWith(`columns.${field}.`)));
  if (isGuess)
    insert(root, [...at, 'columns'], nodeOf(FILES_TOPIC, { comments: ['Check: guessed from the headers.'] }));
  for (const [field, header] of columns) tell(['columns', field], typeof header === 'string' ? header : { ...header });
}

const NEXT_MONTH =
  'For other months too: a glob takes all of them (drops/*/meetings.csv), `<period>` the one that is audited (drops/<period>/invoice.csv).';

function insert(root: Node, path: readonly string[], node: Node): void {
  let at = root;
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    const there = at.below.get(key);
    const next = isLast ? { ...node, below: there?.below ?? node.below } : (there ?? nodeOf(node.topic));
    at.below.set(key, next);
    at = next;
  }
}

const isGiven = (node: Node): boolean => node.value !== undefined || [...node.below.values()].some(isGiven);

/** The lines below a node. Keys that are left out for one reason are told together. */
function linesOf(node: Node, path: readonly string[], now: { topic: string }): string[] {
  const lines: string[] = [];
  const leftOut = new Map<string, string[]>();
  const flush = (): void => {
    for (const [why, keys] of leftOut) lines.push(...commentOf(`${keys.join(', ')}: left out, since ${why}.`, path));
    leftOut.clear();
  };
  const isApart = path.length === 0 || (path.length === 1 && BLOCKS.has(path[0] ?? ''));
  const begin = (topic: string, isBlock: boolean): void => {
    const isNew = topic !== now.topic;
    if (isNew || isBlock) flush();
    if (isApart && (isNew || isBlock) && (lines.length || path.length === 0)) lines.push('');
    if (isNew) lines.push(...commentOf(`--- ${numbered(topic)} ---`, path));
    now.topic = topic;
  };
  for (const [key, child] of node.below) {
    if (isGiven(child)) {
      begin(child.topic, isApart);
      lines.push(...givenLines(child, [...path, key], now));
      continue;
    }
    for (const { topic, keys, comments, because } of absentIn(child, [key])) {
      begin(topic, false);
      for (const text of comments) lines.push(...commentOf(`${keys}: ${text}`, path));
      if (because !== undefined) leftOut.set(because, [...(leftOut.get(because) ?? []), keys]);
    }
  }
  flush();
  return lines;
}

/** Sections whose members stand apart. */
const BLOCKS: ReadonlySet<string> = new Set(['sources', 'rules', 'fees']);

/** A key that is not given, by its path, with what is told of it. */
type Absent = Pick<Node, 'topic' | 'comments' | 'because'> & { readonly keys: string };

function absentIn(node: Node, path: readonly string[]): Absent[] {
  const own = node.comments.length || node.because !== undefined ? [{ ...node, keys: path.join('.') }] : [];
  return [...own, ...[...node.below].flatMap(([key, child]) => absentIn(child, [...path, key]))];
}

function givenLines(node: Node, path: readonly string[], now: { topic: string }): string[] {
  const key = path.at(-1) ?? '';
  const indent = '  '.repeat(path.length - 1);
  const comments = node.comments.flatMap((text) => commentOf(text, path.slice(1)));
  const inner = [...node.below.values()].some(isGiven);
  const isList = [...node.below.keys()].every((k) => /^\d+$/.test(k));
  if (!inner) {
    const told = [...node.below].flatMap(([k, child]) => absentIn(child, [key, k]));
    return [
      ...comments,
      `${indent}${scalar(key)}: ${flow(node.value ?? {})}`,
      ...told.flatMap(({ keys, comments: texts }) =>
        texts.flatMap((text) => commentOf(`${keys}: ${text}`, path.slice(1))),
      ),
    ];
  }
  const lines = isList
    ? [...node.below].flatMap(([n, item]) => itemLines(linesOf(item, [...path, n], now)))
    : linesOf(node, path, now);
  return [...comments, `${indent}${scalar(key)}:`, ...lines];
}

/** An entry of a list: a dash before its first key, under what is said of it. */
function itemLines(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => !/^\s*(#|$)/.test(line));
  return lines.map((line, i) =>
    i < first ? line.replace('  ', '') : i === first ? line.replace(/ {2}(?=\S)/, '- ') : line,
  );
}

const numbered = (topic: string): string => {
  const n = STICKING_POINTS.findIndex(({ title }) => title === topic);
  return n >= 0 && n < TEN ? `${n + 1}. ${topic}` : topic;
};
/** The last of the table is what cuts across the ten. */
const TEN = 10;

/** Words such as NO and times such as 09:00 are quoted: other readers of YAML take them for something else. */
const YAML = { compat: 'yaml-1.1', lineWidth: 0, blockQuote: false, singleQuote: false } as const;
const flow = (value: Plain): string =>
  stringify(value, { ...YAML, collectionStyle: 'flow', flowCollectionPadding: false }).trimEnd();
const scalar = (key: string): string => stringify(key, YAML).trimEnd();

/** A comment at the depth of a path, wrapped. Words of a vendor stay on their line. */
function commentOf(text: string, path: readonly string[]): string[] {
  const indent = '  '.repeat(path.length);
  const width = WIDTH - indent.length - 2;
  const lines: string[] = [''];
  for (const word of forTerminal(text).split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines.map((line) => `${indent}# ${line}`);
}
