import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import remixConfig from "./remix.config.js";

declare module "@remix-run/node" {
  // Types follow the single-fetch future flag: loaders' values arrive as they were returned.
  interface Future {
    v3_singleFetch: true;
  }
}

/** Files worth compressing; pictures and fonts are compressed already. */
const TEXTUAL = /\.(?:js|css|svg|json|txt|webmanifest)$/;

/** Below this a compressed copy saves no packet. */
const SMALLEST_BYTES = 1_024;

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths(), precompress()],
  build: { target: "es2022", assetsInlineLimit: 0, sourcemap: false },
  css: { modules: { localsConvention: "camelCaseOnly" } },
  server: { host: "localhost" },
});

/** Writes `.br` and `.gz` beside each text file of the client build, so that serving one costs no compression. */
function precompress(): Plugin {
  let folder = "";
  return {
    name: "precompress",
    apply: "build",
    configResolved(config) {
      folder = config.build.ssr ? "" : resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      if (folder !== "") compressFolder(folder);
    },
  };
}

function compressFolder(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!TEXTUAL.test(name)) continue;
    const file = join(folder, name);
    const content = readFileSync(file);
    if (content.byteLength < SMALLEST_BYTES) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength } }));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}
