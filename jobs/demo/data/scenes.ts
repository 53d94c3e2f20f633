import type { Hex } from "../art/colour";
import type { GroundName } from "../art/grounds";
import type { Window } from "../art/lighting";
import type { Placement } from "../art/place";
import { SCENE_SIZE, type Scene } from "../art/scene";
import type { ShapeName } from "../art/shapes";
import { getDrawing } from "./products";
import { slugOf } from "./slug";

/** A thing for sale in a scene: where its centre lies on the 800 × 1000 sheet, and where its tag hangs. */
export type SceneProduct = {
  readonly handle: string;
  readonly colour: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn: number;
  readonly tag: readonly [x: number, y: number];
};

/** A thing that only dresses the picture. */
export type SceneProp = {
  readonly prop: "sprig" | "coffee" | "magazine";
  readonly colour: Hex;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  readonly turn: number;
};

/** A post's picture as data. */
export type ScenePlan = {
  readonly name: string;
  readonly ground: GroundName;
  readonly colour: Hex;
  readonly window: { readonly kind: Window; readonly strength: number };
  readonly label: string;
  readonly goods: readonly (SceneProduct | SceneProp)[];
};

/** Where a product's tag hangs in a post's picture, in shares of its width and height. */
export type SceneTag = { readonly handle: string; readonly colour: string; readonly x: number; readonly y: number };

/** The path a scene's picture is served under. */
export function sceneFile(plan: ScenePlan): string {
  return `/demo/posts/${slugOf(plan.name)}.webp`;
}

/** The tags of a scene, ready for a post. */
export function sceneTags(plan: ScenePlan): readonly SceneTag[] {
  return plan.goods.flatMap((good) =>
    "prop" in good
      ? []
      : [{ handle: good.handle, colour: good.colour, x: good.tag[0] / SCENE_SIZE.width, y: good.tag[1] / SCENE_SIZE.height }],
  );
}

/** The scene with its goods drawn as their products look. */
export function sceneOf(plan: ScenePlan): Scene {
  return { ...plan, goods: plan.goods.map(placementOf) };
}

function placementOf(good: SceneProduct | SceneProp): Placement {
  const { x, y, scale, turn } = good;
  if ("prop" in good) return { shape: good.prop satisfies ShapeName, look: { colour: good.colour }, x, y, scale, turn };
  const { shape, look } = getDrawing(good.handle, good.colour);
  return { shape, look, x, y, scale, turn };
}
