/** The checks of the built page, each in a fresh page; every engine runs them all, but for what its driver can't do. */
import { reading } from './checks/reading.mjs';
import { inputs } from './checks/inputs.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { keep } from './checks/keep.mjs';
import { looks } from './checks/looks.mjs';
import { everyone } from './checks/everyone.mjs';
import { corrections } from './checks/corrections.mjs';
import { exports } from './checks/exports.mjs';
import { figures } from './checks/figures.mjs';
import { findings } from './checks/findings.mjs';
import { hostile } from './checks/hostile.mjs';
import { network } from './checks/network.mjs';
import { safety } from './checks/safety.mjs';
import { views } from './checks/views.mjs';

export const checks = [...reading, ...inputs, ...looks, ...views, ...figures, ...corrections, ...exports, ...keep, ...findings, ...keyboard, ...hostile, ...everyone, ...network, ...safety];
