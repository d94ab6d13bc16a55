/** The view of figures: what to look for, the tree table, and what can be done with the selected row. */
import { FigureBar } from '../corrections/FigureBar';
import { selection } from '../app/session';
import { t } from '../i18n/locale';
import { Grid } from './Grid';
import { Toolbar } from './Toolbar';
import { rows } from './view';
import './figures.css';

export function Figures() {
  const table = rows.value;
  if (!table) return null;
  const filtered = table.total > 0;
  return (
    <div class="figures">
      <Toolbar />
      {table.count > 0
        ? <Grid table={table} />
        : <p class="none">{t(filtered ? 'figures.unmatched' : 'figures.none')}</p>}
      {selection.value && <FigureBar id={selection.value.metric} />}
    </div>
  );
}
