// How fast the package is in Node: rows of the table that `cargo xtask bench` prints.
import recognizers from "@microsoft/recognizers-text-suite";
import { analyze } from "../node.js";
import { reports } from "../test/gold.js";

/** Milliseconds of one call, as a mean of several that take long enough for the clock. */
function time(work, calls) {
  const start = performance.now();
  for (let call = 0; call < calls; call++) work();
  return (performance.now() - start) / calls;
}

/**
 * How many times as long one work takes as another: the median over rounds that time both, one right after the other,
 * so that a busy moment of the machine spoils a round and not the ratio. The first third only warms up.
 */
function ratio(rounds, [work, calls], [other, otherCalls]) {
  const all = Array.from({ length: rounds }, () => time(work, calls) / time(other, otherCalls));
  const warm = all.slice(rounds / 3).sort((a, b) => a - b);
  return warm[warm.length >> 1];
}

/** Visits every key and every item; gives how many values hold no others. */
function walk(value) {
  if (typeof value !== "object" || value === null) return 1;
  let leaves = 0;
  for (const key of Object.keys(value)) leaves += walk(value[key]);
  return leaves;
}

/** Long lines take it out of proportion long, so it gets paragraphs. */
function recognize(text) {
  const { recognizeNumber, recognizePercentage, recognizeCurrency } = recognizers;
  return text.split("\n").flatMap((line) =>
    [recognizeNumber, recognizePercentage, recognizeCurrency].flatMap((kind) => kind(line, "zh-cn")));
}

const { text } = reports.reduce((longest, report) => (report.text.length > longest.text.length ? report : longest));
const json = JSON.stringify(analyze(text));
if (walk(analyze(text)) !== walk(JSON.parse(json))) throw new Error("The walk misses some of the result.");
const delivery = ratio(600, [() => walk(analyze(text)), 1], [() => JSON.parse(json), 1]);

const every = (read) => () => reports.forEach(({ text }) => read(text));
const peer = ratio(12, [every(recognize), 1], [every(analyze), 20]);

console.log(`| Node: \`analyze\` and a walk over every key, to \`JSON.parse\` of the same result | ${delivery.toFixed(1)} × | ≤ 3 × |`);
console.log(`| Node: recognizers-text-suite 1.3.1 (number, percentage, currency), to \`analyze\` | ${peer.toFixed(0)} × | ≥ 300 × |`);
