import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PASSWORD, person } from "~tests/support/account-world";
import { cookieOf, startTrackingWeb, type TrackingWeb } from "~tests/support/tracking-web";

let started: TrackingWeb;
beforeAll(async () => {
  started = await startTrackingWeb();
});
afterAll(() => started?.close());

describe("consent", () => {
  it("is asked for once, both answers alike, without JavaScript", async () => {
    const page = await started.get("/", { "accept-language": "fr" });
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.text).toContain("Pouvons-nous reconnaître ce navigateur ?");
    const buttons = [...page.text.matchAll(/<button class="([^"]*)" type="submit" name="answer" value="(\w+)"/g)];
    expect(buttons.map(([, , value]) => value)).toEqual(["refuse", "accept"]);
    expect(buttons[0]?.[1]).toBe(buttons[1]?.[1]);
  });

  it.each(["accept", "refuse"])("%s: is remembered, leads back, and is not asked again", async (answer) => {
    const said = await started.post("/consent", { answer, next: "/glossary?a=1" });
    expect([said.status, said.headers.location]).toEqual([302, "/glossary?a=1"]);
    const cookie = (said.headers["set-cookie"] ?? [])
      .map((line) => line.split(";")[0] ?? "")
      .filter((pair) => !pair.endsWith("="))
      .join("; ");
    expect(cookie).toMatch(answer === "accept" ? /^visitor=vis_\w+$/ : /^consent=refused$/);
    expect((await started.get("/", { cookie })).text).not.toContain('name="answer"');
  });

  it("is not asked of a browser that says no to every site, and a yes there sets no id", async () => {
    expect((await started.get("/", { "sec-gpc": "1" })).text).not.toContain('name="answer"');
    expect(cookieOf(await started.post("/consent", { answer: "accept" }, { "sec-gpc": "1" }), "visitor")).toBe("visitor=");
  });

  it("given on the page a link led to keeps that link's touch", async () => {
    let landing = "";
    const [added] = await started.adds(async () => {
      landing = (await started.get("/l/scarf")).headers.location ?? "";
    });
    const visitor = cookieOf(await started.post(`/consent?${landing.split("?")[1]}`, { answer: "accept" }), "visitor");
    const kept = await started.world.db.query
      .selectFrom("visitor_touches")
      .selectAll()
      .where("touch_id", "=", added?.id ?? "")
      .execute();
    expect(kept).toEqual([{ visitor_id: visitor?.split("=")[1], touch_id: added?.id }]);
  });

  it("withdrawn ends the visitor", async () => {
    const cookie = await started.consented();
    const said = await started.post("/consent", { answer: "refuse" }, { cookie });
    expect(cookieOf(said, "visitor")).toBe("visitor=");
    const row = await started.world.db.query
      .selectFrom("visitors")
      .select("withdrawn_at")
      .where("id", "=", cookie.split("=")[1] ?? "")
      .executeTakeFirst();
    expect(row?.withdrawn_at).toBeGreaterThan(0);
    expect(await started.adds(() => started.get("/l/scarf", { cookie }))).toMatchObject([{ visitor_id: null }]);
  });

  it("never leads away from the site", async () => {
    for (const next of ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere.example", "javascript:alert(1)"]) {
      expect((await started.post("/consent", { answer: "refuse", next })).headers.location).toBe("/consent?done=1");
    }
    expect((await started.post("/consent", { answer: "maybe" })).status).toBe(400);
  });

  it("joins the visitor at sign-in, and sign-out makes another of the browser", async () => {
    const personId = await person(started.deps, "ines@example.org");
    const visitor = await started.consented();
    const signedIn = await started.post("/sign-in", { email: "ines@example.org", password: PASSWORD }, { cookie: visitor });
    const session = cookieOf(signedIn, "vitrine_session");
    const joined = await started.world.db.query.selectFrom("visitor_people").selectAll().where("person_id", "=", personId).execute();
    expect(joined).toMatchObject([{ visitor_id: visitor.split("=")[1] }]);
    const left = await started.post("/sign-out", {}, { cookie: `${visitor}; ${session}` });
    expect(cookieOf(left, "visitor")).toMatch(/^visitor=vis_/);
    expect(cookieOf(left, "visitor")).not.toBe(visitor);
  });
});
