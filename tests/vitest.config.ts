import { fileURLToPath } from "node:url";
import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

const SERVICES = ["tests/support/global-setup.ts"];

/** How long a condition is waited for; Vitest's own second is less than a busy machine may stand still. */
const POLL_TIMEOUT_MS = 30_000;

type Suite = {
  readonly name: string;
  /** One test's limit: generous, as only a hang should meet it. */
  readonly timeoutMs: number;
  /** How many files run at once. Suites that start whole products get the machine for themselves. */
  readonly workers: number;
  readonly services: boolean;
  /** Order among suites: those that may share the machine have the same number. */
  readonly turn: number;
};

const SUITES: readonly Suite[] = [
  { name: "unit", timeoutMs: 10_000, workers: 2, services: false, turn: 1 },
  { name: "property", timeoutMs: 60_000, workers: 2, services: true, turn: 2 },
  { name: "architecture", timeoutMs: 120_000, workers: 2, services: true, turn: 3 },
  { name: "integration", timeoutMs: 240_000, workers: 2, services: true, turn: 4 },
  // The long form kills twenty to fifty times in one test, and starts the product anew each time.
  { name: "faults", timeoutMs: process.env["FAULTS"] === "long" ? 3_600_000 : 480_000, workers: 1, services: true, turn: 5 },
  { name: "e2e", timeoutMs: 240_000, workers: 1, services: true, turn: 6 },
  { name: "bench", timeoutMs: 3_600_000, workers: 1, services: true, turn: 7 },
];

export default defineConfig({
  root,
  test: {
    projects: SUITES.map(project),
    allowOnly: false,
    passWithNoTests: false,
  },
});

function project({ name, timeoutMs, workers, services, turn }: Suite): TestProjectInlineConfiguration {
  return {
    root,
    plugins: [tsconfigPaths({ root, projects: ["tsconfig.json"] })],
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      environment: "node",
      pool: "forks",
      maxWorkers: workers,
      fileParallelism: workers > 1,
      sequence: { groupOrder: turn },
      testTimeout: timeoutMs,
      hookTimeout: Math.max(timeoutMs, 60_000),
      expect: { poll: { timeout: POLL_TIMEOUT_MS } },
      ...(services ? { globalSetup: SERVICES } : {}),
    },
  };
}
