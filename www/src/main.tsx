/** The entry: puts the app on the page, unless support.js found the browser too old. */
import './area/area.css';
import { render } from 'preact';
import { App } from './app/App';

if (!('unsupported' in document.documentElement.dataset)) render(<App />, document.getElementById('app')!);
