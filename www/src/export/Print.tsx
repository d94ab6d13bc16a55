/** The page to hand in on A4: shown on paper only, and gone when printing is done. */
import { render } from 'preact';
import { t } from '../i18n/locale';
import type { Material } from './material';
import { type Line, SECTION, type Sheet, type SheetRow, sheetOf } from './sheet';
import './print.css';

function List({ title, lines }: { title: string; lines: readonly Line[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>{lines.map(({ kind, mark, text }, index) => <li key={index} class={kind}><b>{mark}</b> <bdi>{text}</bdi></li>)}</ul>
    </section>
  );
}

/** Rows one after the other under the same heading, which then need not be told in each. */
function groups(rows: readonly SheetRow[]): SheetRow[][] {
  const found: SheetRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last && last[0]!.cells[SECTION] === row.cells[SECTION]) last.push(row);
    else found.push([row]);
  }
  return found;
}

const withoutSection = <T,>(cells: readonly T[]): T[] => cells.filter((_, column) => column !== SECTION);

function Paper({ sheet: { title, facts, brief, findings, contents, head, rows, notes } }: { sheet: Sheet }) {
  return (
    <>
      <h1>{title}</h1>
      <dl>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt> <dd>{value}</dd></div>)}</dl>
      {brief && <section><h2>{t('overview.brief')}</h2><p>{brief}</p></section>}
      <List title={t('findings.title')} lines={findings} />
      <List title={t('overview.mandated')} lines={contents} />
      <section>
        <h2>{t('figures.title')}</h2>
        <table>
          <thead><tr>{withoutSection(head).map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          {groups(rows).map((group, place) => (
            <tbody key={place}>
              {group[0]!.cells[SECTION] && <tr class="heading"><th scope="rowgroup" colSpan={head.length - 1}>{group[0]!.cells[SECTION]}</th></tr>}
              {group.map(({ cells, level, touched, dropped }, index) => (
                <tr key={index} class={[touched && 'touched', dropped && 'dropped', `level-${level}`].filter(Boolean).join(' ')}>
                  {withoutSection(cells).map((cell, column) => <td key={column}><bdi>{cell}</bdi></td>)}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </section>
      {notes.map((note) => <p key={note} class="note">{note}</p>)}
    </>
  );
}

/** Puts the page beside the app and opens the browser's own window for printing. */
export function print(from: Material): void {
  const paper = document.createElement('article');
  paper.className = 'paper';
  paper.lang = document.documentElement.lang;
  document.body.append(paper);
  render(<Paper sheet={sheetOf(from)} />, paper);
  addEventListener('afterprint', () => {
    render(null, paper);
    paper.remove();
  }, { once: true });
  window.print();
}
