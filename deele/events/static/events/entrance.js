/* The entrance goes on when the network goes: taps wait on the device, each with a name of its own, until they are sent. */

const KEY = "deele-entrance:";
const EVERY = 15000;
const SOON = 3000;
const PATIENCE = 10000;
const MOST = 500;

const root = document.querySelector("[data-entrance]");
const text = (name, values = {}) => Object.entries(values).reduce((said, [key, value]) => said.replace(`{${key}}`, value), root.dataset[`text${name}`]);
const chance = (length) => [...crypto.getRandomValues(new Uint8Array(length))].map((byte) => "abcdefghijklmnopqrstuvwxyz012345"[byte & 31]).join("");

/** What this device remembers: its name, its last clock reading, the taps that wait, who was there. No names of people. */
const memory = {
  address: `${KEY}${root.dataset.entrance}`,
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.address));
      if (kept && kept.until > Date.now()) return kept;
    } catch { /* damaged: begin anew */ }
    return { device: chance(10), clock: 0, taps: [], present: {}, until: Number(root.dataset.until) };
  },
  /** Change it in one go: another tab of the same device may have written meanwhile. */
  change(alter) {
    const kept = this.read();
    const made = alter(kept);
    localStorage.setItem(this.address, JSON.stringify(kept));
    return made;
  },
};

const day = () => Number(root.dataset.day);
let known = root.dataset.people;
let sending = false;
let again = false;
let online = navigator.onLine;
let told = "";
let retry = 0;

/** Who is there: what the house said last, and on top of it what waits here. */
function present() {
  const kept = memory.read();
  const there = new Set(kept.present[day()] ?? [...root.querySelectorAll("[data-there]")].map((row) => Number(row.dataset.person)));
  for (const tap of kept.taps) if (tap.day === day()) there[tap.present ? "add" : "delete"](tap.person);
  return there;
}

const waits = () => memory.read().taps;
const rows = () => [...root.querySelectorAll("[data-person]")];

function show() {
  const there = present();
  const waiting = new Set(waits().filter((tap) => tap.day === day()).map((tap) => tap.person));
  for (const row of rows()) {
    const id = Number(row.dataset.person);
    row.toggleAttribute("data-there", there.has(id));
    row.toggleAttribute("data-waits", waiting.has(id));
    const button = row.querySelector(".guest__tap");
    button.setAttribute("aria-pressed", String(there.has(id)));
    row.querySelector(".guest__state").textContent = text(there.has(id) ? "Take" : "Add");
  }
  const here = rows().filter((row) => row.hasAttribute("data-there")).length;
  root.querySelector("[data-count]").textContent = text("Here", { here, total: rows().length });
  const words = [told, !online && text("Offline"), waits().length && text("Waits", { n: waits().length })].filter(Boolean);
  const net = root.querySelector("[data-net]");
  net.textContent = words.join(" ") || text("Saved");
  root.querySelector("[data-state]").classList.toggle("is-waiting", words.length > 0);
  filter();
}

function fold(words) {
  return words.toLowerCase().replaceAll("ß", "ss").normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/ae|oe|(?<!q)ue/g, (pair) => pair[0]).match(/[a-z0-9]+/g) ?? [];
}

function filter() {
  const asked = fold(root.querySelector("#entrance-q").value);
  const missing = root.querySelector("#entrance-missing").checked;
  let seen = 0;
  for (const row of rows()) {
    // A row with the keyboard on it stays: it must not vanish under the finger that tapped it.
    const hidden = !asked.every((word) => row.dataset.words.includes(word)) || (missing && row.hasAttribute("data-there") && !row.contains(document.activeElement));
    row.hidden = hidden;
    seen += hidden ? 0 : 1;
  }
  root.querySelector("[data-none]").hidden = seen > 0 || !rows().length;
}

function tap(row) {
  memory.change((kept) => {
    // The device's clock may be set back; its taps keep their order all the same.
    kept.clock = Math.max(Date.now(), kept.clock + 1);
    kept.taps.push({ person: Number(row.dataset.person), day: day(), present: !row.hasAttribute("data-there"), at: kept.clock, mark: `${kept.device}-${String(kept.clock).padStart(13, "0")}-${chance(4)}` });
  });
  navigator.vibrate?.(15);
  told = "";
  show();
  send();
}

const cookie = (name) => document.cookie.split("; ").find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";

/** Try again shortly while something waits. */
function soon() {
  clearTimeout(retry);
  retry = setTimeout(send, SOON);
}

/** Send what waits, one batch at a time, oldest first, and take over who is there. */
async function send() {
  if (sending) {
    again = true;
    return;
  }
  sending = true;
  again = false;
  const batch = waits().slice(0, MOST);
  const clock = memory.read().clock;
  try {
    const answer = await fetch(root.dataset.sync, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": cookie("csrftoken") || root.querySelector("[name=csrfmiddlewaretoken]")?.value || "" },
      body: JSON.stringify({ sent: Math.max(Date.now(), clock), day: day(), taps: batch }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    online = true;
    if (answer.redirected || answer.status === 403) told = text("Login");
    else if (answer.ok) await taken(await answer.json());
  } catch {
    online = false;
  }
  sending = false;
  show();
  if (again && online && !told) send();
  else if (waits().length && !told) soon();
}

/** What the house has noted is forgotten here. */
async function taken(answer) {
  const settled = new Set([...answer.done, ...answer.gone]);
  memory.change((kept) => {
    kept.taps = kept.taps.filter((waiting) => !settled.has(waiting.mark));
    kept.present[answer.day] = answer.present;
  });
  told = answer.gone.length ? text("Gone") : "";
  if (waits().length && settled.size) again = true;
  if (answer.people !== known) await renew(answer.people);
}

/** People came to the list, or left it: take the list from a fresh page, which the helper keeps for later, too. */
async function renew(fingerprint) {
  const answer = await fetch(`${location.pathname}?tag=${day()}`, { signal: AbortSignal.timeout(PATIENCE) });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-guests]");
  if (!fresh) return;
  root.querySelector("[data-guests]").replaceChildren(...fresh.children);
  known = fingerprint;
}

/** After a search by address only some stand on the page; here all of them are wanted. */
async function begin() {
  const narrowed = ["q", "code", "fehlt"].some((name) => new URLSearchParams(location.search).get(name));
  if (narrowed && online) await renew(known).catch(() => {});
  const code = new URLSearchParams(location.search).get("code");
  if (code) root.querySelector("#entrance-q").value = code;
  show();
  if (code) root.querySelector(`[data-number="${CSS.escape(code.toLowerCase())}"] .guest__tap`)?.focus();
  await send();
}

root.addEventListener("submit", (event) => {
  const row = event.target.closest("[data-person]");
  if (!row && !event.target.matches("[data-tools]")) return;
  event.preventDefault();
  if (row) tap(row);
  else filter();
});
root.querySelector("#entrance-q").addEventListener("input", filter);
root.querySelector("#entrance-missing").addEventListener("change", filter);
window.addEventListener("online", send);
window.addEventListener("offline", () => { online = false; show(); });
window.addEventListener("storage", (event) => { if (event.key === memory.address) show(); });
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
setInterval(() => { if (!document.hidden || waits().length) send(); }, EVERY);

/** The helper that opens this page without a network; only where the browser allows it (a secure address). */
async function helper() {
  if (!("serviceWorker" in navigator) || Date.now() > Number(root.dataset.until)) return;
  await navigator.serviceWorker.register(root.dataset.worker, { scope: location.pathname });
  await navigator.serviceWorker.ready;
  // The page and its parts were fetched before the helper was there: once more, through it.
  const parts = performance.getEntriesByType("resource").map((one) => one.name).filter((name) => new URL(name).pathname.startsWith("/static/"));
  await controlled();
  await Promise.allSettled([`${location.pathname}?tag=${day()}`, location.pathname, ...parts].map((address) => fetch(address)));
  root.dataset.ready = "1";
}

function controlled() {
  if (navigator.serviceWorker.controller) return Promise.resolve();
  return new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}

const forget = root.querySelector("[data-forget]");
root.querySelector("[data-end]").hidden = false;
forget.addEventListener("click", async () => {
  await send();
  if (waits().length) {
    told = text("Keep", { n: waits().length });
    show();
    return;
  }
  for (const one of (await navigator.serviceWorker?.getRegistrations()) ?? []) if (one.scope.endsWith(location.pathname)) await one.unregister();
  if ("caches" in window) for (const name of await caches.keys()) if (name.startsWith(`deele-keep:entrance-${root.dataset.entrance}:`)) await caches.delete(name);
  localStorage.removeItem(memory.address);
  forget.replaceWith(text("Forgotten"));
});

await begin();
await helper().catch(() => {});
