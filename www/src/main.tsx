/** The entry: puts the app on the page, unless support.js found the browser too old. */
import './area/area.css';
import { render } from 'preact';
import { App } from './app/App';
import { fillTheCalm } from './app/calm';
import { speak } from './i18n/locale';
import { preferred } from './i18n/messages';

async function start(): Promise<void> {
  await speak(preferred(navigator.languages));
  render(<App />, document.getElementById('app')!);
  fillTheCalm();
}

if (!('unsupported' in document.documentElement.dataset)) void start();
