import type { Hide, Person, Token } from './redact-texts.ts';

/** Replaces the numbers of known people however they are written: within their country, with other blanks, in digits of another script. */
export function numberHiderOf(people: readonly Person[], token: Token): Hide {
  const known = new Map<string, { readonly digits: string; readonly phone: string }[]>();
  for (const { kind, text, same } of people) {
    const digits = digitsOf(same ?? text);
    if (kind !== 'phone' || digits.length < SHORTEST) continue;
    const end = digits.slice(-SHORTEST);
    known.set(end, [...(known.get(end) ?? []), { digits, phone: same ?? text }]);
  }
  if (!known.size) return (text) => text;
  const phoneOf = (digits: string): string | undefined =>
    digits.length < SHORTEST || digits.length > LONGEST
      ? undefined
      : known.get(digits.slice(-SHORTEST))?.find((own) => own.digits.endsWith(digits) || digits.endsWith(own.digits))
          ?.phone;
  return (text) =>
    text.replace(RUN, (run) => {
      const groups = [...run.matchAll(/\p{Nd}+/gu)].map((m) => ({
        digits: m[0],
        from: m.index,
        to: m.index + m[0].length,
      }));
      let shown = '';
      let at = 0;
      for (let i = 0; i < groups.length; i++) {
        const from = groups[i]?.from ?? 0;
        for (let n = Math.min(i + MOST_GROUPS, groups.length); n > i; n--) {
          const own = groups.slice(i, n);
          const digits = own.map((group) => group.digits).join('');
          const phone = digits.length < SHORTEST ? undefined : phoneOf(digitsOf(digits));
          if (phone === undefined) continue;
          shown += run.slice(at, from).replace(/[+(]+$/, '') + token('phone', phone);
          at = own.at(-1)?.to ?? from;
          i = n - 1;
          break;
        }
      }
      return shown + run.slice(at);
    });
}

const SHORTEST = 7;
/** E.164 has 15 digits; before them may stand `00` or a trunk zero. */
const LONGEST = 15;
const MOST_GROUPS = 7;
/** Digits with what stands between the groups of a number. */
const RUN = /[+(]*\p{Nd}(?:[ ().\u00a0/\u2010-\u2015-]{0,3}\p{Nd})+/gu;

/** The digits of a number in ASCII, without the zeros before it. */
const digitsOf = (text: string): string =>
  text
    .replace(/[^\p{Nd}]/gu, '')
    .replace(/[^0-9]/gu, (digit) => String(inTen(digit)))
    .replace(/^0+/, '');

/** Digits of a script stand in a row of ten. */
function inTen(digit: string): number {
  let zero = digit.codePointAt(0) ?? 0;
  const at = zero;
  while (at - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return at - zero;
}
