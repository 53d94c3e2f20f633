import { z } from "zod";
import { parseCurrency } from "~/domain/kernel/currency";
import { minor, toDecimalText } from "~/domain/kernel/money";
import { conventionsOf, type Locale } from "~/ui/texts/locale";
import { answerChallenge, type Challenge, findChallenge } from "../books/challenges";
import { check, type Exchange, readBody } from "../http/exchange";
import { type Desk, perform } from "../http/perform";
import { Refusal } from "../provider";
import { html, sendPage, wordsFor } from "./page";
import { cardName } from "./words";

const PATH = /^\/challenge\/([\w-]{1,80})$/;
const answerForm = z.object({ answer: z.enum(["confirm", "refuse"]) });

/**
 * The page that stands for the cardholder's bank (3-D Secure): two buttons, one answer for all payments of the
 * checkout, then back to the shop. `false` when the address is another's.
 */
export async function answerChallengePage(desk: Desk, exchange: Exchange): Promise<boolean> {
  const challengeId = PATH.exec(exchange.url.pathname)?.[1];
  const challenge = challengeId === undefined ? undefined : findChallenge(desk.provider.books, challengeId);
  if (challengeId === undefined || challenge === undefined) return false;
  if (exchange.request.method === "POST") await takeAnswer(desk, exchange, challengeId);
  else if (exchange.request.method === "GET") show(desk, exchange, challenge);
  else throw new Refusal("bad_request", "a challenge is answered with POST");
  return true;
}

/** The state is on disk before the shopper is sent back, so that the shop finds it decided. */
async function takeAnswer(desk: Desk, exchange: Exchange, challengeId: string): Promise<void> {
  const { provider } = desk;
  const { origin } = exchange.request.headers;
  if (origin !== undefined && origin !== provider.publicOrigin) throw new Refusal("bad_request", "this form belongs to another site");
  const fields = Object.fromEntries(new URLSearchParams(await readBody(exchange, "application/x-www-form-urlencoded")));
  const { answer } = check(answerForm, fields);
  await perform(
    desk,
    { exchange, operation: "answerChallenge" },
    {
      work: () => answerChallenge(provider, challengeId, answer === "confirm"),
      reply: ({ returnUrl }) => {
        exchange.response.writeHead(303, { location: returnUrl });
        exchange.response.end();
      },
    },
  );
}

function show({ provider }: Desk, exchange: Exchange, challenge: Challenge): void {
  const { locale, words } = wordsFor(exchange);
  const ask = words.challengeAsk.replace("{card}", cardName(challenge.card, words));
  const amounts = challenge.payments.map(
    (payment) => html`<li><span>${payment.statement_name}</span><span class="amount">${money(payment, locale)}</span></li>`,
  );
  const buttons = html`<form method="post" class="two">
<button class="button line" type="submit" name="answer" value="refuse">${words.refuse}</button>
<button class="button main" type="submit" name="answer" value="confirm">${words.confirm}</button>
</form>`;
  const over = html`<a class="button main" href="${challenge.returnUrl}">${words.back}</a>`;
  const body = html`<body class="whole"><main class="sheet">
<h1>${words.challengeTitle}</h1>
<p>${challenge.open ? ask : words.challengeOver}</p>
<ul class="amounts">${amounts}</ul>
${challenge.open ? buttons : over}
<p class="note">${words.challengeSandbox}</p>
</main></body>`;
  sendPage(exchange, {
    status: 200,
    locale,
    title: words.challengeTitle,
    body,
    // Browsers hold a form's redirect against the policy too.
    policy: { frameAncestors: "'none'", formAction: `'self' ${provider.appOrigin}` },
  });
}

function money({ amount_minor, currency: code }: Challenge["payments"][number], locale: Locale): string {
  const currency = parseCurrency(code ?? "");
  if (currency === undefined) return "";
  const text = toDecimalText(minor(amount_minor), currency);
  const format = new Intl.NumberFormat(conventionsOf(locale), { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  return isNumeric(text) ? format.format(text) : text;
}

function isNumeric(text: string): text is `${number}` {
  return /^\d+(\.\d+)?$/.test(text);
}
