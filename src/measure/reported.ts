import { plainNumber } from '../read/numbers.ts';
import { readSeconds } from '../read/values.ts';
import type { MetricRow } from './catalogue.ts';

/** A figure of a vendor's summary: `92%`, `0.92`, `1,234`, `3:45`; undefined when it is none. A share above 1 is in percent. */
export function readReported(text: string, unit: MetricRow['unit']): number | undefined {
  const percent = /^(.*?)\s*%$/.exec(text.trim());
  const plain = plainNumber(percent?.[1] ?? text, 'point');
  const value = plain === undefined ? undefined : Number(plain);
  if (unit === 'hours') return value ?? hoursIn(text);
  if (unit === 'seconds') return value ?? readSeconds(text, 1);
  if (value === undefined || unit !== 'share') return percent ? undefined : value;
  return percent || value > 1 ? value / 100 : value;
}

/** `172:30` is hours and minutes. */
function hoursIn(text: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = /^(\d+):(\d{2})(?::(\d{2}))?$/.exec(text.trim()) ?? [];
  return hours === undefined ? undefined : Number(hours) + Number(minutes) / 60 + Number(seconds) / 3600;
}
