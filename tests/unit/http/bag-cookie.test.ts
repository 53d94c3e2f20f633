import { expect, it } from "vitest";
import { bagCookie, bagTokenOf } from "~/http/bag-cookie";

const asked = (cookie: string) => new Request("http://localhost/", { headers: { Cookie: cookie } });

it("reads the bag's secret among other cookies, and nothing that is none", () => {
  expect(bagTokenOf(asked("a=1; bag=0123456789abcdef_-; b=2"))).toBe("0123456789abcdef_-");
  for (const cookie of ["", "bag=", "bag=short", "handbag=0123456789abcdef", "bag=<script>0123456789"]) {
    expect(bagTokenOf(asked(cookie))).toBeNull();
  }
});

it("keeps the secret from scripts, and from the open wire where there is another", () => {
  expect(bagCookie("t", "http://localhost:1")).toBe("bag=t; Path=/; Max-Age=7776000; HttpOnly; SameSite=Lax");
  expect(bagCookie("t", "https://shop.example")).toContain("; Secure");
});
