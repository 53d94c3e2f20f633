import type { EntryContext } from "@remix-run/node";

/**
 * The rendering context with the matched routes only, plus their index and pathless children: the framework
 * otherwise ranks and compiles every route of the product for every page. The browser learns of further routes
 * by lazy discovery; it needs the children because a known parent that fits a path is not asked about again.
 */
export function onlyMatchedRoutes(entry: EntryContext): EntryContext {
  const wanted = wantedRouteIds(entry);
  return {
    ...entry,
    manifest: { ...entry.manifest, routes: pick(entry.manifest.routes, wanted) },
    routeModules: pick(entry.routeModules, wanted),
  };
}

function wantedRouteIds(entry: EntryContext): ReadonlySet<string> {
  const wanted = new Set(entry.staticHandlerContext.matches.map((match) => match.route.id));
  const rest = Object.values(entry.manifest.routes).filter((route) => route.index === true || route.path === undefined);
  // Pathless routes may hold further ones, so look until nothing new turns up.
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const route of rest) if (route.parentId !== undefined && wanted.has(route.parentId)) wanted.add(route.id);
  }
  return wanted;
}

function pick<Value>(from: Readonly<Record<string, Value>>, wanted: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(from).filter(([id]) => wanted.has(id)));
}
