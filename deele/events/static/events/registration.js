/* The sum below the form follows what is chosen. Without this script each price stands beside its choice. */

const box = document.querySelector("[data-sum]");

if (box) {
  const form = box.closest("form");
  const amounts = JSON.parse(box.dataset.sum);
  const money = new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" });
  const only = Object.values(amounts.prices);

  const total = () => {
    const people = Number(form.elements.people.value);
    let cents = only.length === 1 ? only[0] * people : 0;
    for (const one of form.querySelectorAll("input:checked")) {
      if (/^p\d+_price$/.test(one.name)) cents += amounts.prices[one.value] ?? 0;
      else if (/^p\d+_(extras|group\d+)$/.test(one.name)) cents += amounts.options[one.value] ?? 0;
    }
    return cents + people * amounts.included;
  };

  const show = () => {
    box.hidden = false;
    box.textContent = box.dataset.text.replace("{total}", money.format(total() / 100));
  };
  form.addEventListener("change", show);
  show();
}
