import { provedOrder } from '../../inspect/columns.ts';
import { guessWord } from '../../inspect/guess.ts';
import { BLANK_DISPOSITION, isBlankDisposition } from '../../inspect/inspect.ts';
import type { DEAL_STATUSES, DECISIONS, DISPOSITIONS, LINE_KINDS, OUTCOME_WORDS, SourceName } from '../../model.ts';
import type { Problem } from '../../problems/problem.ts';
import { plural } from '../../problems/sentence.ts';
import { LENGTH_UNITS } from '../../read/lengths.ts';
import { fieldsOf } from '../../read/source-table.ts';
import { choice, MOMENT, type Option, option, type Plain, ZONE } from '../kinds.ts';
import type { Known, Question } from '../question.ts';
import type { Sample } from '../sample.ts';

export const FILES_TOPIC = 'The files';

/** A deadline that runs from when a file came needs to know when that was. */
export const cameIn =
  (source: 'meetings' | 'invoice') =>
  (known: Known): string | undefined =>
    [...known.keys()].some((key) => key.startsWith(`sources.${source}.`) && key.endsWith('.received'))
      ? undefined
      : `nobody said when a file of ${source} came`;

/** What a file does not say by itself; a list that is the path of a clause has no entry in which it could stand. */
export const fileQuestions = (samples: readonly Sample[]): Question[] =>
  samples.filter(({ source }) => source !== 'named').flatMap(questionsOf);

function questionsOf(sample: Sample): Question[] {
  const { source, n, file, inspection } = sample;
  const { entry } = inspection;
  const row = (key: string, question: Omit<Question, 'path' | 'topic'>): Question => ({
    ...question,
    topic: FILES_TOPIC,
    path: ['sources', source, String(n), key],
  });
  const hasDeadline = source === 'meetings' || source === 'invoice';
  return [
    ...(hasDeadline ? [row('received', received(file))] : []),
    ...(source === 'customers' && !inspection.columns.some((c) => c.field === 'sent_at')
      ? [row('sent_at', sentAt(file))]
      : []),
    ...(inspection.needs_zone ? [row('time_zone', zone(file))] : []),
    ...zoneWordsOf(sample).map(({ args }) => {
      const { path, ...question } = row('zones', zoneOf(file, args));
      return { ...question, path: [...path, String(args.value)] };
    }),
    ...(entry.dates ? [row('dates', dates(sample))] : []),
    ...(entry.decimals ? [row('decimals', decimals(file))] : []),
    ...doubtedUnitsOf(sample).map(({ args }) => {
      const { path, ...question } = row('units', unit(file, args));
      return { ...question, path: [...path, String(args.field)] };
    }),
    ...wordQuestions(sample),
    ...blankQuestions(sample),
  ];
}

type Asked = Omit<Question, 'path' | 'topic'>;

/** What nobody can read past. */
const STOPS = { silent: '`reconcile` stops at it and asks.', stops: true } as const;

const received = (file: string): Asked => ({
  asks: `When did ${file} come from the vendor?`,
  help: 'Whether a report or a bill came in time is not in the file itself.',
  kind: MOMENT,
  says: 'When the file came: deadlines run from it.',
  silent: 'No deadline can be held against it.',
});

const sentAt = (file: string): Asked => ({
  asks: `When was ${file} sent to the vendor?`,
  help: 'A list of customers binds the vendor from then on: a meeting that was booked before is paid.',
  kind: MOMENT,
  says: 'When this version of the list was sent to the vendor.',
  silent: 'A meeting with anybody on it is put in review.',
});

const zoneWordsOf = ({ inspection }: Sample): readonly Problem[] =>
  inspection.problems.filter((p) => p.code === 'unmapped_zone');

const zoneOf = (file: string, { value, usual, count }: Problem['args']): Asked => ({
  asks: `"${value}" stands beside times in ${file}. Which clock do they mean?`,
  help: 'EST is an hour behind the clock of New York in summer; most who write it then mean that clock.',
  kind: ZONE,
  usual: () => ({ value: String(usual), source: `what it usually means; ${plural(Number(count), 'row')}` }),
  ...STOPS,
});

const zone = (file: string): Asked => ({
  asks: `In which time zone was the system set that made ${file}?`,
  help: "Its times say no offset. A dialer is often set to the vendor's own zone.",
  kind: ZONE,
  usual: (known) => {
    const value = known.value('sow.time_zone');
    return value === undefined ? undefined : { value, source: 'the zone of the SOW; ask who made the file' };
  },
  isNeeded: true,
  says: 'The zone of times in this file.',
  silent: 'Its times have no zone.',
});

const dates = ({ file, inspection }: Sample): Asked => ({
  asks: `Which number comes first in the dates of ${file}, such as ${doubtfulDate(inspection)}?`,
  help: 'Every date of a column can be read both ways; ask the vendor.',
  kind: choice([option('mdy', 'the month'), option('dmy', 'the day')]),
  usual: () => {
    const order = provedOrder(inspection.columns);
    return order && { value: order, source: 'the order of its other dates' };
  },
  isNeeded: true,
  says: 'Which number of a date comes first.',
  silent: 'Nobody can read its dates.',
});

const doubtfulDate = ({ columns }: Sample['inspection']): string =>
  columns.find((c) => c.field && c.dates?.order === 'ambiguous')?.dates?.proof ?? '3/4/2026';

const decimals = (file: string): Asked => ({
  asks: `What stands before the decimals in the numbers of ${file}?`,
  help: 'A number such as 1,250 can be one and a quarter, or a thousand and more.',
  kind: choice([option('point', 'a point: 1,250.00'), option('comma', 'a comma: 1.250,00')]),
  isNeeded: true,
  says: 'What stands before decimals.',
  silent: 'Nobody can read its numbers.',
});

const doubtedUnitsOf = ({ inspection }: Sample): readonly Problem[] =>
  inspection.problems.filter((p) => p.code === 'doubtful_unit');

const unit = (file: string, { field, value, unit: usual, seconds }: Problem['args']): Asked => ({
  asks: `In which unit is ${field} of ${file}, such as "${value}"?`,
  help: 'Its header does not say it, and as seconds its numbers do not go with the calls.',
  kind: choice(Object.keys(LENGTH_UNITS).map((word) => option(word, `a bare number is in ${word}`))),
  usual: () => ({ value: String(usual), source: `what goes with the calls: "${value}" is ${seconds} s` }),
  ...STOPS,
});

/** Words of a vendor that nobody has mapped. */
function wordQuestions({ source, n, file, inspection }: Sample): Question[] {
  return inspection.problems.flatMap(({ code, args }): Question[] => {
    if (code !== 'unmapped_value') return [];
    const [field, text] = [String(args.field), String(args.value)];
    const words = fieldsOf(source)[field]?.words ?? [];
    return [
      {
        topic: FILES_TOPIC,
        path: ['sources', source, String(n), 'values', field, text],
        asks: `"${text}" stands in ${plural(Number(args.count), 'row')} of ${file}, as ${field}. What does it mean?`,
        help: 'A word that is mapped wrongly moves money in every row that has it; where nobody knows, leave it out: `reconcile` then stops and asks.',
        kind: choice(words.map((word) => option(word, MEANINGS[field]?.[word] ?? word.replaceAll('_', ' ')))),
        usual: (known) => {
          const word = guessWord(
            field,
            namesOf(known, source).reduce((t, [name, side]) => t.replaceAll(name, side), text),
          );
          return word !== undefined && words.includes(word)
            ? { value: word, source: `it sounds so; ${plural(Number(args.count), 'row')}` }
            : undefined;
        },
        ...STOPS,
      },
    ];
  });
}

/** What calls are of which the log does not say what came of them. */
function blankQuestions({ source, n, file, inspection }: Sample): Question[] {
  const count = inspection.problems.filter(isBlankDisposition).length;
  if (!count) return [];
  const words = fieldsOf(source).disposition?.words ?? [];
  return [
    {
      topic: FILES_TOPIC,
      path: ['sources', source, String(n), 'values', 'disposition', ''],
      asks: `In ${plural(count, 'row')} of ${file} nothing says how the call ended. What does that mean?`,
      help: 'Many dialers leave the disposition of calls empty that nobody answered.',
      kind: choice(words.map((word) => option(word, MEANINGS.disposition?.[word] ?? word))),
      usual: () => ({
        value: BLANK_DISPOSITION,
        source: `a dial, and nobody known to have answered; ${plural(count, 'row')}`,
      }),
      silent: 'Such rows are set aside; where they are many, `reconcile` stops.',
    },
  ];
}

/** Channels of a drop, where a flat price goes by them. */
export const channelQuestions = (samples: readonly Sample[]): Question[] =>
  samples.flatMap(({ source, n, file, inspection }) => {
    const channels = inspection.columns.find((c) => source === 'meetings' && c.field === 'channel');
    return (channels?.samples ?? []).map(
      (text): Question => ({
        topic: FILES_TOPIC,
        path: ['sources', source, String(n), 'values', 'channel', text],
        asks: `"${text}" stands in ${file}, as the channel of leads. What does it mean?`,
        help: 'A lead whose channel is the name of a flat price takes that price.',
        kind: (known) => choice([...CHANNELS, ...namesIn(known.value('fees.rates.classes')).map(classOption)]),
        usual: () => {
          const word = CHANNEL_GUESSES.find(([pattern]) => pattern.test(text))?.[1];
          return word === undefined ? undefined : { value: word, source: 'it sounds so' };
        },
        unless: (known) => (known.value('fees.rates.classes') === undefined ? '' : undefined),
        silent: 'It is read as it stands.',
      }),
    );
  });

const CHANNELS: readonly Option[] = [
  option('outbound', 'the vendor found it'),
  option('mql', 'your marketing found it'),
  option('inbound', 'the prospect asked for it'),
];
const CHANNEL_GUESSES: readonly (readonly [RegExp, string])[] = [
  [/mql|marketing|handover|handed/i, 'mql'],
  [/inbound|web|form/i, 'inbound'],
  [/cold|outbound|call/i, 'outbound'],
];
const namesIn = (classes: Plain | undefined): string[] =>
  Object.keys(typeof classes === 'object' ? classes : {}).filter((name) => CHANNELS.every(({ word }) => word !== name));
const classOption = (name: string): Option => option(name, `the flat price of ${name}`);

/** Names of the two sides, and "us", as the file's maker says it. */
function namesOf({ value }: Known, source: SourceName): (readonly [RegExp, string])[] {
  const named = (key: string, side: string): (readonly [RegExp, string])[] => {
    const name = value(key);
    return typeof name === 'string'
      ? [[new RegExp(name.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]+'), 'giu'), side]]
      : [];
  };
  return [
    ...named('sow.vendor', 'vendor'),
    ...named('sow.client', 'client'),
    [/\b(us|our side)\b/gi, VENDORS.has(source) ? 'vendor' : 'client'],
  ];
}
const VENDORS: ReadonlySet<SourceName> = new Set(['meetings', 'calls', 'sessions', 'invoice']);

/** What the canonical words mean. */
const MEANINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  outcome: {
    scheduled: 'it is still to come',
    held: 'the meeting was held',
    no_show: 'somebody did not come, nobody says who',
    no_show_prospect: 'the prospect did not come',
    no_show_client: 'your side did not come',
    canceled: 'cancelled, nobody says by whom',
    canceled_prospect: 'cancelled by the prospect',
    canceled_client: 'cancelled by you',
    canceled_vendor: 'cancelled by the vendor',
    rescheduled: 'moved, nobody says by whom',
    rescheduled_prospect: 'moved by the prospect',
    rescheduled_client: 'moved by you',
    rescheduled_vendor: 'moved by the vendor',
    technical: 'it failed for technical reasons',
    unknown: 'it says nothing',
  } satisfies Record<(typeof OUTCOME_WORDS)[number], string>,
  disposition: {
    conversation: 'a conversation with the person who was wanted',
    human: 'some person answered',
    abandoned: 'somebody was on the line and got no agent',
    voicemail: 'a machine answered',
    no_answer: 'nobody answered',
    busy: 'the line was busy',
    failed: 'the call did not go through',
    other: 'something else',
  } satisfies Record<(typeof DISPOSITIONS)[number], string>,
  kind: {
    lead: 'a meeting or lead',
    replacement: 'a replacement of a rejected lead',
    over_cap: 'a lead over the cap',
    hours: 'hours of agents',
    retainer: 'the monthly fee',
    setup: 'the setup fee',
    shortfall: 'the shortfall to the minimum',
    adjustment: 'a correction of an earlier month',
    sla_credit: 'a credit for a missed service level',
    late_report_credit: 'a credit for a late report',
    clawback: 'a fee that comes back',
    tax: 'tax',
  } satisfies Record<(typeof LINE_KINDS)[number], string>,
  deal_status: {
    open: 'it is still open',
    won: 'it was won',
    lost: 'it was lost',
  } satisfies Record<(typeof DEAL_STATUSES)[number], string>,
  decision: {
    accepted: 'you accepted it',
    rejected: 'you rejected it',
    undecided: 'nobody has decided yet',
  } satisfies Record<(typeof DECISIONS)[number], string>,
};
