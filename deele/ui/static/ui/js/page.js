/* What every page carries: small things that make a working page handier. Heavy parts load only where they are used. */

const parts = [
  ["[data-combobox]", "./combobox.js"],
  ["[data-map]", "./map.js"],
  ["form[data-draft]", "./draft.js"],
  ["[data-confirm]", "./confirm.js"],
];

function begin(within) {
  for (const [selector, address] of parts) {
    const found = within.querySelectorAll(selector);
    if (found.length) import(address).then((part) => found.forEach((element) => part.start(element)));
  }
}

begin(document);
// A script that puts something new into the page says so.
document.addEventListener("deele:added", (event) => begin(event.target));

// On a narrow screen what can be folded begins folded; on a wide one it is open, also after the screen was turned.
// How it lies without this script says the `open` of the page.
const narrow = window.matchMedia("(max-width: 59.99rem)");
const fold = () => {
  for (const details of document.querySelectorAll("[data-fold]")) details.open = !narrow.matches;
};
fold();
narrow.addEventListener("change", fold);

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// After a refused form the reader starts at what went wrong.
document.getElementById("errors")?.focus();

// A link of the error summary leads into the field itself, not only to its place.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.('.error-summary a[href^="#field_"]');
  const box = link && document.getElementById(link.hash.slice(1));
  const control = box?.querySelector("input, select, textarea");
  if (!control) return;
  event.preventDefault();
  box.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
});

// A draft that was sent may go once the next page says that it has arrived.
if (document.querySelector(".messages .alert--success, [data-arrived]")) {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("deele-draft:") && localStorage.getItem(key).includes('"sent":true')) localStorage.removeItem(key);
  }
}

/* What a page keeps on this device for work without a network (caches named "deele-keep:<what>:<until, in ms>") goes
   when its time is over, and with the person who signs out. */
async function forget(all) {
  for (const name of await caches.keys()) {
    if (name.startsWith("deele-keep:") && (all || Number(name.split(":").at(-1)) < Date.now())) await caches.delete(name);
  }
}

if ("caches" in window) {
  forget(false);
  document.querySelector('form[action$="/konto/logout/"]')?.addEventListener("submit", () => forget(true));
}
