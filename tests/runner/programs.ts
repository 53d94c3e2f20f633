import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, rmSync, writeFileSync } from "node:fs";
import { findChromium } from "~tests/support/chromium";
import { findPostgres } from "~tests/support/postgres";
import { endWithThisProcess, findExecutable } from "~tests/support/processes";
import { findRedis } from "~tests/support/redis";

export type Program = "PostgreSQL" | "Redis" | "Chromium";

const PROGRAMS: Readonly<Record<Program, { readonly found: () => boolean; readonly debianPackage: string }>> = {
  PostgreSQL: { found: () => findPostgres() !== undefined, debianPackage: "postgresql" },
  Redis: { found: () => findRedis() !== undefined, debianPackage: "redis-server" },
  Chromium: { found: () => findChromium() !== undefined, debianPackage: "chromium" },
};

/** A slow mirror may need minutes for Chromium; one that needs longer than this is broken. */
const INSTALL_TIMEOUT_MS = 15 * 60_000;

/** While this file says 101, Debian's packages do not start their services: the suites start private ones. */
const SERVICE_POLICY = "/usr/sbin/policy-rc.d";

/** Finds the programs the suites need and installs what is missing where that can be done. Returns what is still missing, each with the reason. */
export async function provide(needed: readonly Program[]): Promise<ReadonlyMap<Program, string>> {
  const missing = missingOf(needed);
  if (missing.length === 0) return new Map();
  const obstacle = obstacleToInstalling();
  if (obstacle !== undefined) return sayWhy(missing, obstacle);
  console.log(`Installing ${missing.join(", ")} with apt-get …`);
  const failure = await install(missing.map((program) => PROGRAMS[program].debianPackage));
  return sayWhy(missingOf(missing), failure ?? "apt-get installed the package, but its program was not found");
}

function missingOf(programs: readonly Program[]): readonly Program[] {
  return programs.filter((program) => !PROGRAMS[program].found());
}

function sayWhy(programs: readonly Program[], reason: string): ReadonlyMap<Program, string> {
  return new Map(
    programs.map((program) => [program, `${program} is missing (Debian: apt-get install ${PROGRAMS[program].debianPackage}): ${reason}`]),
  );
}

function obstacleToInstalling(): string | undefined {
  if (findExecutable(["apt-get"]) === undefined) return "it could not be installed here, as there is no apt-get";
  if (process.getuid?.() !== 0) return "it could not be installed here, as only root may";
  return undefined;
}

async function install(packages: readonly string[]): Promise<string | undefined> {
  const ours = !existsSync(SERVICE_POLICY);
  if (ours) {
    writeFileSync(SERVICE_POLICY, "#!/bin/sh\nexit 101\n");
    chmodSync(SERVICE_POLICY, 0o755);
  }
  try {
    return (await aptGet(["update"])) ?? (await aptGet(["install", "-y", "--no-install-recommends", ...packages]));
  } finally {
    if (ours) rmSync(SERVICE_POLICY, { force: true });
  }
}

/** Undefined when it went well, else what went wrong. */
function aptGet(args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const child = spawn("apt-get", [...args], { env, stdio: ["ignore", "inherit", "inherit"], timeout: INSTALL_TIMEOUT_MS });
    endWithThisProcess(child);
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code) => resolve(code === 0 ? undefined : `apt-get ${args[0]} ended with ${code}`));
  });
}

/** Versions for the head of the report, so that a failure elsewhere can be compared. */
export function versions(): string {
  const ask = (file: string | undefined, flag: string): string =>
    file === undefined ? "missing" : spawnSync(file, [flag], { encoding: "utf8" }).stdout.trim();
  return [
    `Node ${process.version}`,
    ask(findPostgres()?.postgres, "--version"),
    ask(findRedis(), "--version"),
    ask(findChromium(), "--version"),
  ].join(" · ");
}
