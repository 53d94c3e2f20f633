import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SCENE_SIZE } from "../../../../../jobs/demo/art/scene";
import { getProduct } from "../../../../../jobs/demo/data/products";
import { scenePlans } from "../../../../../jobs/demo/data/scene-plans";
import { sceneFile, sceneOf, sceneTags } from "../../../../../jobs/demo/data/scenes";

describe("the scenes", () => {
  it("are at least a dozen, each drawn once", () => {
    expect(scenePlans.length).toBeGreaterThanOrEqual(12);
    const files = scenePlans.map(sceneFile);
    expect(new Set(files).size).toBe(files.length);
    for (const file of files) expect(existsSync(fileURLToPath(new URL(`../../../../../public${file}`, import.meta.url))), file).toBe(true);
  });

  it("show two to four goods, and sell at least two products", () => {
    for (const plan of scenePlans) {
      expect(plan.goods.length).toBeGreaterThanOrEqual(2);
      expect(plan.goods.length).toBeLessThanOrEqual(4);
      expect(new Set(sceneTags(plan).map((tag) => tag.handle)).size).toBeGreaterThanOrEqual(2);
    }
  });

  it("hang their tags inside the picture, on products that come in that colour", () => {
    for (const tag of scenePlans.flatMap(sceneTags)) {
      expect(tag.x > 0 && tag.x < 1 && tag.y > 0 && tag.y < 1).toBe(true);
      expect(getProduct(tag.handle).pictures.map((picture) => picture.colour)).toContain(tag.colour);
    }
  });

  it("draw their goods as the products look", () => {
    for (const plan of scenePlans) expect(sceneOf(plan).goods).toHaveLength(plan.goods.length);
    expect(SCENE_SIZE.height / SCENE_SIZE.width).toBe(1.25);
  });
});
