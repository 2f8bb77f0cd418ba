/* The keyboard at the desk: "/" leads into the search, j and k from row to row. Can be switched off (WCAG 2.1.4). */

const KEPT = "deele-shortcuts";
const ROWS = "main .table tbody a, main .entry-card__title a";

const on = () => localStorage.getItem(KEPT) !== "off";

function typing(element) {
  return element.closest("input, textarea, select, [contenteditable], dialog") !== null;
}

/** The first link of each row, from top to bottom. */
function stops() {
  const seen = new Set();
  return [...document.querySelectorAll(ROWS)].filter((link) => {
    const row = link.closest("tr, article");
    return !seen.has(row) && seen.add(row);
  });
}

function step(by) {
  const links = stops();
  if (!links.length) return;
  const row = document.activeElement.closest("tr, article");
  const at = links.findIndex((link) => link.closest("tr, article") === row);
  const next = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
  links[next].focus();
}

document.addEventListener("keydown", (event) => {
  if (!on() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    const field = document.querySelector('[data-hotkey="/"]');
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === "j" || event.key === "k") {
    event.preventDefault();
    step(event.key === "j" ? 1 : -1);
  }
});

for (const button of document.querySelectorAll("[data-shortcuts]")) {
  button.hidden = false;
  const show = () => button.setAttribute("aria-pressed", String(on()));
  button.addEventListener("click", () => {
    localStorage.setItem(KEPT, on() ? "off" : "on");
    show();
  });
  show();
}
