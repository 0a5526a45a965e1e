// A web host of a story's own, which can be closed as when a phone loses its connection. Playwright's own `setOffline`
// does not reach a service worker, so what a worker fetches would still come.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";

const DIST = new URL("../../dist/", import.meta.url);
const KINDS = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
  woff2: "font/woff2",
};

/**
 * The built folder on a port of its own. `asked` is what was asked for, in order, `answered` what has left since; `answers`
 * may answer in its place. Each of the `folders` holds all of it too.
 */
export async function openHost() {
  const host = { asked: [], answered: [], answers: undefined, folders: [] };
  const server = createServer(async (request, response) => {
    const whole = request.url.split("?")[0].slice(1);
    const path = whole.slice((host.folders.find((folder) => whole.startsWith(folder)) ?? "").length);
    host.asked.push(path);
    response.on("finish", () => host.answered.push(path));
    if (host.answers?.(path, response)) return;
    const file = path.replace(/(^|\/)$/, "$1index.html");
    let [status, bytes] = [200, await readFile(new URL(file, DIST)).catch(() => undefined)];
    // As GitHub Pages and many others do.
    bytes ??= ((status = 404), await readFile(new URL("404.html", DIST)));
    const kind = KINDS[status === 200 ? file.split(".").pop() : "html"] ?? "application/octet-stream";
    // Nothing is shown from a cache of the browser's without asking here.
    response.writeHead(status, { "content-type": kind, "cache-control": "no-cache" });
    response.end(bytes);
  });
  const connections = new Set();
  server.on("connection", (connection) => {
    connections.add(connection);
    connection.on("close", () => connections.delete(connection));
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  host.url = `http://localhost:${server.address().port}/`;
  host.close = () => {
    const closed = new Promise((done) => server.close(done));
    // What has left for the phone still arrives: `closeAllConnections` would take it back.
    for (const connection of connections) connection.destroySoon();
    return closed;
  };
  return host;
}
