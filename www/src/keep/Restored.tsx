/** At the next visit: what was kept comes back by itself, one sentence says so, and one button wipes it. */
import { useEffect, useState } from 'preact/hooks';
import { empty } from '../app/session';
import { t } from '../i18n/locale';
import { filing, found, keep, saying, wipe } from './keep';

type State = 'none' | 'restored' | 'damaged' | 'wiped';

async function restore(entry: string, put: (text: string) => void): Promise<State> {
  const [file, store] = [await filing.want(), await saying.want()];
  // Who was quicker than this has begun something new.
  if (!file || !store || !empty.peek()) return 'none';
  const said = file.readFile(entry);
  const text: unknown = 'code' in said ? null : JSON.parse(entry).text;
  if ('code' in said || typeof text !== 'string') return 'damaged';
  put(text);
  store.begin(said);
  await keep();
  return 'restored';
}

export function Restored({ put }: { put: (text: string) => void }) {
  const [state, setState] = useState<State>('none');
  useEffect(() => {
    const entry = found();
    if (entry !== null) void restore(entry, put).then(setState);
  }, []);
  return (
    <div class="notice-place" role="status">
      {state !== 'none' && (
        <p class="notice">
          <span>{t(`keep.${state}`)}</span>
          {state !== 'wiped' && <button type="button" class="button" onClick={() => { wipe(); setState('wiped'); }}>{t('keep.wipe')}</button>}
          <button type="button" class="button" onClick={() => setState('none')}>{t('notice.close')}</button>
        </p>
      )}
    </div>
  );
}
