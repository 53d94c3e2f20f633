import type { Log } from "~/ports/log";

/** How often; the operator's page calls a process dead that has been silent for several of these. */
const EVERY_MS = 2_000;

/** Says now and every two seconds that this process lives, until `stop`, which says that it ended in order. */
export function startSignsOfLife(
  say: (sign: { readonly ended?: true }) => Promise<void>,
  log: Log,
): { readonly stop: () => Promise<void> } {
  let saying = Promise.resolve();
  // One after the other: a late sign of life must not follow the last word.
  const next = (sign: { readonly ended?: true }): void => {
    saying = saying.then(() => say(sign)).catch((error: unknown) => log.error("A sign of life could not be written.", error));
  };
  next({});
  const timer = setInterval(() => next({}), EVERY_MS);
  timer.unref();
  return {
    stop: () => {
      clearInterval(timer);
      next({ ended: true });
      return saying;
    },
  };
}
