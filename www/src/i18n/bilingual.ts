// The unit tests speak both languages from the start.
import en from './en.json';
import './later';
import { learn } from './messages';

learn('en', en);
