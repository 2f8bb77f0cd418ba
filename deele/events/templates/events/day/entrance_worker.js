/* Opens the entrance without a network. It knows this one page and what the page is made of, until the event is over. */
const UNTIL = {{ until }};
const CACHE = `deele-keep:entrance-{{ pk }}:${UNTIL}`;
const PAGE = new URL("./", self.location).pathname;
const PATIENCE = 4000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(caches.delete(CACHE).then(() => event.source?.postMessage("forgotten")));
});
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (url.pathname === PAGE) event.respondWith(page(event.request));
  else if (url.pathname.startsWith("/static/")) event.respondWith(part(event.request));
});

/** Older keepings of this list, and this one when its time is over. */
async function tidy() {
  const mine = `deele-keep:entrance-{{ pk }}:`;
  for (const name of await caches.keys()) {
    if (name.startsWith(mine) && (name !== CACHE || Date.now() > UNTIL)) await caches.delete(name);
  }
}

/** The page itself: fresh when the network gives it in good time, otherwise as it was last seen. */
async function page(request) {
  if (Date.now() > UNTIL) await caches.delete(CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    // Kept only when it is the page; a way to the sign-in is not.
    if (answer.ok && !answer.redirected && Date.now() < UNTIL) await keep(request, answer.clone());
    return answer;
  } catch (problem) {
    const kept = (await caches.match(plain(request))) ?? (await caches.open(CACHE).then((box) => box.match(request, { ignoreSearch: true })));
    if (kept) return kept;
    throw problem;
  }
}

/** What the page is made of changes its address with its content where the house is set up so; else fresh first. */
async function part(request) {
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok && Date.now() < UNTIL) await keep(request, answer.clone());
    return answer;
  } catch (problem) {
    const kept = await caches.match(request, { cacheName: CACHE });
    if (kept) return kept;
    throw problem;
  }
}

/** The address of a day without search and filter. */
function plain(request) {
  const url = new URL(request.url);
  const day = url.pathname === PAGE ? url.searchParams.get("tag") : null;
  return url.pathname === PAGE ? `${url.origin}${PAGE}${day ? `?tag=${day}` : ""}` : request.url;
}

async function keep(request, answer) {
  const url = new URL(request.url);
  // A page that was narrowed by a search doesn't hold everybody.
  if (url.pathname === PAGE && ["q", "code", "fehlt"].some((name) => url.searchParams.get(name))) return;
  const box = await caches.open(CACHE);
  await box.put(plain(request), answer);
}
