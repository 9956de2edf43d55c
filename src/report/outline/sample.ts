import { incomplete, plural, quarantinedIn, withCommas } from '../phrases.ts';
import type { SampleDocument, SampleItem } from '../sample/document.ts';
import { answersOf, CAUTION, drawText, planText, populationText, titleOf, whoOf } from '../sample/words.ts';
import type { Head, Outline, Section } from './outline.ts';

/** Items shown; CSV has them all. */
const SHOWN = 500;

/** A sample as a page: the draw, or what its review says, then every item. */
export function outlineOfSample(doc: SampleDocument): Outline {
  const { sow, period, review } = doc;
  const aside = quarantinedIn(doc.inputs);
  return {
    title: `leadaudit sample: ${titleOf(doc)}`,
    reports: [
      {
        title: `${titleOf(doc)}: sample`,
        scope: `SOW ${sow.id}, ${period.from} to ${period.to}, as of ${doc.as_of}`,
        warnings: aside ? [`${incomplete(aside)}; reconcile names them`] : [],
        answers: answersOf(doc),
        sections: [...asks(doc), ...(review ? [failures(doc)] : [items(doc)]), basis(doc)],
      },
    ],
  };
}

const figure = (title: string): Head => ({ title, as: 'figure' });
const word = (title: string): Head => ({ title, as: 'word' });

/** What the SOW asks, once for all that are asked the same. */
function asks({ items: all }: SampleDocument): Section[] {
  const texts = [...new Set(all.flatMap((item) => item.look_for || []))];
  return texts.length ? [{ title: 'Look for', blocks: texts.map((text) => ({ kind: 'prose' as const, text })) }] : [];
}

const rowOf = (i: SampleItem): string[] => [
  i.id,
  whoOf(i),
  [i.phone, i.email].filter(Boolean).join(', '),
  i.at?.slice(0, 16).replace('T', ' ') ?? '',
  i.amount === null ? '' : withCommas(i.amount),
  i.recordings.join('; ') || 'none named',
  i.stated,
];

function items({ items: all }: SampleDocument): Section {
  return {
    title: `To review (${all.length})`,
    blocks: [
      {
        kind: 'table',
        head: [
          word('id'),
          { title: 'who' },
          { title: 'phone, e-mail' },
          word('at'),
          figure('amount'),
          { title: 'recordings' },
          { title: 'the vendor says' },
        ],
        rows: all.slice(0, SHOWN).map(rowOf),
        whole: { hidden: Math.max(0, all.length - SHOWN), flags: '--format csv' },
      },
    ],
  };
}

function failures({ items: all, review }: SampleDocument): Section {
  const failed = all.filter((i) => i.result !== 'pass');
  const errors = new Map(review?.errors.map((error) => [error.id, error]));
  return {
    title: `Failed (${failed.length})`,
    blocks: [
      {
        kind: 'table',
        head: [
          word('id'),
          { title: 'who' },
          word('result'),
          figure('amount'),
          figure('should pay'),
          figure('stands for'),
          { title: 'by' },
          { title: 'note' },
        ],
        rows: failed
          .slice(0, SHOWN)
          .map((i) => [
            i.id,
            whoOf(i),
            i.result ?? '',
            i.amount === null ? '' : withCommas(i.amount),
            withCommas(errors.get(i.id)?.should_pay ?? ''),
            withCommas(errors.get(i.id)?.projected ?? ''),
            i.by ?? '',
            i.note ?? '',
          ]),
        whole: { hidden: Math.max(0, failed.length - SHOWN), flags: '--format csv' },
      },
    ],
  };
}

function basis(doc: SampleDocument): Section {
  const { population, review, plan } = doc;
  const texts = [
    `${plan.size} of ${populationText(doc)}, ${planText(doc)}.`,
    `${drawText(doc)}.`,
    ...population.left_out.map(({ why, items: n }) => `Not drawn from: ${plural(n, 'claim')} ${why}.`),
    ...(review ? [`Review: ${review.file}, SHA-256 ${review.sha256}.`] : []),
    CAUTION,
  ];
  return { title: 'What this rests on', blocks: texts.map((text) => ({ kind: 'prose', text })) };
}
