import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import type { FileHandler } from "./handle-request";
import type { PageHandler } from "./pages";
import { staticFiles } from "./static-files";

/** Where files and pages come from. */
export type PageSource = { readonly files: FileHandler; readonly pages: PageHandler; readonly close: () => Promise<void> };

/** The finished build. Errors: there is none yet. */
export async function pagesFromBuild(mode: string): Promise<PageSource> {
  const entry = join(process.cwd(), "build/server/index.js");
  if (!existsSync(entry)) throw new Error("The pages are not built yet. Run `npm run build` first.");
  const build: ServerBuild = await import(pathToFileURL(entry).href);
  return {
    files: staticFiles(join(process.cwd(), "build/client")),
    pages: createRequestHandler(build, mode),
    close: async () => undefined,
  };
}

/** Vite, which compiles what is asked for and tells open pages of changes through the same server. */
export async function pagesFromVite(server: Server): Promise<PageSource> {
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true, hmr: { server } } });
  const build = async (): Promise<ServerBuild> => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
  return { files: vite.middlewares, pages: createRequestHandler(build, "development"), close: () => vite.close() };
}
