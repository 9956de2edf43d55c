import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccountLevel, accountKeys, accountNamed, compareAccounts } from '../src/link/identity/accounts.ts';

/** A name, a domain, or both: `Acme Inc`, `acme.com`, `Acme Inc (acme.com)`. */
function account(text: string) {
  const [, company = '', domain] = /^([^(]*?)\s*(?:\(?([a-z-]+\.[a-z.]+)\)?)?$/.exec(text) ?? [];
  return accountNamed(company || undefined, domain);
}

describe('accounts', () => {
  const PAIRS: readonly [one: string, other: string, level: AccountLevel][] = [
    ['Acme Inc (acme.com)', 'Acme Robotics (acme.com)', 'same'],
    ['Acme Inc', 'ACME Corp.', 'same'],
    ['Müller & Söhne GmbH', 'Mueller und Soehne', 'same'],
    ['Dupont et Fils SARL', 'Dupont & Fils', 'same'],
    ['Müller Logistik GmbH', 'Mueller Logistik', 'same'],
    ['Foods Alder', 'Alder Foods', 'same'],
    ['Harborline Freight', 'Harbourline Freight (harborline.com)', 'doubtful'],
    ['Acme (acme.com)', 'Acme (acme-robotics.com)', 'doubtful'],
    ['Acme (acme.com)', 'Acme (acme.de)', 'doubtful'],
    ['acme.com', 'acme.de', 'doubtful'],
    ['Acme Robotics (acme.com)', 'Acme Foods (acme.org)', 'other'],
    ['Harborline Freight', 'harborline-freight.com', 'doubtful'],
    ['Harborline Freight', 'Quarrytech (harborlinefreight.com)', 'other'],
    ['Acme', 'Acme Deutschland GmbH', 'doubtful'],
    ['Acme (acme.com)', 'Acme UK (acme.co.uk)', 'doubtful'],
    ['Harborline', 'Harborline Freight', 'other'],
    ['Acme', 'Acne', 'other'],
    ['Zenith', 'quarrytech.com', 'other'],
  ];

  test.each([
    'Gum Tree Media (gumtree.com)',
    'Gum Tree Media [www.gumtree.com]',
    'Gum Tree Media <gumtree.com>',
    'Gum Tree Media - gumtree.com',
    'Gum Tree Media | gumtree.com',
    'Gum Tree Media, https://gumtree.com/about',
    'gumtree.com',
  ])('a domain in the cell of the company is its domain: %s', (cell) => {
    const written = accountNamed(cell, undefined);
    for (const listed of [accountNamed(undefined, 'gumtree.com'), accountNamed('Gumtree Holdings', 'gumtree.com')]) {
      expect(compareAccounts(written, listed)).toBe('same');
      const keys = new Set(accountKeys(written));
      expect(accountKeys(listed).some((key) => keys.has(key))).toBe(true);
    }
    if (cell !== 'gumtree.com')
      expect(compareAccounts(written, accountNamed('Gum Tree Media Ltd', undefined))).toBe('same');
    // The column of the domain stands above it, and what is no domain is part of the name.
    expect(accountNamed(cell, 'elm.com').domain).toBe('elm.com');
    expect(accountNamed('Gum Tree - Media', undefined).domain).toBeUndefined();
  });

  test.each(PAIRS)('%s and %s: %s', (one, other, level) => {
    expect([compareAccounts(account(one), account(other)), compareAccounts(account(other), account(one))]).toEqual([
      level,
      level,
    ]);
    const keys = new Set(accountKeys(account(one)));
    if (level !== 'other') expect(accountKeys(account(other)).some((key) => keys.has(key))).toBe(true);
  });

  test('that may be one share a key', () => {
    const word = fc.constantFrom(
      'harbor',
      'line',
      'Freight',
      'Quarry',
      'tech',
      'Müller',
      'Mueller',
      'Söhne',
      'Soehne',
      'UK',
      'North America',
      'Alder',
      'Systems',
      'GmbH',
      'Inc',
    );
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const slipped = fc.tuple(name, fc.nat(30), fc.constantFrom('', 'x', 'e')).map(([text, at, letter]) => {
      const place = at % text.length;
      return [text, text.slice(0, place) + letter + text.slice(place + 1)];
    });
    const domain = fc.option(
      fc.constantFrom('harborline.com', 'harborline.de', 'quarrytech.com', 'alder-systems.com'),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.oneof(slipped, fc.tuple(name, name)), domain, domain, ([one, other], at, there) => {
        const [a, b] = [accountNamed(one, at), accountNamed(other, there)];
        const keys = new Set(accountKeys(a));
        const isFound = accountKeys(b).some((key) => keys.has(key));
        expect(compareAccounts(a, b) === 'other' || isFound).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
