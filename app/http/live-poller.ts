import type { BrandId } from "~/domain/kernel/branded";
import type { LiveFeed } from "~/ports/live-feed";
import type { Log } from "~/ports/log";
import { streamPlaces } from "./stream-places";

/** Four looks a second while someone watches: a new event shows well within the promised two seconds. */
const PERIOD_MS = 250;

type Watcher = { readonly brandId: BrandId; readonly tell: (version: number) => void; last: number | null };

/** One poller for the whole process, however many people look; idle when nobody does. */
export function livePoller(
  readVersions: (brandIds: readonly BrandId[]) => Promise<ReadonlyMap<BrandId, number>>,
  log: Log,
): LiveFeed & { readonly close: () => void } {
  const watchers = new Set<Watcher>();
  const endings = new Set<() => void>();
  let timer: NodeJS.Timeout | null = null;
  let closed = false;

  const look = async (): Promise<void> => {
    timer = null;
    try {
      const versions = await readVersions([...new Set([...watchers].map((watcher) => watcher.brandId))]);
      for (const watcher of watchers) tellIfNew(watcher, versions.get(watcher.brandId) ?? 0);
    } catch (error) {
      log.error("Could not read the projections' versions; trying again.", error);
    }
    schedule();
  };
  const schedule = (): void => {
    if (timer !== null || closed || watchers.size === 0) return;
    timer = setTimeout(() => void look(), PERIOD_MS);
    timer.unref();
  };

  return {
    watch(brandId, tell) {
      const watcher: Watcher = { brandId, tell, last: null };
      watchers.add(watcher);
      schedule();
      return () => watchers.delete(watcher);
    },
    admit: streamPlaces(),
    onClose(end) {
      if (closed) end();
      else endings.add(end);
      return () => endings.delete(end);
    },
    close() {
      closed = true;
      if (timer !== null) clearTimeout(timer);
      for (const end of endings) end();
      watchers.clear();
    },
  };
}

function tellIfNew(watcher: Watcher, version: number): void {
  if (watcher.last === version) return;
  watcher.last = version;
  watcher.tell(version);
}
