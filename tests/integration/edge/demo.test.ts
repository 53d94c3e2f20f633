import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { grantOperator } from "~/services/grant-operator";
import type { WebDeps } from "~/services/web-deps";
import { accountWorld, brandOf, member, person, sessionOf } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { formHeaders, type RawAnswer, rawRequest } from "~tests/support/raw-request";

const STAFF = ["op@example.org", "own@example.org", "ana@example.org"] as const;

let world: World;
let deps: WebDeps;
let shape: Readonly<Record<string, string>>;
let [demo, real]: [Home | undefined, Home | undefined] = [undefined, undefined];
const running: RunningProcess[] = [];
let cookies: Readonly<Record<"nobody" | "shopper" | "owner" | "operator" | "sam", string>>;

/** The same installation twice: once with the demo, once after it was switched off. */
beforeAll(async () => {
  world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  deps = accountWorld(world).deps;
  const [operator, owner] = [await person(deps, STAFF[0]), await person(deps, STAFF[1])];
  await grantOperator(deps, { personId: operator });
  await member(deps, await brandOf(deps, "brume", owner), { email: STAFF[2], role: "analyst" });
  const [sam, shopper] = [await person(deps, "sam@vitrine.example"), await person(deps, "shopper@example.org")];
  await grantOperator(deps, { personId: sam });
  cookies = {
    nobody: "",
    shopper: await sessionOf(deps, shopper),
    owner: await sessionOf(deps, owner),
    operator: await sessionOf(deps, operator),
    sam: await sessionOf(deps, sam),
  };
  shape = { DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40) };
  demo = await makeHome({ ...shape, DEMO: "1" });
  real = await makeHome({ ...shape, DEMO: "0" });
  for (const home of [demo, real]) running.push(await startProcess("web", home));
});

afterAll(async () => {
  for (const web of running) await web.stop();
  await world?.close();
});

function ask(home: Home | undefined, path: string, options: { readonly cookie?: string; readonly form?: Record<string, string> } = {}) {
  if (home === undefined) throw new Error("not started");
  const { cookie = "", form } = options;
  const headers = { ...(form === undefined ? {} : formHeaders(home.origin)), ...(cookie === "" ? {} : { cookie }) };
  const sent = form === undefined ? {} : { method: "POST", body: new URLSearchParams(form).toString() };
  return rawRequest(home.port, { path, headers, ...sent });
}

/** Asks for a new password as its owner would; the mail is written behind the answer. */
async function mailed(to: string): Promise<void> {
  expect((await ask(demo, "/forgot", { form: { email: to } })).status).toBe(200);
  await expect.poll(async () => (await ask(demo, "/ops/mailbox", { cookie: cookies.operator })).text).toContain(to);
}

const showsLink = (answer: RawAnswer): boolean => answer.text.includes("/reset?token=");

describe("with the demo", () => {
  it.each(STAFF)("nobody but operators reads what was sent to %s, as page or as data", async (to) => {
    await mailed(to);
    for (const cookie of Object.values(cookies)) {
      for (const path of ["/demo/mailbox", "/demo/mailbox.data"]) {
        const answer = await ask(demo, `${path}?to=${encodeURIComponent(to.toUpperCase())}`, { cookie });
        expect([answer.status, showsLink(answer)]).toEqual([200, false]);
      }
    }
    expect(showsLink(await ask(demo, "/ops/mailbox", { cookie: cookies.operator }))).toBe(true);
  });

  it.each(["shopper@example.org", "sam@vitrine.example"])("a visitor goes through the mail of %s", async (to) => {
    await mailed(to);
    expect(showsLink(await ask(demo, `/demo/mailbox?to=${to}`))).toBe(true);
  });

  it("the mailbox names an address or is not there, and takes no form", async () => {
    expect((await ask(demo, "/demo/mailbox")).status).toBe(404);
    expect((await ask(demo, "/demo/mailbox?to=shopper@example.org", { form: {} })).status).toBe(404);
  });

  it("whoever taps becomes one of the demo's people, and nobody else", async () => {
    const signedIn = await ask(demo, "/demo/sign-in", { form: { persona: "sam" } });
    expect([signedIn.status, signedIn.headers.location]).toEqual([302, "/ops"]);
    for (const persona of ["op", "operator", "", "sam@vitrine.example", STAFF[0]]) {
      const refused = await ask(demo, "/demo/sign-in", { form: { persona } });
      expect([refused.status, refused.headers["set-cookie"]]).toEqual([400, undefined]);
    }
    expect((await ask(demo, "/ops", { cookie: cookies.sam })).status).toBe(200);
  });

  it("stops an address that taps without end, and says when to come back", async () => {
    const answers: RawAnswer[] = [];
    // Sixty an hour; twice that, because the hour may change meanwhile and begin a new count.
    while (answers.length < 121 && answers.at(-1)?.status !== 429)
      answers.push(await ask(demo, "/demo/sign-in", { form: { persona: "sam" } }));
    expect(answers.at(-1)?.status).toBe(429);
    expect(Number(answers.at(-1)?.headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("after the demo was switched off", () => {
  it("its routes are gone for everyone", async () => {
    for (const cookie of Object.values(cookies)) {
      expect((await ask(real, "/demo/mailbox?to=shopper@example.org", { cookie })).status).toBe(404);
      expect((await ask(real, "/demo/sign-in", { cookie, form: { persona: "sam" } })).status).toBe(404);
    }
  });

  it("its people's sessions open nothing, and everybody else's go on", async () => {
    const sam = await ask(real, "/ops", { cookie: cookies.sam });
    expect([sam.status, sam.headers.location]).toEqual([302, "/sign-in?next=%2Fops"]);
    expect((await ask(real, "/ops", { cookie: cookies.operator })).status).toBe(200);
  });
});
