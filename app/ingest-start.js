import { register } from "tsx/esm/api";

// A thread does not take over how its process reads TypeScript, and `--import tsx` registers in main threads only.
register();
await import(new URL("./ingest.server.ts", import.meta.url).href);
