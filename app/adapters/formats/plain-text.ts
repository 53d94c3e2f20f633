import { compile, type HtmlToTextOptions } from "html-to-text";

/** What carries no words: left out with everything inside. */
const WORDLESS = ["script", "style", "noscript", "template", "iframe", "object", "svg", "img", "video", "audio", "form", "head", "title"];

/** Longer markup is left as it is, for whoever limits the length of texts: reading deep nesting of this size takes 0.1 s. */
const MAX_HTML = 100_000;
/** Deeper nesting is left out; markup written by people stays under 30. */
const MAX_DEPTH = 100;

const OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxDepth: MAX_DEPTH },
  selectors: [
    ...WORDLESS.map((selector) => ({ selector, format: "skip" })),
    { selector: "a", options: { ignoreHref: true } },
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "table", format: "dataTable", options: { uppercaseHeaderCells: false } },
  ],
};

const convert = compile(OPTIONS);

/** HTML as plain text with its paragraphs and lists as lines; scripts, styles and pictures are left out. */
export function plainText(html: string): string {
  if (html.length > MAX_HTML) return html;
  return html.includes("<") || html.includes("&") ? convert(html).trim() : html.trim();
}
