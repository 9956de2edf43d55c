import type { Measures } from '../measured/tables.ts';
import { signalText } from '../measured/words.ts';
import type { Section } from './outline.ts';

/** Signals that are shown; CSV has them all. */
const SHOWN = 500;

/** What the anomaly tests say, and what they looked at. */
export function signals({ anomalies }: Measures): Section[] {
  if (!anomalies.length) return [];
  const all = anomalies.flatMap((a) => a.signals.map((signal) => ({ ...a, ...signal })));
  return [
    {
      title: `Anomaly tests (${all.length} ${all.length === 1 ? 'signal' : 'signals'})`,
      blocks: [
        { kind: 'prose', text: 'A signal asks for a check: it is no proof and moves no money.' },
        ...all.slice(0, SHOWN).map((signal) => ({ kind: 'prose' as const, text: signalText(signal) })),
        {
          kind: 'table',
          head: [
            { title: 'id', as: 'word' },
            { title: 'test', as: 'code' },
            { title: 'looks for' },
            { title: 'looked at', as: 'figure' },
            { title: 'signals', as: 'figure' },
            { title: 'fine is also' },
          ],
          rows: anomalies.map((a) => [
            a.id ?? '',
            a.test,
            a.title,
            a.not_run ? '-' : String(a.tested),
            a.not_run ? '-' : String(a.signals.length),
            a.not_run ?? a.caution,
          ]),
        },
      ],
    },
  ];
}
