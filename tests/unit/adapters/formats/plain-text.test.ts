import { expect, it } from "vitest";
import { plainText } from "~/adapters/formats/plain-text";

it("keeps words, paragraphs and lists and drops markup, scripts, styles and pictures", () => {
  const html = `<h1>Linen</h1><p>Made &amp; washed in <b>Porto</b></p><ul><li>one</li><li>two</li></ul>
    <script>alert(1)</script><style>p{color:red}</style><img src=x alt=picture><a href="https://x.example">more</a>`;
  expect(plainText(html)).toBe("Linen\n\nMade & washed in Porto\n\n * one\n * two\n\nmore");
});

it("leaves plain text as it is", () => {
  expect(plainText("  just words, 5 for 4 ")).toBe("just words, 5 for 4");
  expect(plainText("5 < 6 & 7 > 6")).toBe("5 < 6 & 7 > 6");
});

it("survives markup no person writes", () => {
  for (const html of ["<div>".repeat(10_000), "</p>".repeat(10_000), "<", "<!--", "<![CDATA[", "<table><tr><td>a", "<scr<script>ipt>x"]) {
    expect(typeof plainText(html)).toBe("string");
  }
});

it("does not touch what is too long to be a description", () => {
  const html = `<p>${"x".repeat(100_000)}</p>`;
  expect(plainText(html)).toBe(html);
});
