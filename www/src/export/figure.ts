/** Copies one figure; the rest of the exports stays unloaded until then. */
import { loaded } from '../app/lazy';

export const copyFigure = (id: string, as: 'row' | 'quotation'): Promise<boolean | null> =>
  loaded(async () => (await import('./run')).copyFigure(id, as));
