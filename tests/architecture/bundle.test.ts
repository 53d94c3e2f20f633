import { beforeAll, expect, it } from "vitest";
import { ensureBuilt } from "~tests/support/build";
import {
  gzipBytes,
  leaksIn,
  type Manifest,
  readManifest,
  readScripts,
  type Scripts,
  scriptsOfRoute,
  withImports,
} from "./rules/client-bundle";
import { MARKERS, serverWords } from "./rules/server-words";
import { listSourceFiles } from "./rules/source-files";

const KB = 1_000;
const SHOPPER_LIMIT = 100 * KB;
const CHART_LIMIT = 120 * KB;

/** Consoles load charts and tables; everything else is met by shoppers on phones. */
const CONSOLE = /^routes\/(manage|ops|studio)\b/;
/** Recharts writes its class names with this. */
const CHART_MARK = "recharts-";

let manifest: Manifest;
let scripts: Scripts;

beforeAll(async () => {
  await ensureBuilt();
  [manifest, scripts] = [readManifest(), readScripts()];
}, 300_000);

it("sends no server code, package or setting to the browser", () => {
  const words = serverWords(listSourceFiles());
  expect(words.length).toBeGreaterThan(50);
  expect(leaksIn(scripts, [...MARKERS, ...words])).toEqual([]);
});

it("sends shoppers at most 100 KB of scripts per page", () => {
  const pages = Object.keys(manifest.routes).filter((id) => !CONSOLE.test(id));
  expect(pages.length).toBeGreaterThan(1);
  const weights = pages.map((id) => ({ id, bytes: gzipBytes(scriptsOfRoute(id, manifest, scripts), scripts) }));
  expect(Math.min(...weights.map(({ bytes }) => bytes))).toBeGreaterThan(10 * KB);
  expect(weights.filter(({ bytes }) => bytes > SHOPPER_LIMIT)).toEqual([]);
});

it("draws charts from a lazy part of at most 120 KB", () => {
  const charts = [...scripts].filter(([, text]) => text.includes(CHART_MARK)).map(([name]) => name);
  expect(charts.length).toBeGreaterThan(0);
  const eager = new Set(Object.keys(manifest.routes).flatMap((id) => [...scriptsOfRoute(id, manifest, scripts)]));
  expect(charts.filter((name) => eager.has(name))).toEqual([]);
  const lazy = [...withImports(charts, scripts)].filter((name) => !eager.has(name));
  expect(gzipBytes(lazy, scripts)).toBeLessThanOrEqual(CHART_LIMIT);
});

it("would notice a leak, and follows imports but not lazy ones", () => {
  const planted = new Map([
    ["/assets/entry.js", 'import{a}from"./shared.js";import("./chart.js");a()'],
    ["/assets/shared.js", 'export*from"./deep.js"'],
    ["/assets/deep.js", 'export const a=()=>"select * from people"'],
    ["/assets/chart.js", 'import"./deep.js";"recharts-bar"'],
  ]);
  const service = { path: "app/services/list-people.ts", text: 'export const all = "select * from people";' };
  const page = { path: "app/ui/people.tsx", text: 'export const title = "select some people, please";' };
  expect(serverWords([service, page])).toEqual(["select * from people"]);
  expect(leaksIn(planted, serverWords([service, page]))).toEqual(['/assets/deep.js contains "select * from people"']);
  expect([...withImports(["/assets/entry.js"], planted)]).toEqual(["/assets/entry.js", "/assets/shared.js", "/assets/deep.js"]);
  expect(gzipBytes(["/assets/deep.js"], planted)).toBeGreaterThan(20);
});
