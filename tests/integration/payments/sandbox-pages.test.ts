import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdsCardNumber } from "~db/card-scan";
import { authoriseWith, cardEntry, groupOf, newId, wanted } from "~tests/support/card-payments";
import { answerChallenge, startProvider, type TestProvider, type Typed, typeCard } from "~tests/support/payments-provider";

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider({ env: { LOG_LEVEL: "debug" } });
});
afterAll(() => provider?.stop());

async function newFrame(): Promise<string> {
  return (await provider.payments.openCardEntry({ entryKey: newId("key"), customer: null })).frameUrl;
}

const textOf = async (url: string, headers: Readonly<Record<string, string>> = {}): Promise<string> =>
  (await fetch(url, { headers })).text();

describe("the card page", () => {
  it("has a labelled field for each part of the card that browsers can fill", async () => {
    const page = await textOf(await newFrame());
    for (const [name, autocomplete] of [
      ["number", "cc-number"],
      ["expiry", "cc-exp"],
      ["cvc", "cc-csc"],
    ]) {
      expect(page).toContain(`<label for="${name}">`);
      expect(page).toMatch(new RegExp(`<input id="${name}"[^>]*autocomplete="${autocomplete}"`));
    }
    expect(page).toContain(">Use this card</button>");
  });

  it("speaks the language of the address, else the browser's", async () => {
    const frame = await newFrame();
    expect(await textOf(`${frame}?lang=fr`)).toContain("Utiliser cette carte");
    expect(await textOf(frame, { "accept-language": "fr-CA,en;q=0.5" })).toContain('<html lang="fr">');
    expect(await textOf(`${frame}?lang=xx`)).toContain('<html lang="en">');
    const typed = await typeCard(`${frame}?lang=fr`);
    expect(typed.headers.get("location")).toMatch(/\?lang=fr$/);
    expect(await textOf(`${frame}?lang=fr`)).toMatch(/Visa\u00a0••••\u00a04242[\s\S]*Expire 12\/40[\s\S]*Changer/);
  });

  it("shows what was chosen, and another form on demand", async () => {
    const frame = await newFrame();
    await typeCard(frame, { number: "5555555555554444" });
    const chosen = await textOf(frame);
    expect(chosen).toContain('data-state="ready" data-brand="mastercard" data-last4="4444"');
    expect(chosen).toContain("?change=1");
    expect(chosen).not.toContain("<form");
    const form = await textOf(`${frame}?change=1`);
    expect(form).toContain("<form");
    expect(form).toMatch(/<a [^>]*>Keep Mastercard\u00a0••••\u00a04444<\/a>/);
    expect(await (await typeCard(frame, { cvc: "" })).text()).toContain("Keep Mastercard");
    expect(await textOf(frame)).toContain('data-last4="4444"');
  });

  it.each<[Typed, string, RegExp]>([
    [{ number: "" }, "number", /Enter the number/],
    [{ number: "4242424242424241" }, "number", /not right/],
    [{ number: "4242" }, "number", /not right/],
    [{ number: "abcdefghijklmnop" }, "number", /not right/],
    [{ number: "4539578763621486" }, "number", /Only test cards/],
    [{ expiry: "13/30" }, "expiry", /month and year/],
    [{ expiry: "" }, "expiry", /month and year/],
    [{ expiry: "01/20" }, "expiry", /has expired/],
    [{ cvc: "12" }, "cvc", /3 digits/],
    [{ cvc: "1234" }, "cvc", /3 digits/],
    [{ number: "378282246310005", cvc: "123" }, "cvc", /4 digits/],
  ])("says by the field what is wrong with %o", async (typed, field, words) => {
    const frame = await newFrame();
    const answer = await typeCard(frame, typed);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(new RegExp(`id="${field}-error">([^<]*)`).exec(page)?.[1]).toMatch(words);
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(1);
    const [, entryId] = /\/card\/(.+)$/.exec(frame) ?? [];
    expect(await provider.payments.readCardEntry(entryId ?? "")).toEqual({ card: null });
  });

  it("never sends a number or code back, and keeps the date", async () => {
    const answer = await typeCard(await newFrame(), { number: "4539578763621486", expiry: "07/31", cvc: "987" });
    const page = await answer.text();
    expect(page).toContain('value="07/31"');
    expect(page).not.toContain("4539578763621486");
    expect(page).not.toContain("987");
  });

  it("escapes what is typed", async () => {
    const page = await (await typeCard(await newFrame(), { expiry: '"><script>x</script>' })).text();
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;x&lt;/script&gt;"');
  });

  it("answers scripts with JSON", async () => {
    const frame = await newFrame();
    const send = (number: string): Promise<Response> =>
      fetch(frame, {
        method: "POST",
        headers: { accept: "application/json" },
        body: new URLSearchParams({ number, expiry: "12/40", cvc: "123" }),
      });
    const wrong = await send("4242424242424241");
    expect([wrong.status, await wrong.json()]).toEqual([422, { ok: false, errors: { number: expect.stringContaining("not right") } }]);
    const right = await send("4242424242424242");
    expect([right.status, await right.json()]).toEqual([200, { ok: true }]);
  });
});

describe("the challenge page", () => {
  it("shows what is asked for in the reader's language, and both answers", async () => {
    const entryId = await cardEntry(provider, { number: "4000000000003220" });
    const payments = [wanted({ amountMinor: 4_290 }), wanted({ amountMinor: 12_800, code: "JPY" })];
    const { challengeUrl } = await provider.payments.authorise(groupOf(provider, { entryId }, payments));
    const english = await textOf(challengeUrl ?? "");
    expect(english).toMatch(/Vitrine Brume[\s\S]*€42\.90[\s\S]*¥12,800/);
    expect(english).toMatch(/value="refuse">Refuse[\s\S]*value="confirm">Confirm/);
    const french = await textOf(`${challengeUrl}?lang=fr`);
    expect(french).toMatch(/42,90\s€[\s\S]*Refuser[\s\S]*Confirmer/);
  });

  it("has nothing more to ask once answered", async () => {
    const { challengeUrl } = await authoriseWith(provider, "4000000000003220");
    const answer = await answerChallenge(challengeUrl ?? "", "confirm");
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${provider.appOrigin}/checkout/back`]);
    const page = await textOf(challengeUrl ?? "");
    expect(page).toContain("nothing left to confirm");
    expect(page).toContain(`href="${provider.appOrigin}/checkout/back"`);
    expect(page).not.toContain("<form");
  });

  it.each(["https://evil.example/", "//evil.example", "javascript:alert(1)", "/checkout", "", "http://shop.localhost.evil.example/"])(
    "never leads to %s",
    async (returnUrl) => {
      const group = groupOf(provider, { entryId: await cardEntry(provider) });
      await expect(provider.payments.authorise({ ...group, returnUrl })).rejects.toMatchObject({ refusal: "bad_request" });
    },
  );
});

describe("headers", () => {
  const policyOf = async (url: string): Promise<readonly string[]> =>
    ((await fetch(url)).headers.get("content-security-policy") ?? "").split("; ");

  it("let the shop's pages frame the card page, and nobody else", async () => {
    expect(await policyOf(await newFrame())).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "frame-ancestors http://shop.localhost",
      "base-uri 'none'",
    ]);
  });

  it("let nobody frame the challenge, whose form leads back to the shop", async () => {
    const { challengeUrl } = await authoriseWith(provider, "4000000000003220");
    const policy = await policyOf(challengeUrl ?? "");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self' http://shop.localhost");
  });

  it("are on every answer, and nothing is kept", async () => {
    for (const path of ["/nowhere", "/v1/changes", "/healthz", "/card/ent_nobody", "/challenge/none"]) {
      const { headers } = await fetch(`${provider.url}${path}`);
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("cache-control"), path).toBe("no-store");
    }
    expect((await fetch(await newFrame())).headers.get("cache-control")).toBe("no-store");
  });

  it("serve the page's own script and style", async () => {
    const page = await textOf(await newFrame());
    const [script, style] = [/src="([^"]+)"/.exec(page)?.[1], /href="([^"]+\.css)"/.exec(page)?.[1]];
    expect((await fetch(`${provider.url}${script}`)).headers.get("content-type")).toContain("text/javascript");
    expect((await fetch(`${provider.url}${style}`)).headers.get("content-type")).toContain("text/css");
    expect(page).not.toMatch(/\sstyle="|\son[a-z]+="|<script>/);
  });
});

describe("card numbers", () => {
  const NUMBERS = ["4242424242424242", "5555555555554444", "378282246310005", "4000002760003184"];

  it("are nowhere in the books' files, in no form, and in no log", async () => {
    for (const number of NUMBERS) {
      await authoriseWith(provider, number);
      await typeCard(await newFrame(), { number: number.replace(/(\d{4})(?=\d)/g, "$1 "), cvc: "7777" });
      await typeCard(await newFrame(), { number: number.replace(/(\d{4})(?=\d)/g, "$1-") });
    }
    const files = readdirSync(provider.dataDir).map((name) => readFileSync(join(provider.dataDir, name)));
    expect(files.length).toBeGreaterThan(1);
    const everything = [...files.map((bytes) => bytes.toString("latin1")), provider.output()];
    for (const number of NUMBERS) {
      const forms = [number, number.replace(/(\d{4})(?=\d)/g, "$1 "), number.replace(/(\d{4})(?=\d)/g, "$1-"), btoa(number)];
      for (const form of forms) expect(everything.filter((text) => text.includes(form))).toEqual([]);
    }
    expect(holdsCardNumber(provider.output())).toBe(false);
  });

  it("are in no column, and what is kept of a card is exactly this", async () => {
    await authoriseWith(provider, "4242424242424242");
    const books = new Sqlite(join(provider.dataDir, "provider.db"), { readonly: true });
    const tables = books.prepare<[], { name: string }>("select name from sqlite_master where type = 'table'").all();
    const values = tables.flatMap(({ name }) => books.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all());
    expect(values.length).toBeGreaterThan(20);
    expect(values.flatMap((row) => Object.values(row)).filter((value) => holdsCardNumber(String(value)))).toEqual([]);
    const columns = books.prepare<[], { name: string }>("select name from pragma_table_info('cards')").all();
    expect(columns.map(({ name }) => name)).toEqual([
      "id",
      "brand",
      "last4",
      "expires",
      "fingerprint",
      "behaviour",
      "set_up",
      "created_at",
    ]);
    books.close();
  });
});
