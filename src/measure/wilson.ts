const Z95 = 1.959963984540054;

/** The Wilson score interval of a share at 95 % (reference/domain.md section 6), to four places. */
export function wilson(count: number, n: number): [low: number, high: number] {
  const p = count / n;
  const z2 = Z95 * Z95;
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))) / (1 + z2 / n);
  const round = (x: number): number => Math.round(Math.min(1, Math.max(0, x)) * 1e4) / 1e4;
  return [round(centre - half), round(centre + half)];
}
