/* A row more without a round trip. Without this script the same button asks the server and keeps everything typed. */

function number(table) {
  return table.querySelector('input[name$="-TOTAL_FORMS"]');
}

function add(event) {
  const button = event.target.closest("[data-add]");
  const table = button?.closest("[data-table]");
  if (!table) return;
  event.preventDefault();
  const total = number(table);
  const rows = table.querySelector("[data-rows]");
  const made = table.querySelector("template").content.cloneNode(true);
  const index = total.value;
  for (const one of made.querySelectorAll("*")) {
    for (const attribute of [...one.attributes]) {
      if (attribute.value.includes("__prefix__")) attribute.value = attribute.value.replaceAll("__prefix__", index);
    }
  }
  total.value = Number(index) + 1;
  rows.querySelector("[data-none]")?.remove();
  rows.append(made);
  rows.lastElementChild.dispatchEvent(new Event("deele:added", { bubbles: true }));
  rows.lastElementChild.querySelector("input:not([type=hidden]), select, textarea")?.focus();
}

document.addEventListener("click", add);
