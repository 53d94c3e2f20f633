import type { Cut, Drawing, Look } from "./drawing";
import { drawBackpack } from "./shapes/backpack";
import { drawBeanie } from "./shapes/beanie";
import { drawBelt } from "./shapes/belt";
import { drawBlanket } from "./shapes/blanket";
import { drawBoot } from "./shapes/boot";
import { drawBottle } from "./shapes/bottle";
import { drawCandle } from "./shapes/candle";
import { drawCoat } from "./shapes/coat";
import { drawCoffee } from "./shapes/coffee";
import { drawCompact } from "./shapes/compact";
import { drawCushion } from "./shapes/cushion";
import { drawDress } from "./shapes/dress";
import { drawGloves } from "./shapes/gloves";
import { drawHandbag } from "./shapes/handbag";
import { drawJar } from "./shapes/jar";
import { drawLamp } from "./shapes/lamp";
import { drawLipstick } from "./shapes/lipstick";
import { drawLoafer } from "./shapes/loafer";
import { drawMagazine } from "./shapes/magazine";
import { drawMug } from "./shapes/mug";
import { drawNotebook } from "./shapes/notebook";
import { drawPerfume } from "./shapes/perfume";
import { drawPlate } from "./shapes/plate";
import { drawPuffer } from "./shapes/puffer";
import { drawScarf } from "./shapes/scarf";
import { drawShirt } from "./shapes/shirt";
import { drawSkirt } from "./shapes/skirt";
import { drawSneaker } from "./shapes/sneaker";
import { drawSoap } from "./shapes/soap";
import { drawSocks } from "./shapes/socks";
import { drawSprig } from "./shapes/sprig";
import { drawSunglasses } from "./shapes/sunglasses";
import { drawSweater } from "./shapes/sweater";
import { drawTeapot } from "./shapes/teapot";
import { drawTee } from "./shapes/tee";
import { drawTote } from "./shapes/tote";
import { drawTrousers } from "./shapes/trousers";
import { drawTube } from "./shapes/tube";
import { drawVase } from "./shapes/vase";

/**
 * How a shape is drawn and how its product shot is framed: scale and turn (degrees) on an 800 × 800 sheet,
 * `lift` moves it down; some cuts need a frame of their own.
 * A shape `stands` on a table with its foot at that height, or lies flat on the ground.
 */
export type Shape = Frame & {
  readonly draw: (drawing: Drawing) => string;
  readonly turn: number;
  readonly stands?: number;
  readonly cuts?: Partial<Record<Cut, Frame>>;
};

type Frame = { readonly scale: number; readonly lift: number };

export type ShapeName = keyof typeof shapes;

/** Everything the shop can show, and the few things that only dress a picture (`sprig`, `coffee`, `magazine`). */
export const shapes = {
  backpack: flat(drawBackpack, 1.4, -4, 10),
  beanie: { ...flat(drawBeanie, 1.75, -6, 20), cuts: { pompom: { scale: 1.55, lift: 60 } } },
  belt: flat(drawBelt, 1.6, -4, -20),
  blanket: flat(drawBlanket, 1.5, -6, 10),
  boot: { ...flat(drawBoot, 1.6, -6, 70), cuts: { tall: { scale: 1.4, lift: 120 } } },
  bottle: { ...standing(drawBottle, 2.1, 148, 40), cuts: { dropper: { scale: 1.85, lift: 60 }, pump: { scale: 1.95, lift: 60 } } },
  candle: standing(drawCandle, 1.7, 154, 30),
  coat: { ...flat(drawCoat, 1.28, -3, -40), cuts: { short: { scale: 1.6, lift: 24 }, long: { scale: 1.2, lift: -60 } } },
  coffee: flat(drawCoffee, 1.6, 0, 0),
  compact: flat(drawCompact, 1.32, -10, 0),
  cushion: flat(drawCushion, 1.5, -5, 0),
  dress: { ...flat(drawDress, 1.28, -3, -10), cuts: { short: { scale: 1.5, lift: 10 } } },
  gloves: flat(drawGloves, 1.5, -8, -40),
  handbag: { ...flat(drawHandbag, 1.6, -3, 20), cuts: { crossbody: { scale: 1.45, lift: 50 } } },
  jar: standing(drawJar, 1.7, 132, 50),
  lamp: standing(drawLamp, 1.25, 216, 20),
  lipstick: flat(drawLipstick, 2, 18, 0),
  loafer: flat(drawLoafer, 1.6, -10, -20),
  magazine: flat(drawMagazine, 1.4, -4, 0),
  mug: standing(drawMug, 1.6, 146, 20),
  notebook: flat(drawNotebook, 1.5, -5, 0),
  perfume: standing(drawPerfume, 1.7, 148, 30),
  plate: flat(drawPlate, 1.6, 0, 0),
  puffer: { ...flat(drawPuffer, 1.34, -3, 30), cuts: { sleeveless: { scale: 1.55, lift: 30 }, long: { scale: 1.2, lift: -10 } } },
  scarf: flat(drawScarf, 1.5, -3, -10),
  shirt: { ...flat(drawShirt, 1.42, -3, -10), cuts: { short: { scale: 1.55, lift: -10 } } },
  skirt: { ...flat(drawSkirt, 1.42, -3, -20), cuts: { short: { scale: 1.8, lift: 70 } } },
  sneaker: flat(drawSneaker, 1.6, -12, 0),
  soap: flat(drawSoap, 1.55, -8, 0),
  socks: flat(drawSocks, 1.55, -4, 0),
  sprig: flat(drawSprig, 1.6, 20, 0),
  sunglasses: flat(drawSunglasses, 2, -6, 90),
  sweater: flat(drawSweater, 1.4, -3, -20),
  teapot: standing(drawTeapot, 1.45, 132, 60),
  tee: flat(drawTee, 1.5, -3, -10),
  tote: flat(drawTote, 1.42, -4, 30),
  trousers: { ...flat(drawTrousers, 1.3, -3, -10), cuts: { short: { scale: 2, lift: 190 } } },
  tube: flat(drawTube, 1.5, 14, 0),
  vase: { ...standing(drawVase, 1.25, 190, 60), cuts: { low: { scale: 1.65, lift: -20 }, tall: { scale: 1.02, lift: 90 } } },
} satisfies Record<string, Shape>;

/** The frame of a shape in this look: that of the first cut which has one, else the shape's own. */
export function frameOf(shape: Shape, look: Look): Frame {
  const cut = look.cuts?.find((name) => shape.cuts?.[name] !== undefined);
  return (cut === undefined ? undefined : shape.cuts?.[cut]) ?? shape;
}

function flat(draw: Shape["draw"], scale: number, turn: number, lift: number): Shape {
  return { draw, scale, turn, lift };
}

function standing(draw: Shape["draw"], scale: number, foot: number, lift: number): Shape {
  return { draw, scale, turn: 0, lift, stands: foot };
}
