import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawings } from "../data/products";
import { scenePlans } from "../data/scene-plans";
import { sceneFile, sceneOf } from "../data/scenes";
import { productShot } from "./product-shot";
import { type Rasterise, withRasteriser } from "./rasterise";
import { drawScene } from "./scene";

/*
 * Draws the demo world's pictures into public/demo, once. Existing files are kept unless --force is given.
 *   node --import tsx jobs/demo/art/render.ts [--only part-of-a-name] [--force]
 * CHROMIUM names the browser when it is not at /usr/bin/chromium.
 */

const PUBLIC = fileURLToPath(new URL("../../../public", import.meta.url));
/** Quality 72 keeps weave and grain; below about 60 the grounds begin to band. */
const QUALITY = 72;

type Job = { readonly file: string; readonly width: number; readonly height: number; readonly svg: () => string };

const { values } = parseArgs({ options: { only: { type: "string", default: "" }, force: { type: "boolean", default: false } } });
const jobs = listJobs().filter((job) => job.file.includes(values.only) && (values.force || !existsSync(join(PUBLIC, job.file))));
await withRasteriser(env["CHROMIUM"] ?? "/usr/bin/chromium", async (rasterise) => {
  for (const job of jobs) await render(job, rasterise);
});
console.log(`${jobs.length} pictures drawn`);

function listJobs(): readonly Job[] {
  return [
    ...drawings.map((drawing): Job => ({ file: drawing.file, width: 480, height: 480, svg: () => productShot(drawing) })),
    ...scenePlans.map((plan): Job => ({ file: sceneFile(plan), width: 720, height: 900, svg: () => drawScene(sceneOf(plan)) })),
  ];
}

async function render({ file, width, height, svg }: Job, rasterise: Rasterise): Promise<void> {
  const path = join(PUBLIC, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, await rasterise(svg(), { width, height, quality: QUALITY }));
}
