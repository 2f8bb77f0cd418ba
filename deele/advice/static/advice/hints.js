/* Reads along in free texts and hints, gently and on this device only: health, names, telephone numbers, addresses.
   The patterns are those of the house (hints.json), so that page and server judge alike. Nothing is ever blocked. */

const ORDER = ["health", "name", "phone", "mail"];

/** The patterns of hints.json by what they find. */
export function patterns(read) {
  const found = {};
  for (const [kind, ways] of Object.entries(read.any)) found[kind] = ways.map((way) => new RegExp(way, "i"));
  for (const [kind, ways] of Object.entries(read.exact)) found[kind] = ways.map((way) => new RegExp(way));
  return found;
}

/** What the text seems to hold, in the order of the house. */
export function sensitive(text, ways) {
  return ORDER.filter((kind) => (ways[kind] ?? []).some((way) => way.test(text)));
}

function watch(field, ways, words) {
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.setAttribute("role", "status");
  hint.hidden = true;
  field.after(hint);
  let waiting;
  const look = () => {
    const found = sensitive(field.value, ways).map((kind) => words[kind]);
    hint.hidden = !found.length;
    const text = found.length ? words.text.replace("{what}", found.join(", ")) : "";
    if (hint.textContent !== text) hint.textContent = text;
  };
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 400);
  });
  look();
}

const script = globalThis.document?.querySelector("script[data-hints-words]");
const fields = script ? document.querySelectorAll("[data-hints]") : [];
if (fields.length) {
  const ways = patterns(await (await fetch(script.dataset.hintsWords)).json());
  for (const field of fields) watch(field, ways, script.dataset);
}
