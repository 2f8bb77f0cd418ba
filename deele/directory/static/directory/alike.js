// While a title is being typed: shows what resembles it. Without JavaScript the same appears after sending.
const WAIT = 500;

for (const box of document.querySelectorAll("[data-alike]")) {
  const form = box.closest("form");
  let timer = 0;
  let asked = "";

  const ask = async () => {
    const data = new FormData(form);
    const query = new URLSearchParams({
      title: data.get("title") ?? "", place: data.get("place_text") ?? "", kind: data.get("kind") ?? "",
    }).toString();
    if ((data.get("title") ?? "").trim().length < 4 || query === asked) return;
    asked = query;
    try {
      const answer = await fetch(`${box.dataset.alike}?${query}`, { headers: { Accept: "text/html" } });
      if (answer.ok && asked === query) box.innerHTML = await answer.text();
    } catch {
      // Offline: the check after sending stays.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
}
