/** Whether the page is too narrow for text and views side by side; the same width as in app.css. */
import { signal } from '@preact/signals';

const query = matchMedia('(max-width: 56rem)');

export const narrow = signal(query.matches);

query.addEventListener('change', () => { narrow.value = query.matches; });
