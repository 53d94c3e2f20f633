import type { Hex } from "../art/colour";
import type { GroundName } from "../art/grounds";
import { SCENE_SIZE } from "../art/scene";
import { drawings, getDrawing, getProduct } from "./products";
import { scenePlans } from "./scene-plans";
import type { ScenePlan, SceneProduct, SceneProp } from "./scenes";
import { type Chance, pick, seeded } from "./seeded";
import type { DemoDrawing } from "./types";

/** Pictures made of each hand-laid one; with it, 112 posts. */
const VARIANTS = 6;

/** Duller than any good that lies on them. */
const GROUND_COLOURS: Readonly<Record<GroundName, readonly [Hex, ...Hex[]]>> = {
  paper: ["#d9d6cf", "#cfd3d1"],
  plaster: ["#c3cacb", "#cdc6bb", "#c2c8bd", "#d2ccc6"],
  linen: ["#bfc7c9", "#d3cdc0", "#c7cbc1", "#d0c6bf"],
  oak: ["#a9927a", "#b39c83", "#94806c"],
  terrazzo: ["#cfcac2", "#c6cbc8", "#d1c9c4"],
  cove: ["#cfd6d3", "#d6d0c8", "#cbd0d6"],
  shelf: ["#5d6f6a", "#b9b6ac", "#6d6a72"],
};

/**
 * Every post's picture: the hand-laid scenes, and each of them laid again with other goods of the same shapes,
 * every second time seen from the other side. The same on every machine.
 */
export const allScenes: readonly ScenePlan[] = [...scenePlans, ...scenePlans.flatMap(variantsOf)];

function variantsOf(plan: ScenePlan): readonly ScenePlan[] {
  return Array.from({ length: VARIANTS }, (_, index) => variantOf(plan, index + 2));
}

function variantOf(plan: ScenePlan, number: number): ScenePlan {
  const chance = seeded(`scene ${plan.name} ${number}`);
  const taken = new Set<string>();
  const swapped = plan.goods.map((good) => ("prop" in good ? good : otherGood(good, chance, taken)));
  const goods = number % 2 === 0 ? swapped.map(mirrored) : swapped;
  return {
    ...plan,
    name: `${plan.name}-${number}`,
    colour: pick(chance, GROUND_COLOURS[plan.ground]),
    window: { ...plan.window, strength: plan.window.strength * (0.8 + 0.4 * chance()) },
    label: goods.flatMap((good) => ("prop" in good ? [] : [`${getProduct(good.handle).title} (${good.colour})`])).join(", "),
    goods,
  };
}

/** Another good of the same brand and shape, so that it fits its place and its neighbours. */
function otherGood(good: SceneProduct, chance: Chance, taken: Set<string>): SceneProduct {
  const { shape } = getDrawing(good.handle, good.colour);
  const { brandSlug } = getProduct(good.handle);
  const fitting = drawings.filter((one) => one.shape === shape && getProduct(one.handle).brandSlug === brandSlug);
  const free = fitting.filter((one) => !taken.has(one.handle) && one.handle !== good.handle);
  const chosen: DemoDrawing = pick(chance, free.length > 0 ? free : fitting);
  taken.add(chosen.handle);
  return { ...good, handle: chosen.handle, colour: chosen.colour };
}

function mirrored<Good extends SceneProduct | SceneProp>(good: Good): Good {
  const placed = { ...good, x: SCENE_SIZE.width - good.x, turn: -good.turn };
  return "tag" in good ? { ...placed, tag: [SCENE_SIZE.width - good.tag[0], good.tag[1]] } : placed;
}
