/* Points and clusters as real buttons: they have names, take the focus and follow the theme. */

/** A button for a cluster (its count) or a single entry (its title). */
export function marker(feature, many) {
  const { count, title, id, accent } = feature.properties;
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.key = String(id ?? feature.geometry.coordinates.join(" "));
  if (count > 1) {
    button.className = `map-point map-point--many${count >= 100 ? " map-point--big" : ""}`;
    button.textContent = count >= 10000 ? `${Math.round(count / 1000)}k` : String(count);
    button.setAttribute("aria-label", many.replace("{n}", count));
  } else {
    button.className = `map-point ${accent ?? ""}`.trim();
    button.setAttribute("aria-label", title ?? "");
  }
  return button;
}

/** What a pressed point says. */
export function popupFor(feature, open) {
  const { title, url, kind, place } = feature.properties;
  const box = document.createElement("div");
  box.className = "map__popup";
  const name = document.createElement("strong");
  name.textContent = title ?? "";
  box.append(name);
  for (const text of [kind, place].filter(Boolean)) {
    const line = document.createElement("span");
    line.textContent = text;
    box.append(line);
  }
  if (url) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = open;
    link.setAttribute("aria-label", `${open}: ${title}`);
    box.append(link);
  }
  return box;
}

/** One tab stop for all points; arrow keys go from one to the next, from north to south. */
export function rove(buttons, held) {
  const first = Math.max(0, buttons.findIndex((button) => button.dataset.key === held));
  buttons.forEach((button, at) => {
    button.tabIndex = at === first ? 0 : -1;
    button.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const next = buttons[(at + step + buttons.length) % buttons.length];
      button.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });
  if (held && buttons[first]?.dataset.key === held) buttons[first].focus({ preventScroll: true });
}
