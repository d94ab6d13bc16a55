/** What every export is made of: the report, what a person said of it, and the names in the language in use. */
import type { Catalog, Metric, Report } from 'fachi';
import { changes, signature } from '../corrections/describe';
import type { Corrected, Touch } from '../corrections/model';
import type { Said } from '../corrections/said';
import { exact, shown } from '../figures/value';
import { type Key, type Locale, message, nameOf } from '../i18n/messages';
import { type Names, namesIn } from '../i18n/names';

export interface Material {
  report: Report;
  source: string;
  corrected: Corrected;
  said: Said;
  catalog: Catalog | null;
  locale: Locale;
}

/** How the material speaks: its messages, its names, and what a person did with a row. */
export class Words {
  readonly names: Names;
  readonly #headings: Map<string, string>;

  constructor(readonly from: Material) {
    this.names = namesIn(from.catalog);
    this.#headings = new Map(from.report.sections.map(({ id, heading }) => [id, heading]));
  }

  t(key: Key, values?: Record<string, string | number>): string {
    return message(this.from.locale, key, values);
  }

  named(group: string, value: string | null): string {
    return value === null ? '' : nameOf(this.from.locale, group, value);
  }

  indicator({ indicator }: Metric): string {
    return indicator === null ? '' : this.names.indicator(indicator);
  }

  area({ area }: Metric): string {
    return area === null ? '' : this.names.area(area);
  }

  heading({ section }: Metric): string {
    return (section !== null && this.#headings.get(section)) || '';
  }

  /** The value in full, whatever form the table shows. */
  full(metric: Metric): string {
    return shown(this.from.locale, metric, 'exact').main;
  }

  /** The value in full where the words don't say just that. */
  exact(metric: Metric): string {
    return exact(this.from.locale, metric) ?? '';
  }

  sentence({ sentence: { start, end } }: Metric): string {
    return this.from.source.slice(start, end);
  }

  touch({ id }: Metric): Touch | undefined {
    return this.from.corrected.touches.get(id);
  }

  /** What a person did; empty where nobody touched the row. */
  touched(metric: Metric): string {
    const touch = this.touch(metric);
    return touch ? this.named('touched', touch.correction.act) : '';
  }

  /** What was changed, from what to what. */
  changed(metric: Metric): string {
    const touch = this.touch(metric);
    return touch ? changes(touch, metric, this.names, this.from.locale).join(this.t('punctuation.semicolon')) : '';
  }

  signed(metric: Metric): string {
    const touch = this.touch(metric);
    return touch ? signature(touch.correction, this.from.locale) : '';
  }
}

export const isDropped = (metric: Metric, { touches }: Corrected): boolean => touches.get(metric.id)?.correction.act === 'drop';
