// The entry for browsers and bundlers: `await init()` once, then everything is synchronous.
import start from "./fachi.js";
import { started } from "./api.js";

export { analyze, catalog, version } from "./api.js";

let starting;

/** Starts the core once; after a failure (no network) it may be called again. */
export function init(input) {
  starting ??= start(input === undefined ? undefined : { module_or_path: input }).then(started, (error) => {
    starting = undefined;
    throw error;
  });
  return starting;
}
