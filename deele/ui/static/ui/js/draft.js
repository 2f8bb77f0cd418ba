/* What was typed into a long form stays on this device until it has arrived, and can be taken up again. */

export const PREFIX = "deele-draft:";
const DAYS = 14;
const WAIT = 400;
const LEFT_OUT = new Set(["password", "file", "hidden", "submit", "button"]);

const fields = (form) => [...form.elements].filter((one) => one.name && !LEFT_OUT.has(one.type));
const ticks = (one) => one.type === "checkbox" || one.type === "radio";

/** Everything written, as [name, value] pairs; ticked ones by their value. */
function written(form) {
  return fields(form).flatMap((one) => {
    if (ticks(one)) return one.checked ? [[one.name, one.value]] : [];
    if (one.multiple) return [...one.selectedOptions].map((option) => [one.name, option.value]);
    return one.value ? [[one.name, one.value]] : [];
  });
}

function fill(form, pairs) {
  for (const one of fields(form)) {
    const values = pairs.filter(([name]) => name === one.name).map(([, value]) => value);
    if (ticks(one)) one.checked = values.includes(one.value);
    else if (one.multiple) for (const option of one.options) option.selected = values.includes(option.value);
    else one.value = values[0] ?? "";
  }
}

function read(key) {
  try {
    const draft = JSON.parse(localStorage.getItem(key));
    return draft && Date.now() - draft.at < DAYS * 86400000 ? draft : null;
  } catch {
    return null;
  }
}

function button(text, kind, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `button button--${kind} button--small`;
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

function offer(form, key, draft) {
  const note = document.createElement("div");
  note.className = "alert alert--info draft-note";
  note.setAttribute("role", "status");
  const box = document.createElement("div");
  box.className = "alert__text";
  const text = document.createElement("p");
  text.textContent = form.dataset.draftText.replace("{when}", new Date(draft.at).toLocaleString(document.documentElement.lang));
  const actions = document.createElement("div");
  actions.className = "actions";
  actions.append(
    button(form.dataset.draftTake, "primary", () => { fill(form, draft.pairs); note.remove(); form.elements[0]?.focus(); }),
    button(form.dataset.draftDrop, "tertiary", () => { localStorage.removeItem(key); note.remove(); }),
  );
  box.append(text, actions);
  note.append(box);
  form.before(note);
}

export function start(form) {
  const key = PREFIX + form.dataset.draft;
  const draft = read(key);
  const before = JSON.stringify(written(form));
  if (draft && JSON.stringify(draft.pairs) !== before && !document.getElementById("errors")) offer(form, key, draft);
  let timer = 0;
  const keep = () => localStorage.setItem(key, JSON.stringify({ at: Date.now(), pairs: written(form) }));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(keep, WAIT);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    localStorage.setItem(key, JSON.stringify({ at: Date.now(), pairs: written(form), sent: true }));
  });
}
