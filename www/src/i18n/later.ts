/** The words of the parts that are loaded later: whoever is loaded so asks for them. */
import { learn } from './messages';
import words from './zh-later.json';

learn('zh', words);
