/** An exact decimal: `amount / 10^scale`. Money, shares and rates of the rules file; never a float. */
export interface Decimal {
  readonly amount: number;
  readonly scale: number;
}

/** An amount as the rules file writes it. */
export interface Price extends Decimal {
  readonly price: string;
}

/** Reads `350`, `350.00`, `-12.5`; undefined for anything else or past 2^53. */
export function parseDecimal(text: string): Decimal | undefined {
  const m = /^(-?)(\d{1,13})(?:\.(\d{1,8}))?$/.exec(text.trim());
  if (!m) return undefined;
  const [, sign = '', whole = '', fraction = ''] = m;
  const amount = Number(`${sign}${whole}${fraction}`);
  return Number.isSafeInteger(amount) ? { amount, scale: fraction.length } : undefined;
}

/** Reads a share: `60%` or `0.60`; above the whole nothing is one. */
export function parseShare(text: string): Decimal | undefined {
  const percent = /^(.+?)\s*%$/.exec(text.trim());
  const value = parseDecimal(percent?.[1] ?? text);
  if (!value || value.amount < 0) return undefined;
  const share = percent ? { amount: value.amount, scale: value.scale + 2 } : value;
  return share.amount <= 10 ** share.scale ? share : undefined;
}

export function formatDecimal(d: Decimal): string {
  const digits = String(Math.abs(d.amount)).padStart(d.scale + 1, '0');
  const whole = digits.slice(0, digits.length - d.scale);
  return `${d.amount < 0 ? '-' : ''}${whole}${d.scale ? `.${digits.slice(-d.scale)}` : ''}`;
}

/** A share as a person reads it: `60%`, `12.5%`. */
export function percent(share: Decimal): string {
  const text = formatDecimal({ amount: share.amount * 100, scale: share.scale });
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text}%`;
}
