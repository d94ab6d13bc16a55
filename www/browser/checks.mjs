/** The checks of the built page, each in a fresh page; every engine runs them all, but for what its driver can't do. */
import { reading } from './checks/reading.mjs';
import { inputs } from './checks/inputs.mjs';
import { looks } from './checks/looks.mjs';
import { safety } from './checks/safety.mjs';

export const checks = [...reading, ...inputs, ...looks, ...safety];
