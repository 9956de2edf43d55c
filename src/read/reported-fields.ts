import { field, text } from './source-fields.ts';

/** A vendor's summary, a row a figure. */
export const reported = {
  metric: field('text', 'name of the metric', { needed: true, free: true, aliases: ['kpi', 'measure'] }),
  value: field('text', 'its value, as reported', { needed: true, aliases: ['result', 'figure', 'actual'] }),
  unit: text('%, minutes, hours or seconds, where neither the name nor the value says it', 'uom'),
  period: field('period', 'month, quarter or range', { aliases: ['month'] }),
  agent: text('agent', 'agent name', 'sdr', 'rep', 'setter', 'user'),
  campaign: text('campaign', 'campaign name'),
  week: text('week', 'week of', 'week starting', 'week beginning', 'week commencing', 'week ending'),
  day: text('day'),
  source: text('where the leads came from', 'channel', 'lead source'),
  class: text('class of the price', 'lead class', 'rate class'),
};
