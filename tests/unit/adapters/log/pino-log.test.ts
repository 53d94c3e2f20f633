import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

/** Logs in a process of its own, as the log writes to that process's standard output. */
const SCRIPT = `
  import { pinoLog } from "./app/adapters/log/pino-log.ts";
  const error = Object.assign(new Error("550 <ada@example.org>: unknown"), { code: "EENVELOPE", rejected: ["ada@example.org"] });
  pinoLog({ level: "info", to: "stdout", process: "web" }).error("A mail could not be sent.", error, { count: 1 });
`;

it("writes an error as one line that names nobody", () => {
  const written = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", SCRIPT], { encoding: "utf8" });
  const [line = "", ...more] = written.split("\n");
  expect(more).toEqual([""]);
  expect(JSON.parse(line)).toMatchObject({
    process: "web",
    msg: "A mail could not be sent.",
    count: 1,
    err: { name: "Error", code: "EENVELOPE", message: "550 <[address]>: unknown", stack: expect.stringContaining("    at ") },
  });
  expect(line).not.toContain("@example.org");
});
