/** The shortcomings that the report names, each with the plans that take it up; one that none takes up stands out. */
import type { Plan, Problem } from 'fachi';
import { catalog, report } from '../app/session';
import { areaClasses } from '../area/area';
import { t } from '../i18n/locale';
import { Jump } from '../panel/Jump';
import { LongList } from '../panel/LongList';
import { linked } from './links';
import './problems.css';

function Quoted({ one: { span, text, area } }: { one: Problem | Plan }) {
  const name = catalog.value?.areas.find(({ id }) => id === area)?.name ?? area;
  const look = (area && areaClasses(catalog.value).get(area)) ?? '';
  return (
    <>
      <Jump to={span} quoted>{text}</Jump>
      {name && <small class={`figure ${look}`}>{name}</small>}
    </>
  );
}

export function Problems() {
  const read = report.value;
  if (!read) return null;
  const { problems, others } = linked(read.problems, read.plans);
  if (problems.length + others.length === 0) return <p class="none">{t('problems.none')}</p>;
  return (
    <div class="problems scroll">
      {problems.length > 0 && <h3>{t('problems.problems')}</h3>}
      <LongList items={problems} label={t('problems.problems')}>
        {({ problem, plans }) => (
          <li key={problem.id} class={plans.length === 0 ? 'open' : ''}>
            <Quoted one={problem} />
            {plans.length === 0 && <p class="gap"><span aria-hidden="true">✗ </span>{t('problems.unanswered')}</p>}
            {plans.length > 0 && (
              <ul class="list plans" aria-label={t('problems.plans')}>{plans.map((plan) => <li key={plan.id}><Quoted one={plan} /></li>)}</ul>
            )}
          </li>
        )}
      </LongList>
      {others.length > 0 && <h3>{t(problems.length > 0 ? 'problems.others' : 'problems.plans')}</h3>}
      <LongList items={others}>{(plan) => <li key={plan.id}><Quoted one={plan} /></li>}</LongList>
    </div>
  );
}
