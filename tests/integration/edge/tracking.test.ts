import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RawAnswer, rawRequest } from "~tests/support/raw-request";
import { type Headers, PHONE, startTrackingWeb, type TrackingWeb } from "~tests/support/tracking-web";

let started: TrackingWeb;
beforeAll(async () => {
  started = await startTrackingWeb();
});
afterAll(() => started?.close());

const last = <Item>(items: readonly Item[]): Item | undefined => items.at(-1);

describe("a link", () => {
  it("leads on with a signed touch and sets no cookie, when nobody was asked yet", async () => {
    let answer: RawAnswer | undefined;
    const added = await started.adds(async () => {
      answer = await started.get("/l/scarf", { referer: "https://l.instagram.com/?u=secret" });
    });
    expect(answer?.status).toBe(302);
    expect(answer?.headers["set-cookie"]).toBeUndefined();
    expect(answer?.headers["cache-control"]).toBe("no-store");
    expect(answer?.headers["x-content-type-options"]).toBe("nosniff");
    expect(added).toMatchObject([
      { channel: "link", visitor_id: null, in_app: "instagram", device: "phone", referrer: "l.instagram.com", reasons: [null] },
    ]);
    const location = answer?.headers.location ?? "";
    expect(location).toMatch(/^\/brands\/brume\/scarf\?vt=/);
    expect(started.deps.touchTokens.read(new URL(location, started.home.origin).searchParams.get("vt") ?? "")).toEqual([added[0]?.id]);
  });

  it("leads a visitor who agreed to the plain address, under their id", async () => {
    const cookie = await started.consented();
    const added = await started.adds(async () =>
      expect((await started.get("/l/scarf", { cookie })).headers.location).toBe("/brands/brume/scarf"),
    );
    expect(added).toMatchObject([{ visitor_id: cookie.split("=")[1], reasons: [null] }]);
    expect(last(await started.adds(() => started.get("/l/scarf", { cookie })))?.reasons).toEqual(["duplicate"]);
    expect(last(await started.adds(() => started.get("/l/noor-scarf", { cookie })))?.reasons).toEqual([null]);
    expect(last(await started.adds(() => started.get("/l/scarf", { cookie })))?.reasons).toEqual([null]);
  });

  it("keeps to the browser's signal, whatever its cookies say", async () => {
    const cookie = await started.consented();
    const added = await started.adds(async () =>
      expect((await started.get("/l/scarf", { cookie, "sec-gpc": "1" })).headers.location).toContain("vt="),
    );
    expect(added).toMatchObject([{ visitor_id: null }]);
  });

  it.each<[string, Headers, string, string]>([
    ["bot", { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" }, "GET", "a robot"],
    ["bot", { "user-agent": "" }, "GET", "nobody's name"],
    ["prefetch", { "sec-purpose": "prefetch;prerender" }, "GET", "a speculation"],
    ["prefetch", { "x-purpose": "preview" }, "GET", "a preview"],
    ["not_navigate", { "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" }, "GET", "an image"],
    ["not_navigate", {}, "HEAD", "a look at the headers"],
  ])("keeps %s for %o by %s: %s", async (reason, headers, method) => {
    const added = await started.adds(async () =>
      expect((await started.get("/l/scarf", headers, method)).headers.location).toBe("/brands/brume/scarf"),
    );
    expect(added.map((touch) => touch.reasons)).toEqual([[reason]]);
  });

  it("is found in any case and with a slash, and nothing of the request enters the answer", async () => {
    for (const path of [
      "/l/SCARF",
      "/l/scarf/",
      "/l/scarf?to=//elsewhere.example&next=https://elsewhere.example",
      "/l/scarf?vt=tch_1.forged",
    ]) {
      const { status, headers } = await started.get(path, {
        "x-forwarded-host": "elsewhere.example",
        "x-original-url": "//elsewhere.example",
      });
      expect([path, status, headers.location?.replace(/tch_[0-9a-z]+\.[\w-]+$/, "TOKEN")]).toEqual([
        path,
        302,
        "/brands/brume/scarf?vt=TOKEN",
      ]);
    }
  });

  it("that nobody has is a page that says so, in the reader's language, and leaves no trace", async () => {
    for (const path of ["/l/none", "/l/", "/l/%2F%2Felsewhere.example", "/l/..%2f..%2fx", "/l/a%0d%0aSet-Cookie:%20a=b", "/l/a/b"]) {
      const added = await started.adds(async () => {
        const answer = await started.get(path, { "accept-language": "fr" });
        expect([path, [400, 404].includes(answer.status), answer.headers.location, answer.headers["set-cookie"]]).toEqual([
          path,
          true,
          undefined,
          undefined,
        ]);
      });
      expect(added).toEqual([]);
    }
    expect((await started.get("/l/none", { "accept-language": "fr" })).text).toContain('lang="fr"');
  });

  it("keeps what RFC 3986 allows in its destination and UTM words", async () => {
    await started.world.db.query
      .updateTable("links")
      .set({ path: "/brands/brume?q=%26%3D%23&e=&x=a+b#frag?/", utm: "utm_source=a%26b&utm_term=%E2%82%AC" })
      .where("slug", "=", "brume")
      .execute();
    const cookie = await started.consented();
    expect((await started.get("/l/brume", { cookie })).headers.location).toBe(
      "/brands/brume?q=%26%3D%23&e=&x=a+b&utm_source=a%26b&utm_term=%E2%82%AC#frag?/",
    );
  });
});

describe("a tap", () => {
  it("of a visitor who agreed is kept before the page is answered; a reload is a duplicate", async () => {
    const cookie = await started.consented();
    const path = `/brands/brume?tag=${started.places.scarfTag}`;
    const tap = (headers: Headers = {}) =>
      started.adds(async () => expect((await started.get(path, { cookie, ...headers })).headers.location).toBeUndefined());
    expect(await tap()).toMatchObject([
      { channel: "post", post_id: started.places.post, tag_id: started.places.scarfTag, reasons: [null] },
    ]);
    expect(await tap()).toMatchObject([{ reasons: ["duplicate"] }]);
    expect(await tap({ "user-agent": "Googlebot/2.1" })).toMatchObject([{ reasons: ["bot"] }]);
    expect(await tap({ "sec-purpose": "prefetch" })).toMatchObject([{ reasons: ["prefetch"] }]);
  });

  it("without consent leads to the same page with the signed touch, where a reload records nothing", async () => {
    let settled = "";
    const added = await started.adds(async () => {
      settled = (await started.get(`/brands/brume?size=M&tag=${started.places.scarfTag}`)).headers.location ?? "";
    });
    expect(added).toMatchObject([{ channel: "post", visitor_id: null, reasons: [null] }]);
    expect(settled).toMatch(/^\/brands\/brume\?size=M&vt=/);
    expect(await started.adds(() => started.get(settled))).toEqual([]);
    const carried = new URL(settled, started.home.origin).searchParams.get("vt") ?? "";
    const storefront = await started.get(`/@lina?from=post&vt=${carried}`);
    const both = started.deps.touchTokens.read(
      new URL(storefront.headers.location ?? "", started.home.origin).searchParams.get("vt") ?? "",
    );
    expect(both).toHaveLength(2);
    expect(both[0]).toBe(added[0]?.id);
  });

  it("by the app's own navigation goes the same way", async () => {
    const added = await started.adds(async () => {
      const answer = await started.get(`/_root.data?tag=${started.places.scarfTag}&_routes=root`, {
        "sec-fetch-mode": "cors",
        "sec-fetch-dest": "empty",
      });
      expect(answer.status).toBe(202);
      expect(answer.text).toContain("/?vt=tch_");
    });
    expect(added).toMatchObject([{ channel: "post", reasons: [null] }]);
  });

  it("of a tag or storefront nobody has changes nothing about the page", async () => {
    const plain = (await started.get("/glossary")).status;
    expect(await started.adds(async () => expect((await started.get("/glossary?tag=tag_none")).status).toBe(plain))).toEqual([]);
    expect(await started.adds(() => started.get("/@nobody?from=feed"))).toEqual([]);
  });
});

describe("reports of a page", () => {
  const report = (body: string, headers: Headers = { origin: started.home.origin }): Promise<RawAnswer> =>
    rawRequest(started.home.port, {
      path: "/t",
      method: "POST",
      headers: { "user-agent": PHONE, "content-type": "application/json", ...headers },
      body,
    });
  const rows = () =>
    started.world.db.query
      .selectFrom("interactions")
      .select(["kind", "visitor_id", "product_id"])
      .where("kind", "=", "product_view")
      .execute();
  const view = () => JSON.stringify({ rows: [{ kind: "product_view", product: started.places.scarf }] });

  it("are kept, under the visitor only when they agreed", async () => {
    const cookie = await started.consented();
    expect((await report(view())).status).toBe(204);
    expect((await report(view(), { origin: started.home.origin, cookie })).status).toBe(204);
    expect(await rows()).toEqual([
      { kind: "product_view", visitor_id: null, product_id: started.places.scarf },
      { kind: "product_view", visitor_id: cookie.split("=")[1], product_id: started.places.scarf },
    ]);
  });

  it("are refused from other sites, in other forms, and when they are too long; nothing is kept", async () => {
    const before = await rows();
    expect((await report(view(), { origin: "https://elsewhere.example" })).status).toBe(403);
    expect((await report(view(), {})).status).toBe(403);
    const many = JSON.stringify({ rows: Array.from({ length: 51 }, () => ({ kind: "impression" })) });
    for (const body of ["", "[]", "{", '{"rows":[]}', '{"rows":[{"kind":"order"}]}', '{"rows":[{"kind":"impression","price":1}]}', many]) {
      expect([body, (await report(body)).status]).toEqual([body, 400]);
    }
    expect((await report(`${view()}${" ".repeat(16_385)}`)).status).toBe(413);
    const chunked = [Buffer.alloc(10_000, " "), Buffer.alloc(10_000, " ")];
    const sent = { path: "/t", method: "POST", headers: { origin: started.home.origin, "user-agent": PHONE }, body: chunked };
    expect((await rawRequest(started.home.port, sent)).status).toBe(413);
    expect(await rows()).toEqual(before);
    expect((await started.get("/t")).status).toBe(404);
  });
});
