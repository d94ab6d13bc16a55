// The entry for Node, Bun and Deno: the core is there at once. No top-level await, so that require() works too.
import { readFileSync } from "node:fs";
import { initSync } from "./fachi.js";
import { started } from "./api.js";

export { analyze, catalog, version } from "./api.js";

initSync({ module: readFileSync(new URL("./fachi_bg.wasm", import.meta.url)) });
started();

/** Nothing is left to start; here so that one program runs everywhere. */
export function init() {
  return Promise.resolve();
}
