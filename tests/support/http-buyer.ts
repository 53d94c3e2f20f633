import { setTimeout as sleep } from "node:timers/promises";
import { USER_AGENT } from "./app";
import { ADDRESS } from "./checkout-world";
import { type Typed, typeCard } from "./payments-provider";

/** A shopper in front of the pay button, with the form their browser would send. */
export type Form = {
  readonly checkoutId: string;
  readonly cookie: string;
  readonly key: string;
  readonly total: string;
};

/** What pressing pay led to. */
export type Paid = "placed" | "failed" | "waiting" | "challenge" | "unanswered";

type Answer = { readonly status: number; readonly location: string; readonly cookies: string; readonly text: string };

/** Between two tries of a request that nobody answered: a killed process needs seconds to be back. */
const PAUSE_MS = 200;
const PATIENCE_MS = 120_000;

const FRAME = /<iframe[^>]*\ssrc="([^"]+)"/;

/** Buys one piece as a guest without scripts, up to the pay button. `patient` sends again what a dying process did not answer. */
export async function comeToPay(
  origin: string,
  wish: { readonly variantId: string; readonly typed?: Typed; readonly patient?: boolean },
): Promise<Form> {
  const send: typeof patiently = wish.patient === true ? patiently : (ask) => ask();
  const bought = await send(() => post(origin, "/bag", { intent: "buy", variant: wish.variantId }, ""));
  const [, , checkoutId = ""] = bought.location.split("/");
  if (!bought.location.startsWith("/checkout/")) throw new Error(`Led to ${bought.location} (${bought.status})`);
  const page = `/checkout/${checkoutId}`;
  await send(() => post(origin, page, { intent: "contact", email: "camille@example.org" }, bought.cookies));
  await send(() => post(origin, page, { intent: "address", ...ADDRESS }, bought.cookies));
  // While the provider is away the page says so instead of showing its frame: then it is looked at again.
  const shown = await send(() => get(origin, page, bought.cookies), (answer) => FRAME.test(answer.text));
  const frameUrl = found(shown.text, FRAME).replaceAll("&amp;", "&");
  await send(() => typed(frameUrl, wish.typed));
  return { checkoutId, cookie: bought.cookies, key: inputValue(shown.text, "key"), total: inputValue(shown.text, "total") };
}

/** Presses pay once. `unanswered`: the connection broke, so nobody knows. Errors: an answer no page of ours gives. */
export async function pressPay(origin: string, form: Form, over: Partial<Record<"key" | "total", string>> = {}): Promise<Paid | number> {
  const body = { intent: "pay", card: "typed", key: form.key, total: form.total, ...over };
  const answer = await answered(() => post(origin, `/checkout/${form.checkoutId}`, body, form.cookie));
  if (answer === null) return "unanswered";
  if (answer.status >= 400) return answer.status;
  if (answer.location.endsWith("/done")) return "placed";
  if (answer.location.endsWith("/wait")) return "waiting";
  return answer.location === `/checkout/${form.checkoutId}` ? "failed" : "challenge";
}

function typed(frameUrl: string, card: Typed | undefined): Promise<Answer> {
  return typeCard(frameUrl, card).then(readAnswer);
}

function post(origin: string, path: string, body: Readonly<Record<string, string | undefined>>, cookie: string): Promise<Answer> {
  const filled = Object.entries(body).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const headers = { origin, cookie, "user-agent": USER_AGENT };
  return fetch(`${origin}${path}`, { method: "POST", body: new URLSearchParams(filled), redirect: "manual", headers }).then(readAnswer);
}

function get(origin: string, path: string, cookie: string): Promise<Answer> {
  return fetch(`${origin}${path}`, { redirect: "manual", headers: { cookie, "user-agent": USER_AGENT } }).then(readAnswer);
}

async function readAnswer(response: Response): Promise<Answer> {
  const cookies = response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const location = response.headers.get("location") ?? "";
  return { status: response.status, location, cookies: cookies.join("; "), text: await response.text() };
}

/** `null` when the connection broke before an answer came. */
async function answered(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask();
  } catch (error) {
    // What fetch throws when nobody listens, or the listener dies.
    if (error instanceof TypeError) return null;
    throw error;
  }
}

async function patiently(ask: () => Promise<Answer>, isWanted: (answer: Answer) => boolean = () => true): Promise<Answer> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(PAUSE_MS)) {
    const answer = await answered(ask);
    if (answer !== null && answer.status < 500 && isWanted(answer)) return answer;
  }
  throw new Error("Nobody answered for two minutes");
}

function inputValue(html: string, name: string): string {
  return found(html, new RegExp(`<input(?=[^>]*\\sname="${name}")[^>]*\\svalue="([^"]*)"`));
}

function found(html: string, pattern: RegExp): string {
  const match = pattern.exec(html)?.[1];
  if (match === undefined) throw new Error(`The page has no ${pattern}:\n${html.slice(0, 4_000)}`);
  return match;
}
