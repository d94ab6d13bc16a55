/** The entry: puts the app on the page, unless support.js found the browser too old. */
import './area/area.css';
import { render } from 'preact';
import { App } from './app/App';
import { fillTheCalm } from './app/calm';
import { english, speak } from './i18n/locale';
import { preferred } from './i18n/messages';

async function start(): Promise<void> {
  const language = preferred(navigator.languages);
  if (language === 'en') await english.load().catch(() => {});
  await speak(language);
  render(<App />, document.getElementById('app')!);
  fillTheCalm();
}

if (!('unsupported' in document.documentElement.dataset)) void start();
