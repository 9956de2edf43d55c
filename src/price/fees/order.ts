import { z } from 'zod';
import { defineFee } from '../fee.ts';

const STEPS = ['replacement', 'cap', 'tier'] as const;

export const order = defineFee({
  title: 'In which order a unit is priced',
  why: 'A replacement that takes a place under the cap costs the vendor a paid lead, and the other way round.',
  params: z
    .array(z.enum(STEPS))
    .refine((steps) => new Set(steps).size === STEPS.length && steps.length === STEPS.length, {
      error: 'must name replacement, cap and tier, each once',
    })
    .default([...STEPS]),
});
