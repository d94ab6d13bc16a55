// The types as a TypeScript program in strict mode meets them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { put } from "./project.js";

const PROGRAM = `
import { analyze, catalog, init, version, type FachiError, type Metric, type Report } from "fachi";
import { init as start } from "fachi/web";

const report: Report = analyze("公证1874件。", { offsets: "utf8", locale: "en", maxLength: 10 });
const values: number[] = report.metrics.map((metric: Metric) => metric.value);
const indicator: string | null = report.metrics[0]!.indicator;
const partOf: string | null = report.metrics[0]!.partOf;
const upper: number | null = report.metrics[0]!.upper;
const year: number | null = report.identity.year;
const name: string = catalog("en").areas[0]!.name;
const ready: Promise<void> = init();
const again: Promise<void> = start(new URL("file:///fachi_bg.wasm"));
const code: string = ({} as FachiError).code;
export const all = [values, indicator, partOf, upper, year, name, ready, again, code, version()];

// @ts-expect-error
analyze(5);
// @ts-expect-error
analyze("", { offsets: "utf7" });
// @ts-expect-error
analyze("", { maxlength: 3 });
// @ts-expect-error
report.metrics[0].measure;
`;

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");

for (const extension of ["mts", "cts"]) {
  for (const [module, resolution] of [["nodenext", "nodenext"], ["preserve", "bundler"]]) {
    test(`a .${extension} program is checked (module ${module})`, () => {
      const path = put(`consumer.${extension}`, PROGRAM);
      const flags = `--noEmit --strict --skipLibCheck false --target es2022 --lib es2022,dom --types  --module ${module} --moduleResolution ${resolution}`;
      const child = spawnSync(process.execPath, [tsc, ...flags.split(" "), path], { encoding: "utf8" });
      assert.equal(child.status, 0, child.stdout + child.stderr);
    });
  }
}
