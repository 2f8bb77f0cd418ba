// Enhancements of the workbench: records are dragged, the progress renews itself. Both work without, by buttons.

const token = () => document.querySelector("input[name=csrfmiddlewaretoken]")?.value ?? "";

function drag(list) {
  const rows = [...list.querySelectorAll(":scope > [data-row]")];
  if (!list.querySelector("button")) return;
  let dragged = null;
  for (const row of rows) {
    row.draggable = true;
    row.addEventListener("dragstart", (event) => {
      dragged = row;
      row.classList.add("is-dragged");
      event.dataTransfer.effectAllowed = "move";
    });
    row.addEventListener("dragend", () => {
      dragged = null;
      rows.forEach((one) => one.classList.remove("is-dragged", "is-target"));
    });
    row.addEventListener("dragover", (event) => {
      if (!dragged || dragged === row) return;
      event.preventDefault();
      rows.forEach((one) => one.classList.toggle("is-target", one === row));
    });
    row.addEventListener("drop", (event) => {
      event.preventDefault();
      if (dragged && dragged !== row) put(dragged, row);
    });
  }
}

async function put(row, before) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", token());
  body.set("schritt", "vor");
  body.set("vor", before.dataset.row);
  before.before(row);
  await fetch(row.dataset.url, { method: "POST", body });
  location.reload();
}

async function renew() {
  const box = document.querySelector("#progress[data-live]");
  if (!box || document.hidden) return;
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#progress");
  if (!fresh) return;
  if (fresh.hasAttribute("data-live")) box.replaceWith(fresh);
  else location.reload();
}

document.querySelectorAll("[data-order]").forEach(drag);
if (document.querySelector("#progress[data-live]")) setInterval(renew, 3000);
