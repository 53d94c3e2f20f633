import { seeded } from "../data/seeded";
import type { Hex } from "./colour";
import { createIds } from "./drawing";
import { type GroundName, grounds } from "./grounds";
import { type Window, windowLight } from "./lighting";
import { picture } from "./picture";
import { type Placement, place } from "./place";

/** The sheet of a post: portrait, 4 : 5. */
export const SCENE_SIZE = { width: 800, height: 1000 } as const;

/** A post's picture: a ground, two to four goods (one cropped by the edge), one window. */
export type Scene = {
  readonly name: string;
  readonly ground: GroundName;
  readonly colour: Hex;
  readonly window: { readonly kind: Window; readonly strength: number };
  readonly goods: readonly Placement[];
  readonly label: string;
};

/** Draws a scene as SVG text; goods later in the list lie on top. */
export function drawScene(scene: Scene): string {
  const { width, height } = SCENE_SIZE;
  const chance = seeded(scene.name);
  const ids = createIds("");
  const ground = grounds[scene.ground]({ width, height, colour: scene.colour, chance, ids });
  const goods = scene.goods.map((placement) => place(placement, { chance, ids })).join("");
  return picture({ width, height, body: ground + goods + windowLight(width, height, scene.window), label: scene.label });
}
