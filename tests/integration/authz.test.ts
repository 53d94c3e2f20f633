import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mayOnBrand, STAFF_ROLES, type StaffRole } from "~/domain/accounts/roles";
import type { PersonId } from "~/domain/kernel/branded";
import { grantAffiliate } from "~/services/grant-affiliate";
import { grantOperator } from "~/services/grant-operator";
import { importCatalog } from "~/services/import-catalog";
import { requestCatalogImport } from "~/services/request-catalog-import";
import type { WebDeps } from "~/services/web-deps";
import { JOB_NAMES } from "~jobs/catalog";
import { accountWorld, brandOf, member, person, sessionOf } from "~tests/support/account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { type Access, EDGE, JOBS, ROLES, ROUTES, type Role, type Row } from "~tests/support/authz-table";
import { openWorld, type World } from "~tests/support/databases";
import { type RawAnswer, rawRequest } from "~tests/support/raw-request";

const FEED =
  "Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price\nmug,Mug,,Us,Home,,TRUE,Title,Default Title,,9.90\n";

/** Where a brand page is asked for: the member's own brand, somebody else's, one that does not exist. */
const BRANDS = ["own", "foreign", "missing"] as const;
type Which = (typeof BRANDS)[number];

let world: World;
let deps: WebDeps;
let home: Home;
let web: RunningProcess;
const people = new Map<Role, PersonId>();
const imports = new Map<Which, string>([["missing", "imp_none"]]);

beforeAll(async () => {
  world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  deps = accountWorld(world).deps;
  await populate();
  home = await makeHome({ DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40) });
  web = await startProcess("web", home);
});

afterAll(async () => {
  await web?.stop();
  await world?.close();
});

async function populate(): Promise<void> {
  const owner = await person(deps, "owner@example.org");
  people.set("owner", owner);
  const brandId = await brandOf(deps, "own", owner);
  const foreign = await brandOf(deps, "foreign", await person(deps, "stranger@example.org"));
  for (const role of STAFF_ROLES.slice(1)) people.set(role, await member(deps, brandId, { email: `${role}@example.org`, role }));
  for (const role of ["shopper", "affiliate", "operator"] as const) people.set(role, await person(deps, `${role}@example.org`));
  await grantAffiliate(deps, { personId: get("affiliate"), name: "Lina" });
  await grantOperator(deps, { personId: get("operator") });
  for (const [which, id] of [
    ["own", brandId],
    ["foreign", foreign],
  ] as const) {
    const asked = await requestCatalogImport(deps, {
      brandId: id,
      requestedBy: null,
      fileName: "a.csv",
      body: FEED,
      idempotencyKey: which,
    });
    if (!asked.ok) throw new Error(asked.error.kind);
    await importCatalog(deps, { importId: asked.value.importId });
    imports.set(which, asked.value.importId);
  }
}

function get(role: Role): PersonId {
  const personId = people.get(role);
  if (personId === undefined) throw new Error(role);
  return personId;
}

type Verdict = "allowed" | "sign_in" | "missing" | "method_not_allowed";

/** What the table promises this role. */
function promised(access: Access, role: Role, { which, form }: { readonly which: Which; readonly form: Form }): Verdict {
  if (access === "everyone") return "allowed";
  if (access === "nobody" || (access === "nobody_signed_in" && form === "data")) return "missing";
  if (access === "method_not_allowed") return "method_not_allowed";
  if (role === "anonymous") return "sign_in";
  if (access === "signed_in") return "allowed";
  if (access === "nobody_signed_in") return "missing";
  if (access === "operators") return role === "operator" ? "allowed" : "missing";
  const staff = STAFF_ROLES.find((known): known is StaffRole => known === role);
  return which === "own" && staff !== undefined && mayOnBrand(staff, access.brand) ? "allowed" : "missing";
}

/** What an answer, as page or as data, amounts to. */
function given(answer: RawAnswer): Verdict | number {
  const leads = answer.headers.location ?? (answer.status === 202 ? answer.text : "");
  if (leads.includes("/sign-in?next=")) return "sign_in";
  if (answer.status === 404) return "missing";
  if (answer.status === 405) return "method_not_allowed";
  // A form without its fields is refused for what it says, not for who sent it.
  return answer.status < 400 || [400, 406, 413, 415, 422, 429].includes(answer.status) ? "allowed" : answer.status;
}

type Form = "page" | "data";

async function ask(
  row: Row,
  as: { readonly role: Role; readonly which: Which; readonly form: Form; readonly method: "GET" | "POST" },
): Promise<RawAnswer> {
  const cookie: Record<string, string> = as.role === "anonymous" ? {} : { cookie: await sessionOf(deps, get(as.role)) };
  const headers = {
    ...cookie,
    origin: home.origin,
    ...(as.method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {}),
  };
  const path = row.path.replace(":brand", as.which).replace(":import", imports.get(as.which) ?? "");
  return rawRequest(home.port, {
    method: as.method,
    path: as.form === "page" ? path : dataPath(path),
    headers,
    ...(as.method === "POST" ? { body: "surprise=1" } : {}),
  });
}

function dataPath(path: string): string {
  const [pathname = "", query] = path.split("?");
  return `${pathname === "/" ? "/_root" : pathname}.data${query === undefined ? "" : `?${query}`}`;
}

/** Every row of every table but sessions, which this test itself opens, and the signs of life of running processes. */
async function dump(): Promise<string> {
  const tables = await sql<{
    name: string;
  }>`select name from sqlite_schema where type = 'table' and name not in ('sessions', 'processes') order by name`.execute(world.db.query);
  const contents = await Promise.all(
    tables.rows.map(async ({ name }) => [name, (await sql`select * from ${sql.table(name)}`.execute(world.db.query)).rows]),
  );
  return JSON.stringify(contents);
}

const sessionsOf = async (role: Role): Promise<number> =>
  (await world.db.query.selectFrom("sessions").select("id").where("person_id", "=", get(role)).execute()).length;

describe("the table", () => {
  it("has a row for every route of the build, and for no other", async () => {
    const build: { readonly routes: Record<string, unknown> } = await import(pathToFileURL("build/server/index.js").href);
    expect(Object.keys(ROUTES).sort()).toEqual(Object.keys(build.routes).sort());
  });

  it("has a row for every job", () => {
    expect(Object.keys(JOBS).sort()).toEqual([...JOB_NAMES].sort());
  });
});

describe.each(Object.entries(ROUTES))("%s", (id, row) => {
  const brands = row.path.includes(":brand") ? BRANDS : (["own"] as const);

  it.each(ROLES)("gives %s what the table says, as page and as data, and refusals change nothing", async (role) => {
    const before = await dump();
    let touched = false;
    for (const which of brands) {
      for (const form of ["page", "data"] as const) {
        for (const [method, access] of [
          ["GET", row.read],
          ["POST", row.write],
        ] as const) {
          const expected = promised(access, role, { which, form });
          const answer = await ask(row, { role, which, form, method });
          expect({ id, which, form, method, verdict: given(answer) }).toEqual({ id, which, form, method, verdict: expected });
          touched ||= method === "POST" && expected === "allowed";
        }
      }
    }
    if (!touched) expect(await dump()).toBe(before);
  });
});

describe("before the framework", () => {
  it.each(Object.entries(EDGE))("%s gives everyone the same", async (_, row) => {
    for (const role of ROLES) {
      for (const [method, access] of [
        ["GET", row.read],
        ["POST", row.write],
      ] as const) {
        const verdict = given(await ask(row, { role, which: "own", form: "page", method }));
        expect({ role, method, verdict }).toEqual({ role, method, verdict: promised(access, role, { which: "own", form: "page" }) });
      }
    }
  });
});

describe("missing and forbidden", () => {
  const shown = (answer: RawAnswer, which: Which): string =>
    answer.text
      .replaceAll(/nonce="[^"]*"/g, "")
      .replaceAll(imports.get(which) ?? which, "IMPORT")
      .replaceAll(`/manage/${which}`, "/manage/BRAND");

  it.each(Object.entries(ROUTES).filter(([, row]) => row.path.includes(":brand")))("look alike on %s", async (_, row) => {
    for (const role of ["shopper", "owner", "operator"] as const) {
      for (const form of ["page", "data"] as const) {
        const [foreign, missing] = [
          await ask(row, { role, which: "foreign", form, method: "GET" }),
          await ask(row, { role, which: "missing", form, method: "GET" }),
        ];
        expect(foreign.status).toBe(404);
        expect(shown(foreign, "foreign")).toBe(shown(missing, "missing"));
        expect(Object.keys(foreign.headers).sort()).toEqual(Object.keys(missing.headers).sort());
      }
    }
  });

  it("somebody else's import is not found under one's own brand", async () => {
    const row: Row = { path: `/manage/own/catalog/imports/${imports.get("foreign")}`, read: "everyone", write: "nobody" };
    for (const path of [row.path, `${row.path}/errors.csv`]) {
      expect((await ask({ ...row, path }, { role: "owner", which: "own", form: "page", method: "GET" })).status).toBe(404);
    }
  });
});

describe("sessions and teams of others", () => {
  const post = async (role: Role, path: string, fields: Readonly<Record<string, string>>): Promise<RawAnswer> =>
    rawRequest(home.port, {
      method: "POST",
      path,
      headers: { cookie: await sessionOf(deps, get(role)), origin: home.origin, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(fields).toString(),
    });

  it("cannot be ended or changed", async () => {
    await sessionOf(deps, get("owner"));
    const [theirs] = await world.db.query.selectFrom("sessions").select("id").where("person_id", "=", get("owner")).execute();
    const [count, before] = [await sessionsOf("owner"), await dump()];
    await post("shopper", "/account", { intent: "end_session", session: theirs?.id ?? "" });
    expect(await sessionsOf("owner")).toBe(count);
    const remove = { intent: "remove", person: get("analyst") };
    for (const role of ["shopper", "analyst", "fulfilment", "manager", "operator"] as const) {
      for (const path of ["/manage/own/settings/team", "/manage/own/settings/team.data", "/manage/foreign/settings/team"]) {
        expect((await post(role, path, remove)).status).toBe(404);
      }
    }
    expect(
      (await post("owner", "/manage/foreign/settings/team", { intent: "add", email: "owner@example.org", role: "owner" })).status,
    ).toBe(404);
    expect(await dump()).toBe(before);
  });
});
