// The browser's entry: nothing before `init`, everything after; a failed start may be tried again.
// Where a browser fetches the WebAssembly module, the file beside the glue is read.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import * as fachi from "fachi/web";

test("it starts once and then gives reports", async () => {
  for (const call of [() => fachi.analyze("公证1874件。"), () => fachi.catalog("en"), () => fachi.version()]) {
    assert.throws(call, { code: "not_ready" });
  }
  await assert.rejects(fachi.init(new Uint8Array([1, 2, 3])), WebAssembly.CompileError);
  assert.throws(() => fachi.analyze(""), { code: "not_ready" });

  globalThis.fetch = async (url) => new Response(await readFile(url), { headers: { "content-type": "application/wasm" } });
  assert.deepEqual(await Promise.all([fachi.init(), fachi.init()]), [undefined, undefined]);
  assert.equal(fachi.analyze("公证1874件。").text.length, 8);
  assert.equal(await fachi.init(), undefined);
});
