// The functions that both entries give: the core's, with a caller's slips told clearly.
import * as core from "./fachi.js";

let ready = false;

/** Called by an entry once it has started the core. */
export function started() {
  ready = true;
}

/** An Error with the stable `code` that programs test. */
function failure(code, locale, zh, en) {
  return Object.assign(new Error(locale === "en" ? en : zh), { code });
}

function mustBeReady(locale) {
  if (!ready) {
    throw failure("not_ready", locale, "尚未初始化，请先调用 init()。", "Not initialised yet: call init() first.");
  }
}

/** Options without the ones that are undefined: to JavaScript they are absent. */
function given(options) {
  if (typeof options !== "object" || options === null) return options;
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

export function analyze(text, options) {
  mustBeReady(options?.locale);
  if (typeof text !== "string") {
    throw failure("not_text", options?.locale, "第一个参数必须是字符串。", "The first argument must be a string.");
  }
  return JSON.parse(core.analyze(text, given(options)));
}

export function catalog(locale) {
  mustBeReady(locale);
  return core.catalog(locale);
}

export function version() {
  mustBeReady();
  return core.version();
}
