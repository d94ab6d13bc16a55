/** The laws and documents that the report names; each mention leads to its place. */
import type { Document } from 'fachi';
import { report } from '../app/session';
import { named, number, t } from '../i18n/locale';
import { Jump } from '../panel/Jump';
import { LongList } from '../panel/LongList';
import './documents.css';

/** As many places as fit a line or two; a law named two hundred times is not looked up one by one. */
const PLACES = 12;

function One({ document }: { document: Document }) {
  const { title, rawTitle, spans, type, act, origin, number: sign } = document;
  const kind = [named('type', type), origin && named('origin', origin)].filter(Boolean).join(' · ');
  return (
    <li>
      <p class="title"><Jump to={spans[0]!} quoted>《{title}》</Jump></p>
      {rawTitle && <p class="muted">{t('documents.raw')} <span lang="zh-CN">《{rawTitle}》</span></p>}
      <p class="muted">
        {kind}{act && <> · <span lang="zh-CN">{act}</span></>}{sign && <> · <span lang="zh-CN">{sign}</span></>}
      </p>
      {spans.length > 1 && (
        <p class="mentions muted">
          {t('documents.mentions', { count: number(spans.length) })}
          {spans.slice(0, PLACES).map((span, index) => (
            <Jump key={index} to={span} label={`${t('findings.otherPlace', { index: index + 1 })} ${title}`}>{number(index + 1)}</Jump>
          ))}
          {spans.length > PLACES && '…'}
        </p>
      )}
    </li>
  );
}

export function Documents() {
  const read = report.value;
  if (!read) return null;
  if (read.documents.length === 0) return <p class="none">{t('documents.none')}</p>;
  return (
    <div class="documents scroll">
      <LongList items={read.documents} label={t('documents.title')}>{(document) => <One key={document.id} document={document} />}</LongList>
    </div>
  );
}
