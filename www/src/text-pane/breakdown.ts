/** What a total is made of: its parts, each with its share, and what they come to. */
import type { Metric } from 'fachi';

export interface Part {
  id: string;
  text: string;
  label: string;
  /** Of the total, 0 to 1. */
  share: number;
}

export interface Breakdown {
  parts: Part[];
  sum: number;
}

/** Floats of exact decimals add up to 0.30000000000000004; ten digits are what a value has. */
const tidy = (value: number): number => Number(value.toPrecision(10));

/** The parts of a total in its own unit, or null where it has none. */
export function breakdownOf(metrics: readonly Metric[], total: Metric): Breakdown | null {
  const parts = metrics.filter(({ partOf, unit }) => partOf === total.id && unit === total.unit);
  if (parts.length === 0) return null;
  const sum = tidy(parts.reduce((all, { value }) => all + value, 0));
  const whole = Math.max(total.value, sum);
  const share = (value: number): number => (whole > 0 ? Math.max(0, Math.min(1, value / whole)) : 0);
  return { parts: parts.map(({ id, text, label, value }) => ({ id, text, label, share: share(value) })), sum };
}
