/** The report in as many sentences as the reader asks for; each leads to its place. */
import { report, sentences } from '../app/session';
import { number, t } from '../i18n/locale';
import { CopyButton } from '../panel/CopyButton';
import { Jump } from '../panel/Jump';
import './summary.css';

const MOST = 20;

export function Summary() {
  const read = report.value;
  if (!read) return null;
  const { summary } = read;
  if (summary.sentences.length === 0) return <p class="none">{t('summary.none')}</p>;
  const onInput = ({ currentTarget }: { currentTarget: HTMLInputElement }): void => { sentences.value = Number(currentTarget.value); };
  return (
    <div class="summary scroll">
      <p class="length">
        <label for="length">{t('summary.length')}</label>
        <input id="length" type="range" min="1" max={MOST} value={sentences.value} aria-valuetext={t('summary.count', { count: sentences.value })} onInput={onInput} />
        <output for="length">{t('summary.count', { count: number(summary.sentences.length) })}</output>
        <CopyButton words={summary.sentences.map(({ text }) => text).join('\n')} />
      </p>
      <ol class="list" aria-label={t('summary.title')}>
        {summary.sentences.map(({ span, text }) => (
          <li key={span.start}><span lang="zh-CN">{text}</span> <Jump to={span}><span class="source">{t('summary.source')}</span></Jump></li>
        ))}
      </ol>
    </div>
  );
}
