/** What can be taken out of the page stays unloaded until it is asked for; copying one figure is part of it. */
import { part } from '../app/lazy';

export const exporting = part(() => import('./run'));

export const copyFigure = async (id: string, as: 'row' | 'quotation'): Promise<boolean> =>
  (await (await exporting.want())?.copyFigure(id, as)) ?? false;
