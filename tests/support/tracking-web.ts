import { dirname } from "node:path";
import type { WebDeps } from "~/services/web-deps";
import { accountWorld } from "./account-world";
import { type Home, makeHome, type RunningProcess, startProcess } from "./app";
import { openWorld, type World } from "./databases";
import { formHeaders, type RawAnswer, rawRequest } from "./raw-request";
import { type TrackingWorld, trackingWorld } from "./tracking-world";

/** Inside Instagram, where links are opened. */
export const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F79 Instagram 330.0.3.29.91 (iPhone14,3; iOS 17_5)";

export type Headers = Readonly<Record<string, string>>;

type AddedTouch = Awaited<ReturnType<typeof touchRows>>[number] & { readonly reasons: readonly (string | null)[] };

/** The running web on a world full of what touches point at. */
export type TrackingWeb = {
  readonly world: World;
  readonly deps: WebDeps;
  readonly places: TrackingWorld;
  readonly home: Home;
  readonly get: (path: string, headers?: Headers, method?: string) => Promise<RawAnswer>;
  readonly post: (path: string, fields: Readonly<Record<string, string>>, headers?: Headers) => Promise<RawAnswer>;
  /** The cookie of somebody who agreed. */
  readonly consented: () => Promise<string>;
  readonly touches: () => ReturnType<typeof touchRows>;
  /** The touches that `act` adds, with the reasons of their targets. */
  readonly adds: (act: () => Promise<unknown>) => Promise<readonly AddedTouch[]>;
  /** The touches whose signed ids an address carries. */
  readonly carriedBy: (answer: RawAnswer | undefined) => readonly string[];
  /** Starts the web again, in place of one that has ended. */
  readonly restart: (env?: Headers) => Promise<RunningProcess>;
  readonly web: () => RunningProcess;
  readonly close: () => Promise<void>;
};

/** Starts it on SQLite; the caller closes it. */
export async function startTrackingWeb(): Promise<TrackingWeb> {
  const world = await openWorld("sqlite");
  if (!("file" in world.where)) throw new Error("not SQLite");
  const { deps } = accountWorld(world);
  const places = await trackingWorld(world);
  const home = await makeHome({ DATA_DIR: dirname(world.where.file), AUTH_SECRET: "s".repeat(40), VITRINE_TEST: "1" });
  let web = await startProcess("web", home);
  const get: TrackingWeb["get"] = (path, headers = {}, method = "GET") =>
    rawRequest(home.port, { path, method, headers: { "user-agent": PHONE, ...headers } });
  const post: TrackingWeb["post"] = (path, fields, headers = {}) => {
    const body = new URLSearchParams(fields).toString();
    return rawRequest(home.port, { path, method: "POST", headers: { "user-agent": PHONE, ...formHeaders(home.origin), ...headers }, body });
  };
  return {
    world,
    deps,
    places,
    home,
    get,
    post,
    consented: async () => {
      const cookie = cookieOf(await post("/consent", { answer: "accept" }), "visitor");
      if (cookie === undefined) throw new Error("no visitor");
      return cookie;
    },
    touches: () => touchRows(world),
    adds: (act) => addedBy(world, act),
    carriedBy: (answer) => deps.touchTokens.read(new URL(answer?.headers.location ?? "", home.origin).searchParams.get("vt") ?? ""),
    restart: async (env = {}) => {
      web = await startProcess("web", home, env);
      return web;
    },
    web: () => web,
    close: async () => {
      await web.stop();
      await world.close();
    },
  };
}

function touchRows(world: World) {
  return world.db.query.selectFrom("touches").selectAll().orderBy("id").execute();
}

async function addedBy(world: World, act: () => Promise<unknown>): Promise<readonly AddedTouch[]> {
  const before = new Set((await touchRows(world)).map((row) => row.id));
  await act();
  const added = (await touchRows(world)).filter((row) => !before.has(row.id));
  const targets = await world.db.query.selectFrom("touch_targets").selectAll().execute();
  return added.map((row) => ({
    ...row,
    reasons: targets.filter((target) => target.touch_id === row.id).map((target) => target.disqualified),
  }));
}

/** What a browser would send from now on under this name. */
export function cookieOf(answer: RawAnswer, name: string): string | undefined {
  return (answer.headers["set-cookie"] ?? []).map((line) => line.split(";")[0] ?? "").find((pair) => pair.startsWith(`${name}=`));
}
