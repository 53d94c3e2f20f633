import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signUp } from "~/services/sign-up";
import { accountWorld, PASSWORD, person } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { formHeaders, type RawAnswer, rawRequest } from "~tests/support/raw-request";

let world: World;
let home: Home;
let web: RunningProcess;

beforeAll(async () => {
  world = await openWorld("postgres");
  if (!("url" in world.where)) throw new Error("not PostgreSQL");
  const { deps } = accountWorld(world);
  await person(deps, "known@example.org");
  await signUp(deps, { email: "unconfirmed@example.org", name: "U", password: PASSWORD, locale: "en", address: "192.0.2.1" });
  home = await makeHome({ DATABASE_URL: world.where.url, AUTH_SECRET: "s".repeat(40) });
  web = await startProcess("web", home);
});

afterAll(async () => {
  await web?.stop();
  home?.remove();
  await world?.close();
});

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<RawAnswer & { readonly ms: number }> {
  const began = performance.now();
  const answer = await rawRequest(home.port, {
    method: "POST",
    path,
    headers: formHeaders(home.origin),
    body: new URLSearchParams(fields).toString(),
  });
  return { ...answer, ms: performance.now() - began };
}

/** What the work itself takes: whatever else the machine does can only add to it. */
const quickest = (times: readonly number[]): number => Math.min(...times);

/** What differs in every answer: the nonce; and the address that was typed. */
const shown = (answer: RawAnswer, email: string): string =>
  answer.text
    .replaceAll(/nonce="[^"]*"/g, "")
    .replaceAll(email, "EMAIL")
    .replaceAll(encodeURIComponent(email), "EMAIL");

describe.each([
  ["/sign-up", { name: "N", password: "a perfectly good one" }, 200],
  ["/forgot", {}, 200],
  ["/sign-in", { password: "not the password" }, 400],
] as const)("%s", (path, fields, status) => {
  it("says the same to known and unknown addresses, in about the same time", async () => {
    const [known, unknown] = [
      await post(path, { ...fields, email: "known@example.org" }),
      await post(path, { ...fields, email: "nobody@example.org" }),
    ];
    expect([known.status, unknown.status]).toEqual([status, status]);
    expect(shown(known, "known@example.org")).toBe(shown(unknown, "nobody@example.org"));
    expect(Object.keys(known.headers).sort()).toEqual(Object.keys(unknown.headers).sort());
    const [knownMs, unknownMs] = [[known.ms], [unknown.ms]];
    for (let no = 0; no < 4; no++) {
      knownMs.push((await post(path, { ...fields, email: "known@example.org" })).ms);
      unknownMs.push((await post(path, { ...fields, email: `nobody${no}@example.org` })).ms);
    }
    // A factor nobody could read an account from over a network, yet far from skipping the hashing of a password.
    expect(quickest(knownMs) / quickest(unknownMs)).toBeGreaterThan(0.25);
    expect(quickest(knownMs) / quickest(unknownMs)).toBeLessThan(4);
  });
});

it("says of an unconfirmed address only to whoever knows its password that it is one", async () => {
  const wrong = await post("/sign-in", { email: "unconfirmed@example.org", password: "not the password" });
  expect(wrong.text).toContain("do not belong together");
  const right = await post("/sign-in", { email: "unconfirmed@example.org", password: PASSWORD });
  expect(right.text).toContain("not confirmed yet");
});

it("stops guessing on one account with 429, Retry-After and a sentence, for unknown accounts alike", async () => {
  for (const email of ["known@example.org", "ghost@example.org"]) {
    let last = await post("/sign-in", { email, password: "guess" });
    // Ten in a quarter of an hour; twice that, because the quarter may change meanwhile and begin a new count.
    for (let tries = 0; tries < 20 && last.status === 400; tries++) last = await post("/sign-in", { email, password: `guess ${tries}` });
    expect(last.status, email).toBe(429);
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect(last.text).toContain("Too many attempts");
  }
});
