import type { AuditDocument } from '../document.ts';
import { attemptGrid, costGrid, funnelGrid } from '../measured/lead-words.ts';
import type { Measures } from '../measured/tables.ts';
import type { Head, Section } from './outline.ts';

const figure = (title: string): Head => ({ title, as: 'figure' });

/** What became of the leads, and what one of something costs. */
export function leads(doc: Measures & Pick<AuditDocument, 'sow'>): Section[] {
  const funnel = funnelGrid(doc);
  const attempts = attemptGrid(doc);
  const costs = costGrid(doc);
  const [month = '', name = '', ...stages] = funnel.head;
  const [one = '', ...amounts] = costs.head;
  return [
    ...(funnel.rows.length
      ? [
          {
            title: 'Funnel',
            blocks: [
              {
                kind: 'prose' as const,
                text: 'Leads by the month of their first booking, and the share of the stage before. A lead counts in its own month, however late it comes further.',
              },
              {
                kind: 'table' as const,
                head: [{ title: month }, { title: name }, ...stages.map(figure)],
                rows: funnel.rows,
              },
            ],
          },
        ]
      : []),
    ...(attempts.rows.length
      ? [
          {
            title: 'Attempts',
            blocks: [
              {
                kind: 'prose' as const,
                text: 'Contacts that had an n-th call in the period, and leads that were booked on it.',
              },
              { kind: 'table' as const, head: attempts.head.map(figure), rows: attempts.rows },
            ],
          },
        ]
      : []),
    ...(costs.rows.length
      ? [
          {
            title: `What one costs, all in (${doc.sow.currency})`,
            blocks: [{ kind: 'table' as const, head: [{ title: one }, ...amounts.map(figure)], rows: costs.rows }],
          },
        ]
      : []),
  ];
}
