import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import ts from "typescript";
import { z } from "zod";

const CLIENT = "build/client";
const ASSETS = join(CLIENT, "assets");
const MANIFEST = /^manifest-.*\.js$/;

const manifestSchema = z.object({
  entry: z.object({ module: z.string() }),
  routes: z.record(z.string(), z.object({ id: z.string(), parentId: z.string().optional(), module: z.string() })),
});

/** What Remix tells the browser: which module belongs to which route. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The scripts of the client build: URL path → text. */
export type Scripts = ReadonlyMap<string, string>;

/** Reads every script the build would send to a browser. */
export function readScripts(): Scripts {
  const names = readdirSync(CLIENT, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  return new Map(names.map((name) => [`/${name}`, readFileSync(join(CLIENT, name), "utf8")]));
}

/** Reads Remix's manifest. Errors: there is none, so there was no build. */
export function readManifest(): Manifest {
  const name = readdirSync(ASSETS).find((each) => MANIFEST.test(each));
  if (name === undefined) throw new Error(`No manifest in ${ASSETS}`);
  const text = readFileSync(join(ASSETS, name), "utf8");
  return manifestSchema.parse(JSON.parse(text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1)));
}

/** The scripts a page needs before it works: the entry's, its own and its parents', with all they import, lazy parts left out. */
export function scriptsOfRoute(id: string, manifest: Manifest, scripts: Scripts): ReadonlySet<string> {
  const modules = [manifest.entry.module];
  for (let route = manifest.routes[id]; route !== undefined; route = manifest.routes[route.parentId ?? ""]) modules.push(route.module);
  return withImports(modules, scripts);
}

/** These scripts and everything they import before they run. Errors: an import of a script that was not built. */
export function withImports(from: readonly string[], scripts: Scripts): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...from];
  for (let script = waiting.pop(); script !== undefined; script = waiting.pop()) {
    if (reached.has(script)) continue;
    reached.add(script);
    waiting.push(...importsOf(script, scripts));
  }
  return reached;
}

const known = new WeakMap<Scripts, Map<string, readonly string[]>>();

/** Reading a script takes longer than following its imports, and every page imports the same ones. */
function importsOf(script: string, scripts: Scripts): readonly string[] {
  const memory = known.get(scripts) ?? new Map<string, readonly string[]>();
  known.set(scripts, memory);
  const imports = memory.get(script) ?? readImports(script, scripts);
  memory.set(script, imports);
  return imports;
}

function readImports(script: string, scripts: Scripts): readonly string[] {
  const text = scripts.get(script);
  if (text === undefined) throw new Error(`${script} is not in the build`);
  const tree = ts.createSourceFile(script, text, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  return tree.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    return moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? [new URL(moduleSpecifier.text, `http://site${script}`).pathname] : [];
  });
}

/** What these scripts weigh on the wire, each compressed for itself. */
export function gzipBytes(names: Iterable<string>, scripts: Scripts): number {
  return [...names].reduce((sum, name) => sum + gzipSync(scripts.get(name) ?? "", { level: 9 }).byteLength, 0);
}

/** Which of these words stand in which script. */
export function leaksIn(scripts: Scripts, words: readonly string[]): readonly string[] {
  return [...scripts].flatMap(([name, text]) => words.filter((word) => text.includes(word)).map((word) => `${name} contains "${word}"`));
}
