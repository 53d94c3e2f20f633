import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Home, makeHome, type RunningProcess, startProcess } from "~tests/support/app";
import { openWorld, type World } from "~tests/support/databases";
import { endProcess, endWithThisProcess } from "~tests/support/processes";
import { trackingWorld } from "~tests/support/tracking-world";
import type { Load, Loaded } from "./keep-alive-load";
import { printRatio, type Ratio } from "./measure";

const CONNECTIONS = 64;
const ROUND_MS = Number(process.env["BENCH_ROUND_MS"] ?? 4_000);
const ROUNDS = 7;

const children: ChildProcess[] = [];

function start(file: string): ChildProcess {
  const child = fork(file, { execArgv: ["--import", "tsx"], stdio: ["ignore", "inherit", "inherit", "ipc"] });
  endWithThisProcess(child);
  children.push(child);
  return child;
}

async function measure(generator: ChildProcess, port: number, path: string): Promise<Loaded> {
  const load: Load = { port, path, connections: CONNECTIONS, ms: ROUND_MS };
  const answered = once(generator, "message");
  generator.send(load);
  const [loaded] = (await answered) as [Loaded];
  return loaded;
}

function ratioOf(values: readonly number[]): Ratio {
  const sorted = [...values].sort((left, right) => left - right);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? 0, lowest: sorted[0] ?? 0, highest: sorted.at(-1) ?? 0, rounds: sorted.length };
}

describe(`/l/:slug against a bare 302, ${CONNECTIONS} connections, SQLite, synchronous=FULL`, () => {
  let world: World;
  let home: Home;
  let web: RunningProcess;
  beforeAll(async () => {
    world = await openWorld("sqlite");
    if (!("file" in world.where)) throw new Error("not SQLite");
    await trackingWorld(world);
    home = await makeHome({ DATA_DIR: dirname(world.where.file) });
    web = await startProcess("web", home);
  });
  afterAll(async () => {
    await web?.stop();
    await Promise.all(children.map((child) => endProcess(child)));
    await world?.close();
  });

  it("keeps its share of the speed", async () => {
    const bare = start("tests/bench/bare-redirect.ts");
    const [{ port }] = (await once(bare, "message")) as [{ readonly port: number }];
    const generator = start("tests/bench/keep-alive-load.ts");
    const rows = async (): Promise<number> => {
      const counted = world.db.query.selectFrom("touches").select((eb) => eb.fn.countAll<number>().as("rows"));
      return Number((await counted.executeTakeFirstOrThrow()).rows);
    };
    await measure(generator, port, "/");
    await measure(generator, home.port, "/l/scarf");
    const [speeds, p99s, ours]: [number[], number[], Loaded[]] = [[], [], []];
    const before = await rows();
    for (let round = 0; round < ROUNDS; round++) {
      const yardstick = await measure(generator, port, "/");
      const redirect = await measure(generator, home.port, "/l/scarf");
      ours.push(redirect);
      speeds.push(redirect.answers / yardstick.answers);
      p99s.push(redirect.p99Ms / yardstick.p99Ms);
      console.log(`  bare ${perSecond(yardstick)}; redirect ${perSecond(redirect)}`);
    }
    printRatio("redirect ÷ bare 302, answers per second", ratioOf(speeds));
    printRatio("redirect ÷ bare 302, p99", ratioOf(p99s));
    expect(ours.reduce((sum, one) => sum + one.wrong, 0)).toBe(0);
    // Every answer has its touch, however fast it was.
    expect((await rows()) - before).toBe(ours.reduce((sum, one) => sum + one.answers, 0));
  });
});

function perSecond({ answers, p99Ms }: Loaded): string {
  return `${Math.round((answers * 1_000) / ROUND_MS)}/s, p99 ${p99Ms.toPrecision(3)} ms`;
}
