import type { TestProject } from "vitest/node";
import { ensureBuilt } from "./build";
import { type Services, startServices } from "./services";

declare module "vitest" {
  interface ProvidedContext {
    services: Services;
  }
}

type Shared = { users: number; running: ReturnType<typeof startServices> };

/** Each project loads this file for itself; the one place they share is the process. */
const held = globalThis as { vitrineServices?: Shared };

/** Starts the services with the first project that needs them and ends them with the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Here, once: two test processes that build at the same moment delete each other's files.
  await ensureBuilt();
  held.vitrineServices ??= { users: 0, running: startServices() };
  const shared = held.vitrineServices;
  shared.users++;
  const { services, stop } = await shared.running;
  project.provide("services", services);
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    delete held.vitrineServices;
    await stop();
  };
}
