import { z } from "zod";
import type { WireCard } from "../../wire";
import { findEntry, typeCard } from "../books/cards";
import { check, type Exchange, readBody, sendJson } from "../http/exchange";
import { type Desk, perform } from "../http/perform";
import { Refusal } from "../provider";
import { type CardErrors, checkTypedCard } from "../rules/typed-card";
import { html, sendPage, wordsFor } from "./page";
import { cardName, monthOnCard, type Words } from "./words";

const PATH = /^\/card\/([\w-]{1,80})$/;

/** Long enough for a number in groups with blanks around it. */
const typedText = z.string().max(40);
const typedForm = z.object({ number: typedText, expiry: typedText, cvc: typedText });

/** `card`: the one chosen so far. */
type Shown = { readonly card: WireCard | null; readonly errors: CardErrors; readonly expiry: string };

/**
 * The page in the checkout's frame, where the card is typed. Works as a plain form; with scripts the page around it
 * may submit it and hears how it went (see `card-frame.js`). `false` when the address is another's.
 */
export async function answerCardPage(desk: Desk, exchange: Exchange): Promise<boolean> {
  const entryId = PATH.exec(exchange.url.pathname)?.[1];
  const entry = entryId === undefined ? undefined : findEntry(desk.provider.books, entryId);
  if (entryId === undefined || entry === undefined) return false;
  const card = entry.card?.facts ?? null;
  if (exchange.request.method === "POST") await takeCard(desk, exchange, { entryId, card });
  else if (exchange.request.method === "GET") show(desk, exchange, { card, errors: {}, expiry: "" });
  else throw new Refusal("bad_request", "a card is typed with POST");
  return true;
}

async function takeCard(
  desk: Desk,
  exchange: Exchange,
  { entryId, card }: { readonly entryId: string; readonly card: WireCard | null },
): Promise<void> {
  const { provider } = desk;
  checkSender(exchange, provider.publicOrigin);
  const fields = Object.fromEntries(new URLSearchParams(await readBody(exchange, "application/x-www-form-urlencoded")));
  const typed = check(typedForm, fields);
  const checked = checkTypedCard(typed, provider.clock.now());
  if (!checked.ok) return refuse(desk, exchange, { card, errors: checked.errors, expiry: typed.expiry });
  await perform(
    desk,
    { exchange, operation: "typeCard" },
    {
      work: () => typeCard(provider, entryId, checked.card),
      reply: () => (wantsJson(exchange) ? sendJson(exchange, 200, { ok: true }) : seeAgain(exchange)),
    },
  );
}

/** A browser says where a form came from; one of another site has no business here. */
function checkSender({ request }: Exchange, publicOrigin: string): void {
  const { origin } = request.headers;
  if (origin !== undefined && origin !== publicOrigin) throw new Refusal("bad_request", "this form belongs to another site");
}

function refuse(desk: Desk, exchange: Exchange, shown: Shown): void {
  const { words } = wordsFor(exchange);
  const errors = Object.fromEntries(Object.entries(shown.errors).map(([name, error]) => [name, words.errors[error]]));
  if (wantsJson(exchange)) sendJson(exchange, 422, { ok: false, errors });
  else show(desk, exchange, shown);
}

function wantsJson({ request }: Exchange): boolean {
  return (request.headers.accept ?? "").includes("application/json");
}

/** The address of the page itself: reloading it types no card again. */
function seeAgain({ response, url }: Exchange): void {
  response.writeHead(303, { location: `${url.pathname}${languageOf(url)}` });
  response.end();
}

function languageOf(url: URL): string {
  const lang = url.searchParams.get("lang");
  return lang === "en" || lang === "fr" ? `?lang=${lang}` : "";
}

function show({ provider }: Desk, exchange: Exchange, shown: Shown): void {
  const { locale, words } = wordsFor(exchange);
  const changing = exchange.url.searchParams.has("change") || Object.keys(shown.errors).length > 0;
  const ready = shown.card !== null && !changing ? shown.card : null;
  const state = ready === null ? "empty" : "ready";
  const body = html`<body data-parent="${provider.appOrigin}" data-state="${state}" data-brand="${ready?.brand ?? ""}" data-last4="${ready?.last4 ?? ""}">
<main>${ready === null ? form(exchange, shown, words) : chosen(exchange, ready, words)}</main>
</body>`;
  const invalid = Object.keys(shown.errors).length > 0;
  sendPage(exchange, {
    status: invalid ? 422 : 200,
    locale,
    title: words.cardTitle,
    body,
    policy: { frameAncestors: provider.appOrigin, formAction: "'self'" },
    script: "/assets/card-frame.js",
  });
}

function chosen({ url }: Exchange, card: WireCard, words: Words): ReturnType<typeof html> {
  const lang = languageOf(url);
  const change = `${url.pathname}${lang === "" ? "?" : `${lang}&`}change=1`;
  return html`<div class="chosen" role="status">
<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3" y="6" width="18" height="13" rx="2"/><path d="M3 10.5h18M7 15h3"/></svg>
<div><p class="name">${cardName(card, words)}</p><p class="second">${words.expires.replace("{month}", monthOnCard(card.expires))}</p></div>
<a class="go" href="${change}">${words.change}</a>
</div>`;
}

function form({ url }: Exchange, { card, errors, expiry }: Shown, words: Words): ReturnType<typeof html> {
  const sayings = {
    number: errors.number === undefined ? "" : words.errors[errors.number],
    expiry: errors.expiry === undefined ? "" : words.errors[errors.expiry],
    cvc: errors.cvc === undefined ? "" : words.errors[errors.cvc],
  };
  return html`<form method="post" action="${url.pathname}${languageOf(url)}" novalidate data-failed="${words.failed}">
<p class="error" id="form-error" role="alert" hidden></p>
${field({ name: "number", label: words.number, hint: "", error: sayings.number, autocomplete: "cc-number", length: "23", value: "" })}
<div class="two">
${field({ name: "expiry", label: words.expiry, hint: words.expiryHint, error: sayings.expiry, autocomplete: "cc-exp", length: "9", value: expiry })}
${field({ name: "cvc", label: words.cvc, hint: words.cvcHint, error: sayings.cvc, autocomplete: "cc-csc", length: "4", value: "" })}
</div>
<p class="note">${words.sandbox}</p>
<button class="button" type="submit">${words.use}</button>
${card === null ? null : html`<a class="go" href="${url.pathname}${languageOf(url)}">${words.keep.replace("{card}", cardName(card, words))}</a>`}
</form>`;
}

type Field = { readonly name: string; readonly label: string; readonly hint: string; readonly error: string } & {
  readonly autocomplete: string;
  readonly length: string;
  readonly value: string;
};

/** Numbers and codes are never sent back into the page; only the date is kept as typed. */
function field({ name, label, hint, error, autocomplete, length, value }: Field): ReturnType<typeof html> {
  return html`<div class="field">
<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="text" inputmode="numeric" autocomplete="${autocomplete}" maxlength="${length}" placeholder="${hint}" value="${value}" aria-describedby="${name}-error" required${error === "" ? null : html` aria-invalid="true"`}>
<p class="error" id="${name}-error"${error === "" ? html` hidden` : null}>${error}</p>
</div>`;
}
