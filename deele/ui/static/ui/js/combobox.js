/* Suggestions under a text field (ARIA 1.2 combobox with a list). Without this script the form simply searches, or the
   field is typed by hand. With data-fill a choice only writes into the field: the form is sent by its own button. */

const WAIT = 130; // milliseconds after the last key before asking
const LEAST = 2; // letters

let counter = 0;

/** The answer in one shape: {label, exact, note, url}. */
function rows(answer) {
  const found = Array.isArray(answer) ? answer : (answer.results ?? answer.items ?? []);
  return found.map((row) => {
    const label = row.label ?? row.name;
    return { label, exact: row.exact ?? label, note: row.note ?? "", url: row.url ?? "" };
  });
}

class Combobox {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("input");
    this.options = [];
    this.at = -1;
    this.asked = null;
    this.timer = 0;
    this.build();
    this.listen();
  }

  build() {
    const id = `combobox-${(counter += 1)}`;
    this.list = document.createElement("ul");
    this.list.id = id;
    this.list.className = "combobox__list";
    this.list.setAttribute("role", "listbox");
    this.list.hidden = true;
    this.status = document.createElement("div");
    this.status.className = "sr-only";
    this.status.setAttribute("role", "status");
    this.box.append(this.list, this.status);
    const attributes = { role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    // The press must not take the focus away, or the list would close before the click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.choose(Number(option.dataset.at));
    });
  }

  async ask() {
    this.asked?.abort();
    const text = this.input.value.trim();
    if (text.length < LEAST) return this.close();
    this.asked = new AbortController();
    const address = new URL(this.box.dataset.combobox, window.location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address, { signal: this.asked.signal, headers: { Accept: "application/json" } });
      if (answer.ok) this.show(rows(await answer.json()));
    } catch {
      this.close(); // asked anew or no connection: the form still searches
    }
  }

  show(found) {
    const label = document.querySelector(`label[for="${this.input.id}"]`);
    this.list.setAttribute("aria-label", label ? label.textContent : "");
    this.options = found;
    this.at = -1;
    this.list.replaceChildren(...found.map((row, at) => this.option(row, at)));
    this.open(found.length > 0);
    const { none, one, many } = this.box.dataset;
    this.status.textContent = found.length === 0 ? none : found.length === 1 ? one : many.replace("{n}", found.length);
  }

  option(row, at) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${at}`;
    option.className = "combobox__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.at = at;
    option.append(row.label);
    if (row.note) {
      const note = document.createElement("small");
      note.textContent = row.note;
      option.append(" ", note);
    }
    return option;
  }

  open(yes) {
    this.list.hidden = !yes;
    this.input.setAttribute("aria-expanded", String(yes));
    if (!yes) this.input.removeAttribute("aria-activedescendant");
  }

  close() {
    this.open(false);
    this.at = -1;
  }

  key(event) {
    const closed = this.list.hidden;
    if (event.key === "ArrowDown" && closed) return this.ask();
    if (closed) return undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.mark(this.at + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && this.at >= 0) {
      event.preventDefault();
      this.choose(this.at);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
    return undefined;
  }

  mark(at) {
    const count = this.options.length;
    this.list.children[this.at]?.setAttribute("aria-selected", "false");
    this.at = ((at % count) + count) % count;
    const option = this.list.children[this.at];
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  choose(at) {
    const { label, exact, url } = this.options[at];
    const { fill } = this.box.dataset;
    this.input.value = fill === "exact" ? exact : label;
    this.close();
    if (fill) this.input.dispatchEvent(new Event("change", { bubbles: true }));
    else if (url) window.location.assign(url);
    else this.input.form.requestSubmit();
  }
}

export const start = (box) => new Combobox(box);
