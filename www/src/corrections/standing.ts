/** The figures that stand: as a person put them right, without those that were dropped. */
import { computed } from '@preact/signals';
import type { Metric } from 'fachi';
import { corrected } from './said';

export const standing = computed((): readonly Metric[] => {
  const now = corrected.value;
  return now?.metrics.filter(({ id }) => now.touches.get(id)?.correction.act !== 'drop') ?? [];
});
