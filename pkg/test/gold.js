// The annotated reports of eval/dev as plain texts.
import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../../eval/dev/", import.meta.url);

/** Marks go: the first line, headings' brackets, and of a figure all but its surface. */
function plain(source) {
  const body = source.slice(source.indexOf("\n") + 1);
  return body.replace(/⟦([^|⟧]*)\|[^⟧]*⟧|⟪(?:\d|\/)⟫/g, (_, surface = "") => surface);
}

/** Name and text of every report. */
export const reports = readdirSync(folder)
  .filter((name) => name.endsWith(".gold.txt"))
  .map((name) => ({ name, text: plain(readFileSync(new URL(name, folder), "utf8")) }));
