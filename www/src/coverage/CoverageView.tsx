/** What the report covers: the contents asked for with their evidence, and the core indicators of each area. */
import { catalog, report } from '../app/session';
import { areaClasses } from '../area/area';
import { named, number, t } from '../i18n/locale';
import { Bar } from '../panel/Bar';
import { Jump } from '../panel/Jump';
import { type AreaIndicators, byArea } from './indicators';
import { Requirement } from './Requirement';

function Area({ area, look }: { area: AreaIndicators; look: string }) {
  const { name, metrics, characters, given, lacking } = area;
  const core = given.length + lacking.length;
  return (
    <section class="area">
      <h4><span class={`figure ${look}`}>{name}</span></h4>
      <p class="muted">{t('coverage.area', { metrics: number(metrics), characters: number(characters) })}</p>
      {core > 0 && (
        <>
          <div class="share"><Bar share={given.length / core} look={look} /><span>{t('coverage.core', { given: number(given.length), core: number(core) })}</span></div>
          <ul class="chips">
            {given.map(({ id, name: indicator, metric }) => (
              <li key={id} class="met"><span aria-hidden="true">✓ </span>{metric ? <Jump to={metric.span}>{indicator}</Jump> : indicator}</li>
            ))}
            {lacking.map(({ id, name: indicator }) => (
              <li key={id} class="missing"><span aria-hidden="true">✗ </span>{indicator} <span class="unseen">{named('status', 'missing')}</span></li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** From what must be there down. */
const LEVELS = ['mandated', 'expected', 'optional'];

export function CoverageView() {
  const read = report.value;
  if (!read) return null;
  const { coverage, metrics } = read;
  const levels = new Set([...LEVELS, ...coverage.requirements.map(({ level }) => level)]);
  const at = (wanted: string) => coverage.requirements.filter(({ level }) => level === wanted);
  const looks = areaClasses(catalog.value);
  return (
    <div class="coverage scroll">
      {[...levels].map((level) => at(level).length > 0 && (
        <section key={level}>
          <h3>{named('level_of', level)}</h3>
          <ul class="list requirements">
            {at(level).map((one) => <Requirement key={one.id} status={one} basis />)}
          </ul>
        </section>
      ))}
      <h3>{t('coverage.indicators')}</h3>
      {byArea(coverage, metrics, catalog.value).map((area) => <Area key={area.id} area={area} look={looks.get(area.id) ?? ''} />)}
    </div>
  );
}
