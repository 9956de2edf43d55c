import { POPULATIONS } from '../../sample/item.ts';
import type { Figure } from '../outline/outline.ts';
import { plural, withCommas } from '../phrases.ts';
import type { SampleDocument, SampleItem, SampleReview } from './document.ts';

const percent = (share: string): string => `${(Number(share) * 100).toFixed(1)} %`;

export const titleOf = ({ sow, period, closed }: SampleDocument): string =>
  `${sow.vendor} for ${sow.client}, ${period.label}${closed ? ' (closed)' : ''}`;

export const whoOf = ({ contact, company }: SampleItem): string => [contact, company].filter(Boolean).join(', ');

/** How many of how many, and what they come to. */
export function populationText({ of, population, sow }: SampleDocument): string {
  const money = population.amount === null ? '' : `, ${withCommas(population.amount)} ${sow.currency}`;
  return `${plural(population.items, POPULATIONS[of].one)}${money}`;
}

/** The plan in words. */
export function planText({ plan, confidence, sow }: SampleDocument): string {
  switch (plan.method) {
    case 'error':
      return `to ${percent(plan.error)} either way at ${confidence}, where ${percent(plan.expected)} is expected`;
    case 'aql': {
      const arrow = plan.letter === plan.used ? plan.letter : `${plan.letter}, by the arrow ${plan.used}`;
      return `by AQL ${plan.aql} (level II, single, normal; letter ${arrow}): accept up to ${plan.accept}, reject from ${plan.reject}`;
    }
    case 'money':
      return `by money: ${withCommas(plan.tolerable)} ${sow.currency} tolerable, factor ${plan.factor} at ${confidence}, interval ${withCommas(plan.interval)}`;
    case 'size':
      return 'as many as were asked for';
  }
}

/** How anybody can draw the same again. */
export function drawText({ plan, seed, items }: SampleDocument): string {
  const how = `seed "${seed}": SHA-256 of the seed, a line feed and the id`;
  if (plan.method !== 'money') return `${how}; the smallest ${plan.size} are drawn`;
  const certain = items.filter((item) => item.certain).length;
  return `${how}, as a number over the amount; ${certain} taken for certain, of the rest the smallest ${plan.size - certain}`;
}

/** What is read first: the draw, or what its review says. */
export function answersOf(doc: SampleDocument): Figure[] {
  const { plan, population, review } = doc;
  const draw: Figure = {
    word: 'SAMPLE',
    tone: 'strong',
    amount: `${plan.size} of ${population.items}`,
    note: planText(doc),
  };
  return review ? [...verdictOf(doc, review), ...sharesOf(doc, review), ...moneyOf(doc, review)] : [draw];
}

function verdictOf(doc: SampleDocument, review: SampleReview): Figure[] {
  const { verdict, money } = review;
  if (!verdict) return [];
  const isGood = verdict === 'accepted';
  const { plan, confidence, sow } = doc;
  const [amount, note] =
    plan.method === 'money'
      ? [
          `${withCommas(money?.most ?? '')} ${sow.currency}`,
          `is wrong at most, at ${confidence}; tolerable is ${withCommas(plan.tolerable)}`,
        ]
      : [`${failed(review)} of ${plan.size}`, planText(doc)];
  return [{ word: isGood ? 'ACCEPT' : 'REJECT', tone: isGood ? 'good' : 'alarm', amount, note }];
}

const failed = ({ counts }: SampleReview): number => (counts.fail ?? 0) + (counts.unavailable ?? 0);

function sharesOf({ of, plan, population, confidence }: SampleDocument, review: SampleReview): Figure[] {
  const { counts, failing } = review;
  const found = `${failed(review)} of ${plan.size}${counts.unavailable ? `, ${counts.unavailable} of them unavailable` : ''}`;
  const fail = (amount: string, note: string): Figure[] => [{ word: 'FAIL', tone: 'strong', amount, note }];
  if (!failing) return fail(String(failed(review)), `${found} that were drawn by money`);
  if (plan.size === population.items) return fail(percent(failing.share), `${found}; all were reviewed`);
  const whole = `${failing.least} to ${failing.most} of ${plural(population.items, POPULATIONS[of].one)}`;
  return fail(
    percent(failing.share),
    `${found}; at ${confidence} ${percent(failing.low)} to ${percent(failing.high)}: ${whole}`,
  );
}

function moneyOf({ population, sow, confidence }: SampleDocument, { money }: SampleReview): Figure[] {
  if (!money || population.amount === null) return [];
  const how =
    money.least === null
      ? 'projected from what was drawn'
      : `by the share that fails; at ${confidence} ${withCommas(money.least)} to ${withCommas(money.most)}`;
  return [
    {
      word: 'WORTH',
      tone: 'strong',
      amount: `${withCommas(money.projected)} ${sow.currency}`,
      note: `of ${withCommas(population.amount)}, ${how}`,
    },
  ];
}

/** What a figure of a sample is, and is not. */
export const CAUTION =
  'A sample says what the whole may be; it moves no money. What was found in the sample itself can be disputed claim by claim.';
