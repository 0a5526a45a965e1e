// Keeps one program on the device, so that it opens with no internet.
// The build fills in PROGRAM, BASE (the way to the top folder), VERSION, SCRIPT (the script its page names), FILES
// and FONTS, and makes a worker for each program: the organiser's beside its page, the participant's in `answer/`.
//
// Absent on purpose: `skipWaiting`. A page that is open stays on the version it was opened with, files and all,
// until it is closed. A new release must never break the answers somebody is in the middle of.
// Absent too: survey links. What follows the # in an address never leaves the page, so no worker sees it.

const scope = new URL(self.registration.scope);
const family = `ask-together-${PROGRAM}-`;
// Several copies can live in folders of one host, and they all share one store.
const place = `@${scope.pathname}`;
const cacheName = family + VERSION + place;

const absolute = (path) => new URL(path, self.location).href;
const files = FILES.map(absolute);
const fonts = FONTS.map(absolute);
const kept = new Set([...files, ...fonts]);

// A picture's address always shows the same. So what one survey fetched is kept through all releases, for both
// programs, and it can never be more than the pictures there are.
const pictures = new URL(`${BASE}pictures/`, self.location);
const picturesName = `ask-together-pictures@${pictures.pathname}`;
const isPicture = (url) => url.startsWith(pictures.href) && /^[\dA-F-]+\.svg$/.test(url.slice(pictures.href.length));

// Surveys that lie on the host for participants. The host may put another one under the same name any day.
const hosted = new URL(`${BASE}surveys/`, self.location);
const hostedName = `ask-together-surveys@${hosted.pathname}`;
const isHosted = (url) =>
  PROGRAM === "participant" && url.startsWith(hosted.href) && /^[a-z\d-]{1,40}\.bin$/.test(url.slice(hosted.href.length));

// The people of each area, whose address changes with what is in it. Kept once a person asked who is missing.
const isAreas = (url) =>
  PROGRAM === "organiser" && url.startsWith(scope.href) && /^assets\/areas-[\w-]+\.txt$/.test(url.slice(scope.href.length));

// What the host says about itself, beside the organiser's page. It may say something else any day.
const isOfHost = (url) =>
  PROGRAM === "organiser" && url.startsWith(scope.href) && /^(site\.json|[\w.-]+\.(png|svg|webp))$/.test(url.slice(scope.href.length));

self.addEventListener("install", (event) => event.waitUntil(keep()));

// The page that brought this worker has none yet. From now on its words in another language, and whatever else it
// asks for, come from here too.
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder().then(() => self.clients.claim())));

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET") return;
  if (mode === "navigate") {
    if (isOurPage(new URL(url))) event.respondWith(fromCache(scope.href, event.request));
  } else if (kept.has(url)) {
    event.respondWith(fromCache(url, event.request));
  } else if (isPicture(url)) {
    event.respondWith(picture(url, event.request));
  } else if (isAreas(url)) {
    event.respondWith(once(url, event.request));
  } else if (isOfHost(url)) {
    event.respondWith(newest(cacheName, event.request, new Response("{}")));
  } else if (isHosted(url)) {
    event.respondWith(newest(hostedName, event.request, Response.error()));
  }
});

// A page that opened before there was a worker says here what it fetched by itself.
self.addEventListener("message", (event) => {
  const keepOne = (url) => picture(url, new Request(url, { cache: "force-cache" }));
  const keepHosted = (url) => newest(hostedName, new Request(url), Response.error());
  const all = [...event.data.filter(isPicture).map(keepOne), ...event.data.filter(isHosted).map(keepHosted)];
  event.waitUntil(Promise.allSettled(all));
});

async function keep() {
  const cache = await caches.open(cacheName);
  const answer = await fetch(scope, { cache: "no-cache" });
  const page = await answer.text();
  // While a release is being copied to the host, the page can be a newer or older one than this worker.
  // Together they would not work, so leave things as they are. The browser asks again another time.
  if (!answer.ok || !page.includes(SCRIPT)) throw new Error("The page and its worker are of two releases.");
  const headers = { "content-type": "text/html; charset=utf-8" };
  await cache.put(scope, new Response(page, { headers }));
  await cache.addAll(files);
  // Nice to have: the page is readable without them.
  await Promise.allSettled(fonts.map((font) => cache.add(font)));
}

async function forgetOlder() {
  const isOlder = (name) => name.startsWith(family) && name.endsWith(place) && name !== cacheName;
  const names = await caches.keys();
  await Promise.all(names.filter(isOlder).map((name) => caches.delete(name)));
}

// Whatever its query says. The other program's page, and anything else near by, is not ours to answer for.
function isOurPage(url) {
  return url.pathname === scope.pathname || url.pathname === `${scope.pathname}index.html`;
}

async function fromCache(url, request) {
  const cache = await caches.open(cacheName);
  return (await cache.match(url)) ?? fetch(request);
}

// What was kept, or else what the host has, which is kept from then on.
async function once(url, request) {
  const cache = await caches.open(cacheName);
  const before = await cache.match(url);
  if (before) return before;
  const answer = await fetch(request);
  // Some hosts answer with a page when a file is missing.
  const isGood = answer.ok && answer.headers.get("content-type")?.startsWith("text/plain");
  if (isGood) await cache.put(url, answer.clone()).catch(() => {});
  return answer;
}

// With no internet, what was said last.
async function newest(store, request, otherwise) {
  const cache = await caches.open(store);
  const answer = await fetch(request).catch(() => undefined);
  if (answer?.ok) await cache.put(request.url, answer.clone()).catch(() => {});
  return answer ?? (await cache.match(request.url)) ?? otherwise;
}

async function picture(url, request) {
  const cache = await caches.open(picturesName);
  const before = await cache.match(url);
  if (before) return before;
  // With no internet this fails, and the page shows the words alone.
  const answer = await fetch(request);
  // Some hosts answer with a page when a file is missing. Such an answer must not stay.
  const isGood = answer.ok && answer.headers.get("content-type")?.startsWith("image/svg");
  // A full store is no reason not to show it.
  if (isGood) await cache.put(url, answer.clone()).catch(() => {});
  return answer;
}
