// An empty project with the packed package in it, as a consumer has it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after } from "node:test";

const pkg = fileURLToPath(new URL("..", import.meta.url));
const options = { encoding: "utf8", shell: process.platform === "win32" };

/** Where the project lies. */
export const project = realpathSync(mkdtempSync(join(tmpdir(), "fachi-")));
after(() => rmSync(project, { recursive: true }));

const packed = execFileSync("npm", ["pack", "--json", "--pack-destination", project], { ...options, cwd: pkg, stdio: "pipe" });
const [{ filename, files }] = JSON.parse(packed);

/** What the tarball holds. */
export const paths = files.map(({ path }) => path).sort();

writeFileSync(join(project, "package.json"), JSON.stringify({ private: true }));
execFileSync("npm", ["install", "--no-audit", "--no-fund", "--offline", `./${filename}`], { ...options, cwd: project, stdio: "pipe" });

/** Puts a file into the project; gives its path. */
export function put(name, text) {
  const path = join(project, name);
  writeFileSync(path, text);
  return path;
}
