/* Asks before something grave is sent. Without this script the server asks on a page of its own. */

function part(kind, name, text) {
  const made = document.createElement(kind);
  made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** A modal question; resolves to true for yes. */
function ask(question, yes, no, danger) {
  const dialog = part("dialog", "dialog");
  const text = part("p", "dialog__text", question);
  text.id = "dialog-question";
  dialog.setAttribute("aria-labelledby", text.id);
  const actions = part("div", "actions");
  const agree = part("button", `button button--${danger ? "danger" : "primary"}`, yes);
  const refuse = part("button", "button button--secondary", no);
  actions.append(agree, refuse);
  dialog.append(text, actions);
  document.body.append(dialog);
  return new Promise((resolve) => {
    agree.addEventListener("click", () => dialog.close("yes"));
    refuse.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      resolve(dialog.returnValue === "yes");
      dialog.remove();
    });
    dialog.showModal();
    refuse.focus();
  });
}

export function start(button) {
  let agreed = false;
  button.addEventListener("click", async (event) => {
    if (agreed) return;
    event.preventDefault();
    const { confirm, confirmNo } = button.dataset;
    agreed = await ask(confirm, button.textContent.trim(), confirmNo, button.classList.contains("button--danger"));
    if (agreed) button.form?.requestSubmit(button);
    agreed = false;
    button.focus();
  });
}
