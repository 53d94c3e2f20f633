import { seeded } from "../data/seeded";
import type { Hex } from "./colour";
import { createIds, type Look } from "./drawing";
import { grounds } from "./grounds";
import { windowLight } from "./lighting";
import { picture } from "./picture";
import { place } from "./place";
import { frameOf, type Shape, type ShapeName, shapes } from "./shapes";

const SIDE = 800;
/** Warm and cool greys: a shop wall that never competes with what hangs on it. */
const WALLS: readonly Hex[] = ["#d9d6d1", "#cfd3d4", "#dcd8d3", "#c9cfcd", "#d8d5cf", "#d3d6d8"];
/** A light that is on needs dusk around it. */
const DUSK: readonly Hex[] = ["#5d6f6a", "#66625c", "#565f68"];

/** The picture of one product in one colour, square. The same shape, look and seed give the same picture. */
export function productShot({ shape, look, seed, label }: { shape: ShapeName; look: Look; seed: string; label: string }): string {
  const framing: Shape = shapes[shape];
  const { scale, lift } = frameOf(framing, look);
  const chance = seeded(`${seed}/${shape}`);
  const ids = createIds("");
  const glowing = shape === "lamp" || (look.cuts?.includes("lit") ?? false);
  const walls = glowing ? DUSK : WALLS;
  const colour = walls[Math.floor(chance() * walls.length)] ?? "#d9d6d1";
  const ground = grounds[framing.stands === undefined ? "paper" : "cove"]({ width: SIDE, height: SIDE, colour, chance, ids });
  const goods = place({ shape, look, x: SIDE / 2, y: SIDE / 2 + lift, scale, turn: framing.turn }, { chance, ids });
  const light = windowLight(SIDE, SIDE, { strength: 0.1, kind: "wide" });
  return picture({ width: SIDE, height: SIDE, body: ground + goods + light, label });
}
