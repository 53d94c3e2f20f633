/**
 * The card page with scripts. The page around the frame may send
 *   {type: "embed"}   it has a button of its own: ours is hidden
 *   {type: "submit"}  send what is typed
 * and hears
 *   {type: "loaded"}  the frame speaks; no card yet
 *   {type: "ready", brand, last4}  a card is chosen: the order may be sent
 *   {type: "error"}   what is typed is not a card; the words stand by the fields
 *   {type: "height", height}  how much room the page needs, in pixels
 * Only the configured origin is heard, and only it is told anything.
 */
const parentOrigin = document.body.dataset["parent"] ?? "";
const state = document.body.dataset["state"];
const form = document.querySelector("form");

/** @param {Readonly<Record<string, string | number>>} message */
function tell(message) {
  if (window.parent !== window) window.parent.postMessage(message, parentOrigin);
}

/** @param {string} name */
function input(name) {
  const found = document.getElementById(name);
  return found instanceof HTMLInputElement ? found : null;
}

/** @param {string} name @param {string} words */
function setError(name, words) {
  const box = document.getElementById(`${name}-error`);
  if (box === null) return;
  box.textContent = words;
  box.hidden = words === "";
  if (words === "") input(name)?.removeAttribute("aria-invalid");
  else input(name)?.setAttribute("aria-invalid", "true");
}

/** @param {unknown} answer @returns {Readonly<Record<string, string>>} */
function errorsIn(answer) {
  const errors = typeof answer === "object" && answer !== null && "errors" in answer ? answer.errors : null;
  if (typeof errors !== "object" || errors === null) return {};
  return Object.fromEntries(Object.entries(errors).map(([name, words]) => [name, String(words)]));
}

/** @param {HTMLFormElement} typed */
async function submit(typed) {
  const body = new URLSearchParams();
  for (const name of ["number", "expiry", "cvc"]) body.set(name, input(name)?.value ?? "");
  const response = await fetch(typed.action, { method: "POST", body, headers: { accept: "application/json" } });
  if (response.ok) return window.location.replace(typed.action);
  const errors = errorsIn(await response.json());
  for (const name of ["number", "expiry", "cvc"]) setError(name, errors[name] ?? "");
  if (Object.keys(errors).length === 0) setError("form", typed.dataset["failed"] ?? "");
  input(Object.keys(errors)[0] ?? "")?.focus();
  tell({ type: "error" });
}

let busy = false;

/** One at a time: whoever presses twice types one card. */
function submitOnce() {
  if (form === null || busy) return;
  busy = true;
  setError("form", "");
  submit(form)
    .catch(() => {
      setError("form", form.dataset["failed"] ?? "");
      tell({ type: "error" });
    })
    .finally(() => {
      busy = false;
    });
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  submitOnce();
});

input("number")?.addEventListener("input", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || target.selectionStart !== target.value.length) return;
  const digits = target.value.replace(/\D/g, "");
  const groups = /^3[47]/.test(digits) ? /^(\d{1,4})(\d{1,6})?(\d{1,5})?/ : /^(\d{1,4})(\d{1,4})?(\d{1,4})?(\d{1,7})?/;
  target.value = (groups.exec(digits) ?? []).slice(1).filter(Boolean).join(" ");
});

input("expiry")?.addEventListener("input", (event) => {
  const { target } = event;
  const deleting = event instanceof InputEvent && event.inputType.startsWith("delete");
  if (target instanceof HTMLInputElement && !deleting && /^(0[1-9]|1[0-2])$/.test(target.value)) target.value += "/";
});

window.addEventListener("message", ({ data, origin, source }) => {
  if (origin !== parentOrigin || source !== window.parent || typeof data !== "object" || data === null) return;
  if (data.type === "embed") form?.querySelector("button")?.toggleAttribute("hidden", true);
  if (data.type === "submit" && form !== null) submitOnce();
  if (data.type === "submit" && form === null) tellState();
});

function tellState() {
  const { brand = "", last4 = "" } = document.body.dataset;
  tell(state === "ready" ? { type: "ready", brand, last4 } : { type: "loaded" });
}

new ResizeObserver(() => tell({ type: "height", height: Math.ceil(document.documentElement.getBoundingClientRect().height) })).observe(
  document.documentElement,
);
tellState();
