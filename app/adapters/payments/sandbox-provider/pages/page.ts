import { chooseLocale } from "~/ui/texts/choose-locale";
import { type Locale, parseLocale } from "~/ui/texts/locale";
import type { Exchange } from "../http/exchange";
import { WORDS, type Words } from "./words";

/** Who may show the page in a frame, and where its form may lead. */
export type PagePolicy = { readonly frameAncestors: string; readonly formAction: string };

/** Text that is markup already. */
type Markup = { readonly markup: string };

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup with everything put into it escaped, except markup; lists are joined, `null` and `false` are nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Markup | readonly Markup[] | null | false)[]): Markup {
  return { markup: parts.map((part, index) => `${part}${index < values.length ? written(values[index]) : ""}`).join("") };
}

function written(value: string | Markup | readonly Markup[] | null | false | undefined): string {
  if (value === null || value === false || value === undefined) return "";
  if (typeof value === "string") return value.replace(/[&<>"']/g, (each) => ESCAPES[each] ?? each);
  return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
}

/** The reader's language: the address first (`?lang=`), then the browser's. */
export function wordsFor({ request, url }: Exchange): { readonly locale: Locale; readonly words: Words } {
  const asked = parseLocale(url.searchParams.get("lang") ?? "");
  const locale = asked ?? chooseLocale({ acceptLanguage: request.headers["accept-language"] });
  return { locale, words: WORDS[locale] };
}

/** Answers with a whole page. `body` gets the attributes scripts read. */
export function sendPage(
  { response }: Exchange,
  page: {
    readonly status: number;
    readonly locale: Locale;
    readonly title: string;
    readonly body: Markup;
    readonly policy: PagePolicy;
    readonly script?: string;
  },
): void {
  const { markup } = html`<!doctype html>
<html lang="${page.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${page.title}</title>
<link rel="stylesheet" href="/assets/provider.css">
${page.script === undefined ? null : html`<script type="module" src="${page.script}"></script>`}
</head>
${page.body}
</html>
`;
  response.writeHead(page.status, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(markup),
    "content-security-policy": policyText(page.policy),
    vary: "Accept-Language",
  });
  response.end(markup);
}

/** Answers that there is no such page. */
export function sendLost(exchange: Exchange): void {
  const { locale, words } = wordsFor(exchange);
  const body = html`<body class="whole"><main class="sheet"><h1>${words.lostTitle}</h1><p>${words.lost}</p></main></body>`;
  sendPage(exchange, { status: 404, locale, title: words.lostTitle, body, policy: { frameAncestors: "'none'", formAction: "'none'" } });
}

function policyText({ frameAncestors, formAction }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    `form-action ${formAction}`,
    `frame-ancestors ${frameAncestors}`,
    "base-uri 'none'",
  ].join("; ");
}
