// What the package gives; the shapes of its values are made from the Rust types (report.d.ts).
import type { Catalog, Locale, Options, Report } from "./report.js";

export type * from "./report.js";

/** Why a text was not read. More codes may come. */
export type ErrorCode = "too_large" | "not_text" | "bad_option" | "not_ready";

/** What every function here throws: `message` is one plain sentence in the caller's locale. */
export interface FachiError extends Error {
  code: ErrorCode;
}

/** Where the browser entry takes the WebAssembly module from, instead of the file beside it. */
export type InitInput = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/** Starts the core. Needed once in browsers; elsewhere it does nothing. */
export function init(input?: InitInput | Promise<InitInput>): Promise<void>;

/**
 * Reads one report. Offsets count UTF-16 code units, as JavaScript strings do, unless `options.offsets` says otherwise.
 * A text that is no report is no error: its lists are empty and its identity holds nulls.
 *
 * @throws {FachiError} `too_large`, `not_text`, `bad_option`, `not_ready`
 */
export function analyze(text: string, options?: Options): Report;

/**
 * The names of areas and indicators, to show beside a report.
 *
 * @throws {FachiError} `bad_option`, `not_ready`
 */
export function catalog(locale?: Locale): Catalog;

/** The version of the package. */
export function version(): string;
