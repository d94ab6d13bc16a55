// The packed package in an empty project: import and require give what the command line gives.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { reports } from "./gold.js";
import { paths, project, put } from "./project.js";

const cli = process.env.FACHI_CLI;
assert.ok(cli, "FACHI_CLI must name the command line that the package is compared with.");

/** Runs a program to its end; it must succeed in silence. */
function run(program, parameters, input) {
  const child = spawnSync(program, parameters, { cwd: project, input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(child.status, 0, child.stderr);
  assert.equal(child.stderr, "");
  return child.stdout;
}

const expected = reports.map(({ text }) => JSON.parse(run(cli, ["analyze", "--format", "json", "-"], text)));
const answer = `process.stdout.write(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map((text) => analyze(text))));`;
const texts = JSON.stringify(reports.map(({ text }) => text));

test("there are reports with figures to compare", () => {
  assert.ok(reports.length > 0);
  for (const [i, { metrics }] of expected.entries()) assert.ok(metrics.length > 20, reports[i].name);
});

test("import gives what the command line gives", () => {
  const program = put("consumer.mjs", `import { createRequire } from "node:module"; import { analyze } from "fachi";
    const require = createRequire(import.meta.url); ${answer}`);
  assert.deepEqual(JSON.parse(run(process.execPath, [program], texts)), expected);
});

test("require gives what the command line gives", () => {
  const program = put("consumer.cjs", `const { analyze } = require("fachi"); ${answer}`);
  assert.deepEqual(JSON.parse(run(process.execPath, [program], texts)), expected);
});

test("the example of README runs", () => {
  const [, example] = /```js\n([^]*?)```/.exec(readFileSync(new URL("../README.md", import.meta.url), "utf8"));
  const lines = run(process.execPath, [put("readme.mjs", example)]).trimEnd().split("\n");
  assert.equal(lines.length, 3);
  assert.match(lines[0], /^1874 件 .*公证 society\.notarisations$/);
  assert.equal(lines[1], "1874件");
  assert.match(lines[2], /notari[sz]ation/i);
});

test("the tarball holds what its package.json names, and nothing else", () => {
  const { files, exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url)));
  assert.deepEqual(paths, [...files, "README.md", "package.json"].sort());
  const named = Object.values(exports).flatMap((target) => (typeof target === "string" ? target : Object.values(target)));
  for (const path of named) assert.ok(paths.includes(path.replace("./", "")), path);
});

test("schema and WebAssembly can be reached by name", () => {
  const require = createRequire(`${project}/package.json`);
  const wasm = readFileSync(require.resolve("fachi/fachi_bg.wasm"));
  assert.ok(WebAssembly.validate(wasm));
  // Neither the words of panics nor the places in the source that they would name.
  assert.doesNotMatch(wasm.toString("latin1"), /\.rs\b|cargo|registry/);
  const schema = JSON.parse(readFileSync(require.resolve("fachi/schema")));
  for (const name of ["Report", "Catalog", "Options"]) assert.ok(schema.definitions[name], name);
});
