/** Serves the built page under a sub-path on this machine, as any static host would. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname } from 'node:path';

export const PREFIX = '/some/path/';
const dist = new URL('../dist/', import.meta.url);
const types = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm',
};

/** What is not answered, as if there were no network. */
let withheld = () => false;
let refused = [];

async function answer({ method, url }, response) {
  const { pathname } = new URL(url, 'http://localhost');
  if (withheld(method, pathname)) {
    refused.push(pathname);
    response.destroy();
    return;
  }
  const inside = pathname.startsWith(PREFIX) && !pathname.includes('..');
  try {
    if (!inside) throw new Error('outside');
    const path = pathname.slice(PREFIX.length) || 'index.html';
    const body = await readFile(new URL(path, dist));
    response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
}

/** The page's address, and how to stop. */
export async function serve() {
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  /** Until the next call, what `test` says gets no answer; gives what was asked for in vain since the call before. */
  const withhold = (test) => {
    const before = refused;
    refused = [];
    withheld = test ?? (() => false);
    return before;
  };
  return { origin, url: origin + PREFIX, withhold, stop: () => server.close() };
}
