import { expect, test } from 'vitest';
import { maySpeak, noteOf } from '../src/read/notes.ts';

test.each([
  ...['Total', 'Grand Total', 'Subtotal', 'Invoice total', 'Net total', 'Amount due', 'Balance due'],
  ...['Summe', 'Gesamt', 'Gesamtsumme', 'Gesamtbetrag', 'Zwischensumme', 'Rechnungsbetrag', 'Nettosumme'],
  ...['Sous-total', 'Total général', 'Montant total', 'Net à payer', 'Importe total', 'Totale', 'Subtotaal'],
])('%s below the lines of an invoice is no line', (word) => {
  expect(noteOf(['', '', word, '', '', '800,00'])).toBe(`${word} 800,00`);
  expect(noteOf([word, '', '', '', '', '800.00'])).toBe(`${word} 800.00`);
});

test.each([...['Totally Spies GmbH', 'Gesamtschule Essen', 'Summer camp', 'Amount of work', 'Totalenergies']])(
  '%s begins a row',
  (word) => {
    expect(noteOf([word, '', '', '', '', '800,00'])).toBeUndefined();
  },
);

test('a line with most of its cells is a row, whatever it begins with', () => {
  expect(noteOf(['Gesamt', '12', '3', '4', '5', '800,00'])).toBeUndefined();
});

test.each(['Vertrauliche Informationen', 'Alle Rechte vorbehalten', 'Confidential'])('%s alone is no row', (text) => {
  expect(noteOf(['', '', `${text} - Alder`])).toBe(`${text} - Alder`);
});

test.each([
  ...[
    'Week 1 (June 1 - 5)',
    'Week of 6/1',
    'w/c 8 June',
    'KW 23',
    'Semaine 24 - total',
    'Semana 2',
    'June 2026',
    'Mai total',
  ],
])('%s alone is the title of a part', (title) => {
  expect(noteOf([title, '', '', ''])).toBe(title);
  expect(noteOf(['', `${title} total`, '', '', '', '', '12', ''])).toBe(`${title} total 12`);
  expect(noteOf([title], false, 6)).toBe(title);
  expect(maySpeak(title)).toBe(true);
});

test.each(['Weekly Digest 24', 'Week', 'May Holdings', 'June Carter', 'Kwik Fit 24'])('%s alone is a row', (text) => {
  expect(noteOf([text, '', '', ''])).toBeUndefined();
});

test('a week beside its figures is a row', () => {
  expect(noteOf(['Week 1', '12'])).toBeUndefined();
  expect(noteOf(['', '', 'Week 1 (June 1 - 5)', '', '', '', '1500.00'])).toBeUndefined();
  expect(noteOf(['June 2026', '', '', '', '', '1500.00'])).toBeUndefined();
  expect(noteOf(['Week 1', '12', '9', ''])).toBeUndefined();
  expect(noteOf(['Week 1', '', '', ''], true)).toBeUndefined();
});
