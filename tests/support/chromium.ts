import { findExecutable, isExecutable } from "./processes";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/** A Chromium of this machine: the one the variable CHROMIUM names, else one on the PATH; undefined when there is none. */
export function findChromium(): string | undefined {
  const named = process.env["CHROMIUM"];
  if (named !== undefined && isExecutable(named)) return named;
  return findExecutable(NAMES, ["/usr/bin"]);
}
