import { expect, test } from 'vitest';
import { noteOf } from '../src/read/notes.ts';

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
