import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const versionsSchema = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({ dependencies: versionsSchema, devDependencies: versionsSchema });
const lockSchema = z.object({
  lockfileVersion: z.number(),
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
      optional: z.boolean().optional(),
      dependencies: versionsSchema,
      devDependencies: versionsSchema,
    }),
  ),
});

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * What is wrong with the lockfile: versions that may drift, packages without a checksum, addresses of one
 * machine's registry, and disagreement with package.json. Empty when it is sound.
 */
export function lockfileFaults(root: string): readonly string[] {
  const wanted = packageSchema.parse(readJson(join(root, "package.json")));
  const lock = lockSchema.parse(readJson(join(root, "package-lock.json")));
  const direct = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies });
  const locked = { ...lock.packages[""]?.dependencies, ...lock.packages[""]?.devDependencies };
  const packages = Object.entries(lock.packages).filter(([path]) => path !== "");
  return [
    ...(lock.lockfileVersion === 3 ? [] : [`lockfileVersion is ${lock.lockfileVersion}, not 3`]),
    ...direct.filter(([, version]) => !EXACT.test(version)).map(([name, version]) => `${name}: "${version}" is not an exact version`),
    ...direct
      .filter(([name, version]) => locked[name] !== version)
      .map(([name]) => `${name}: the lockfile does not have package.json's version`),
    ...Object.keys(locked)
      .filter((name) => !direct.some(([known]) => known === name))
      .map((name) => `${name}: locked, but not in package.json`),
    ...packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => `${path}: names the address of a registry`),
    ...packages
      .filter(([, entry]) => entry.integrity === undefined && !isForOtherMachines(entry))
      .map(([path]) => `${path}: has no checksum`),
  ];
}

/** A registry may not tell the checksum of a package for another operating system or processor; npm never installs it here. */
function isForOtherMachines(entry: { readonly optional?: boolean | undefined; readonly link?: boolean | undefined }): boolean {
  return entry.link === true || entry.optional === true;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}
