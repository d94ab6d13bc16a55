/** A finding in one line: how grave it is, and what it says. */
import type { Finding } from 'fachi';
import { named } from '../i18n/locale';

export const spoken = ({ severity, message }: Finding): string => `${named('severity', severity)}${named('punctuation', 'colon')}${message}`;
