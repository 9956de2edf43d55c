/** How sure a statement is to be: the quantile of the normal distribution for sizes, and the factor of a sample of money without an error (reference/domain.md section 7). */
export const CONFIDENCES = {
  '90%': { share: 0.9, z: 1.6448536269514722, factor: '2.3' },
  '95%': { share: 0.95, z: 1.959963984540054, factor: '3.0' },
  '99%': { share: 0.99, z: 2.5758293035489004, factor: '4.6' },
} as const;
export type Confidence = keyof typeof CONFIDENCES;

/** The factor in tenths: money is divided by whole numbers. */
export const factorTenths = (confidence: Confidence): number => Number(CONFIDENCES[confidence].factor.replace('.', ''));

/**
 * By how much the factor of a sample of money grows with its n-th error, in hundredths: the upper limit of a Poisson count of n errors less that of one
 * error less, each rounded up to two places as auditors' tables have it (95 %: 1.75, 1.55, 1.46, ...).
 */
export const incrementHundredths = (confidence: Confidence, n: number): number =>
  limitHundredths(confidence, n) - limitHundredths(confidence, n - 1);

const limitHundredths = (confidence: Confidence, count: number): number =>
  Math.ceil(100 * poissonLimit(count, 1 - CONFIDENCES[confidence].share));

/** The mean under which as few as `count` happen with this chance. */
function poissonLimit(count: number, chance: number): number {
  let [low, high] = [count, 2 * count + 20];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (atMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X <= count) of a Poisson mean. */
function atMost(count: number, mean: number): number {
  let [sum, log] = [0, -mean];
  for (let k = 0; k <= count; log += Math.log(mean / ++k)) sum += Math.exp(log);
  return sum;
}
