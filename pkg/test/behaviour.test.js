// What the functions do with options, odd texts and wrong calls; in Node and by the browser's entry.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import * as fachi from "fachi";

const text = "云河县2023年法治政府建设年度报告\n全年办理公证1874件。";

function fails(code, call) {
  assert.throws(call, (error) => {
    assert.ok(error instanceof Error);
    assert.equal(error.code, code);
    assert.match(error.message, /^[^\n]+[。.]$/);
    return true;
  });
}

test("what cannot be read is an error with a code and one sentence", () => {
  for (const locale of ["zh", "en", undefined]) {
    fails("too_large", () => fachi.analyze("四个字符", { maxLength: 3, locale }));
    fails("not_text", () => fachi.analyze("\0", { locale }));
    for (const value of [undefined, null, 5, {}, new Uint8Array(2)]) fails("not_text", () => fachi.analyze(value, { locale }));
  }
});

test("a bad option is an error", () => {
  for (const options of [{ offsets: "x" }, { locale: "fr" }, { maxLength: -1 }, { maxLength: "3" }, { summarySentences: 1.5 }]) {
    fails("bad_option", () => fachi.analyze(text, options));
  }
  fails("bad_option", () => fachi.catalog("fr"));
});

test("an undefined or null option is an absent one", () => {
  const plain = fachi.analyze(text);
  assert.deepEqual(fachi.analyze(text, { locale: undefined, maxLength: undefined }), plain);
  assert.deepEqual(fachi.analyze(text, null), plain);
  assert.deepEqual(fachi.analyze(text, {}), plain);
});

test("the empty text is an empty report", () => {
  const report = fachi.analyze("");
  assert.equal(report.text.length, 0);
  assert.deepEqual(report.metrics, []);
  assert.equal(report.identity.year, null);
});

test("offsets count UTF-16 units, whatever the text holds", () => {
  for (const odd of ["\ud800", "\udc00a", "😀", "\ufeff", "\r\n", "𠮷"]) {
    const given = `${odd}。全年办理公证1874件，${odd}复议3件。`;
    const report = fachi.analyze(given);
    assert.equal(report.text.length, given.length);
    assert.deepEqual(report.metrics.map(({ span }) => given.slice(span.start, span.end)), ["1874件", "3件"]);
  }
});

test("offsets count what is asked for", () => {
  const given = "😀全年办理公证1874件。";
  const start = (offsets) => fachi.analyze(given, { offsets }).metrics[0].span.start;
  assert.deepEqual(["utf16", "utf8", "utf32"].map(start), [8, 22, 7]);
});

test("names come in the language asked for", () => {
  const [zh, en] = [fachi.catalog(), fachi.catalog("en")];
  assert.deepEqual(fachi.catalog("zh"), zh);
  assert.notEqual(zh.areas[0].name, en.areas[0].name);
});

test("the version is the package's", () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url)));
  assert.equal(fachi.version(), version);
});

test("in Node nothing has to be started", async () => {
  assert.equal(await fachi.init(), undefined);
});
