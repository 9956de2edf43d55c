import { SOURCE_NAMES } from '../../model.ts';
import { definePreset } from './preset.ts';

export const generic = definePreset({
  title: 'Any table whose headers are the canonical names, their aliases, or mapped with `columns:`',
  sources: SOURCE_NAMES,
  known: 'documented',
  columns: {},
  values: {},
  traps: [],
});
