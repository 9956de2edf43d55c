import { z } from 'zod';
import { defineFee } from '../fee.ts';
import { cap } from './cap.ts';
import { clawback, hours, lateReport, minimum, retainer, setup, sla, tax } from './fixed.ts';
import { invoice } from './invoice.ts';
import { order } from './order.ts';
import { rates } from './rates.ts';
import { replacement } from './replacement.ts';

const rounding = defineFee({
  title: 'Rounding',
  why: 'Each line is rounded once.',
  params: z.enum(['half_up', 'half_even', 'down', 'up']).default('half_up'),
});

/** Every block of `fees:`, by its key. */
export const FEES = {
  order,
  rates,
  cap,
  replacement,
  retainer,
  setup,
  hours,
  minimum,
  sla,
  late_report: lateReport,
  clawback,
  tax,
  rounding,
  invoice,
} as const;
