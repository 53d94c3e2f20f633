import { describe, expect, it } from "vitest";
import { createIds } from "../../../../../jobs/demo/art/drawing";
import { productShot } from "../../../../../jobs/demo/art/product-shot";
import { drawScene } from "../../../../../jobs/demo/art/scene";
import { type ShapeName, shapes } from "../../../../../jobs/demo/art/shapes";
import { drawings } from "../../../../../jobs/demo/data/products";
import { scenePlans } from "../../../../../jobs/demo/data/scene-plans";
import { sceneOf } from "../../../../../jobs/demo/data/scenes";

const PROPS: readonly string[] = ["sprig", "coffee", "magazine"];
const names = Object.keys(shapes) as ShapeName[];

describe("the shapes", () => {
  it("are at least twenty, not counting what only dresses a picture", () => {
    expect(names.filter((name) => !PROPS.includes(name)).length).toBeGreaterThanOrEqual(20);
  });

  it("are all on sale somewhere", () => {
    const sold = new Set<string>(drawings.map((drawing) => drawing.shape));
    expect(names.filter((name) => !sold.has(name) && !PROPS.includes(name))).toEqual([]);
  });

  it.each(names)("%s is drawn without a hole in its numbers, with every reference defined", (shape) => {
    const svg = productShot({
      shape,
      look: { colour: "#8a3d2c", accent: "#e6d9c0", print: ["SÈVE", "essai"] },
      seed: "test",
      label: shape,
    });
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
    const ids = new Set([...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    for (const [, reference] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(reference);
    expect(ids.size).toBe([...svg.matchAll(/ id="([^"]+)"/g)].length);
  });
});

describe("productShot", () => {
  it("gives the same picture for the same input", () => {
    for (const drawing of drawings.filter((_, i) => i % 40 === 0)) expect(productShot(drawing)).toBe(productShot(drawing));
  });

  it("follows the colour", () => {
    const shot = (colour: "#112233" | "#aabbcc"): string => productShot({ shape: "scarf", look: { colour }, seed: "one", label: "scarf" });
    expect(shot("#112233")).not.toBe(shot("#aabbcc"));
  });

  it("escapes its label", () => {
    expect(productShot({ shape: "soap", look: { colour: "#c9b48c" }, seed: "x", label: 'a "b" <c> & d' })).toContain(
      'aria-label="a &quot;b&quot; &lt;c> &amp; d"',
    );
  });
});

describe("drawScene", () => {
  it("gives the same picture for the same plan, all references defined", () => {
    for (const plan of scenePlans) {
      const svg = drawScene(sceneOf(plan));
      expect(svg).toBe(drawScene(sceneOf(plan)));
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });
});

describe("createIds", () => {
  it("never gives an id twice", () => {
    const ids = createIds("");
    expect(new Set(Array.from({ length: 50 }, () => ids("a"))).size).toBe(50);
  });
});
