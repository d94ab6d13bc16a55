/** How the reader looks at the table: order, filter, form of values, what is closed. Holds while other views are open. */
import { type ReadonlySignal, batch, computed, signal } from '@preact/signals';
import type { Metric } from 'fachi';
import { catalog, report, select, source } from '../app/session';
import { corrected } from '../corrections/said';
import { locale } from '../i18n/locale';
import { type Filter, everything, wanted } from './filter';
import { type Column, type Order, comparison, turned } from './order';
import { type Rows, rowsOf } from './rows';
import { forestOf, itemsOf } from './tree';
import type { Form } from './value';

export const order = signal<Order>({ by: 'place', down: false });
export const filter = signal<Filter>(everything);
export const form = signal<Form>('written');

/** Ids are counted anew in every report; a total is known again by its words. */
const nameOf = ({ label, text }: Metric): string => `${label}\n${text}`;
const closed = signal<ReadonlySet<string>>(new Set());

const forest = computed(() => corrected.value && forestOf(corrected.value.metrics));

const keep = computed(() => {
  if (!report.value || !corrected.value) return null;
  const test = wanted(filter.value, report.value, source.value, corrected.value, catalog.value);
  const { metrics } = corrected.value;
  return test && ((index: number) => test(metrics[index]!));
});

const compare = computed(() => comparison(corrected.value?.metrics ?? [], catalog.value, locale.value, order.value));

export const rows: ReadonlySignal<Rows | null> = computed(() => {
  if (!report.value || !corrected.value || !forest.value) return null;
  const { metrics } = corrected.value;
  const isOpen = (index: number): boolean => closed.value.size === 0 || !closed.value.has(nameOf(metrics[index]!));
  const { items, kept } = itemsOf(forest.value, metrics.length, { keep: keep.value, compare: compare.value, isOpen });
  return rowsOf({
    report: report.value, corrected: corrected.value, catalog: catalog.value, locale: locale.value, form: form.value,
    forest: forest.value, items, kept,
  });
});

/** Sorts by a column, the other way round at the second time. */
export const sort = (column: Column): void => { order.value = turned(order.value, column); };

/** Wants other figures; what was closed opens, so that nothing wanted stays hidden. */
export function choose(choice: Partial<Filter>): void {
  batch(() => {
    filter.value = { ...filter.value, ...choice };
    closed.value = new Set();
  });
}

export function toggle(metric: Metric, open: boolean): void {
  const next = new Set(closed.value);
  if (open) next.delete(nameOf(metric));
  else next.add(nameOf(metric));
  closed.value = next;
}

/** Opens the totals above a figure, so that it has a row. */
export function reveal(metric: string): void {
  const { metrics } = corrected.peek()!;
  const parents = forest.peek()!.parents;
  const next = new Set(closed.peek());
  let at = parents.get(metrics.findIndex(({ id }) => id === metric));
  for (; at !== undefined; at = parents.get(at)) next.delete(nameOf(metrics[at]!));
  if (next.size !== closed.peek().size) closed.value = next;
}

/** Selects the total that a row is part of, if any. */
export function selectTotal(index: number): void {
  const total = corrected.peek()!.metrics[forest.peek()!.parents.get(index) ?? -1];
  if (total) select(total.id, 'views');
}
