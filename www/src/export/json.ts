/** Everything for programs: the report as it was read, the figures as a person put them right, and what that person said. */
import type { Metric } from 'fachi';
import { fileOf } from '../corrections/file';
import type { Act, Values } from '../corrections/model';
import type { Material } from './material';

/** What a person did with a figure; null where nobody touched it. */
type Touched = { act: Act; was: Partial<Values>; by: string; at: string } | null;

export function json({ report, corrected, said }: Material): string {
  const touchedOf = ({ id }: Metric): Touched => {
    const touch = corrected.touches.get(id);
    return touch ? { act: touch.correction.act, was: touch.was, by: touch.correction.by, at: touch.correction.at } : null;
  };
  const figures = corrected.metrics.map((metric) => ({ ...metric, touched: touchedOf(metric) }));
  return `${JSON.stringify({ format: 'fachi-report', version: 1, report, figures, corrections: fileOf(said, report.identity) }, null, 1)}\n`;
}
