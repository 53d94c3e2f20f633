import type { ScenePlan, SceneProduct, SceneProp } from "./scenes";

type Spot = readonly [x: number, y: number, scale: number, turn: number];

/** Post scenes: two to four goods, one cropped by the edge, grounds duller than goods. */
export const scenePlans: readonly ScenePlan[] = [
  {
    name: "hiver",
    ground: "plaster",
    colour: "#c3cacb",
    window: { kind: "panes", strength: 0.27 },
    label: "Manteau camel, écharpe à carreaux et sac bordeaux posés sur un sol de plâtre, lumière de fenêtre",
    goods: [
      sold("manteau-vesper", "Camel", [322, 470, 1.42, -5], [240, 260]),
      sold("echarpe-alize", "Brique", [632, 320, 0.86, 12], [636, 360]),
      sold("sac-quai", "Bordeaux", [640, 772, 0.92, -7], [640, 760]),
      sprig(96, 872, 0.95, 36),
    ],
  },
  {
    name: "maille",
    ground: "linen",
    colour: "#bfc7c9",
    window: { kind: "panes", strength: 0.25 },
    label: "Pull torsade écru, bonnet et café sur un drap de lin gris",
    goods: [
      sold("pull-torsade", "Écru", [380, 400, 1.46, 4], [390, 330]),
      sold("bonnet-cime", "Brique", [190, 842, 0.86, -14], [190, 850]),
      coffee(620, 868, 0.92),
    ],
  },
  {
    name: "matin",
    ground: "linen",
    colour: "#dfe0dc",
    window: { kind: "leaves", strength: 0.22 },
    label: "Slip dress, sunglasses and shoes on a linen sheet",
    goods: [
      sold("mercer-slip-dress", "Sage", [320, 500, 1.5, 6], [320, 420]),
      sold("boardwalk", "Tortoise", [636, 240, 0.84, -14], [640, 250]),
      sold("porch-loafer", "Tan", [640, 640, 0.86, -34], [640, 640]),
      coffee(676, 914, 0.9),
    ],
  },
  {
    name: "court",
    ground: "oak",
    colour: "#b98a58",
    window: { kind: "panes", strength: 0.26 },
    label: "Indigo jeans and white sneakers on oak boards",
    goods: [
      sold("straight-jean", "Indigo", [236, 470, 1.46, -7], [230, 360]),
      sold("court-low", "Brick", [566, 372, 0.98, -28], [570, 370]),
      sold("court-low", "Brick", [590, 640, 0.98, -24], [600, 640]),
      magazine(676, 908, 0.62, 8),
    ],
  },
  {
    name: "vanité",
    ground: "terrazzo",
    colour: "#cfcac2",
    window: { kind: "panes", strength: 0.24 },
    label: "Rouge à lèvres, poudre et savon sur terrazzo",
    goods: [
      sold("rouge-04", "Cerise", [270, 330, 1.55, 16], [250, 330]),
      sold("poudre-pollen", "Argile", [570, 560, 1.0, -18], [590, 640]),
      sold("savon-argile", "Rose", [210, 790, 1.02, -12], [210, 790]),
      sprig(668, 150, 1.15, -140),
    ],
  },
  {
    name: "soir",
    ground: "shelf",
    colour: "#5d6f6a",
    window: { kind: "wide", strength: 0.1 },
    label: "Lampe champignon allumée, vase et bougie sur une étagère",
    goods: [
      sold("vase-rosee", "Blanc", [206, 640, 1.05, 0], [206, 700]),
      sold("lampe-bolet", "Corail", [520, 570, 1.25, 0], [520, 440]),
      sold("bougie-cedre", "Blanc", [742, 770, 0.62, 0], [738, 770]),
    ],
  },
  {
    name: "atelier",
    ground: "oak",
    colour: "#a9927a",
    window: { kind: "panes", strength: 0.26 },
    label: "Notebooks and a plate on a wooden table",
    goods: [
      sold("nami-notebook", "Indigo", [270, 360, 1.32, -8], [270, 330]),
      sold("travel-journal", "Walnut", [560, 700, 1.2, 12], [570, 700]),
      sold("plate-aizome", "White", [700, 240, 0.95, 0], [690, 240]),
      coffee(170, 850, 0.86),
    ],
  },
  {
    name: "dimanche",
    ground: "oak",
    colour: "#a9927a",
    window: { kind: "leaves", strength: 0.24 },
    label: "Pull moutarde, basket montante et écharpe sur parquet",
    goods: [
      sold("echarpe-noroit", "Anthracite", [650, 330, 0.98, 16], [660, 330]),
      sold("pull-rocaille", "Moutarde", [340, 400, 1.3, -6], [330, 380]),
      sold("court-high", "Navy", [560, 780, 0.92, -30], [560, 780]),
      sprig(110, 880, 0.9, 30),
    ],
  },
  {
    name: "salle-de-bain",
    ground: "cove",
    colour: "#cfd6d3",
    window: { kind: "leaves", strength: 0.16 },
    label: "Huile de nuit, crème riche et sérum sur un plan clair",
    goods: [
      sold("serum-rosee", "Rose", [560, 560, 1.5, 0], [560, 620]),
      sold("huile-de-nuit", "Ambre", [300, 600, 1.7, 0], [300, 640]),
      sold("creme-riche", "Ivoire", [150, 800, 1.02, 0], [150, 830]),
    ],
  },
  {
    name: "thé",
    ground: "shelf",
    colour: "#b9b6ac",
    window: { kind: "panes", strength: 0.16 },
    label: "Teapot, two cups and a ridged vase",
    goods: [
      sold("vase-shinogi", "Teal", [660, 610, 1.05, 0], [660, 660]),
      sold("dobin-matsu", "Teal", [330, 660, 1.32, 0], [320, 690]),
      sold("yunomi-umi", "White", [590, 850, 0.68, 0], [590, 870]),
      sold("yunomi-kasumi", "Fog", [118, 850, 0.68, 0], [118, 870]),
    ],
  },
  {
    name: "départ",
    ground: "plaster",
    colour: "#c9c4ba",
    window: { kind: "panes", strength: 0.26 },
    label: "Backpack, boots and belt by the door",
    goods: [
      sold("trail-pack", "Forest", [290, 400, 1.3, -6], [280, 420]),
      sold("mill-boot", "Tan", [590, 640, 1.02, -12], [580, 680]),
      sold("bridle-belt", "Walnut", [230, 850, 0.86, 6], [230, 900]),
    ],
  },
  {
    name: "pique-nique",
    ground: "linen",
    colour: "#d6d2c4",
    window: { kind: "leaves", strength: 0.24 },
    label: "Gingham dress, straw-coloured tote and sunglasses",
    goods: [
      sold("picnic-dress", "Brick", [330, 500, 1.36, -5], [330, 440]),
      sold("market-tote", "Ecru", [690, 360, 0.96, 10], [690, 380]),
      sold("reading-room", "Walnut", [610, 860, 0.84, -8], [610, 870]),
    ],
  },
  {
    name: "canapé",
    ground: "linen",
    colour: "#c6c1b5",
    window: { kind: "wide", strength: 0.24 },
    label: "Coussins de lin et plaid à carreaux",
    goods: [
      sold("plaid-lisiere", "Sauge", [280, 690, 1.42, -8], [270, 740]),
      sold("coussin-frange", "Terracotta", [330, 280, 1.1, 8], [330, 280]),
      sold("coussin-cabine", "Blanc", [690, 420, 1.02, -10], [680, 430]),
    ],
  },
  {
    name: "bureau",
    ground: "terrazzo",
    colour: "#c8c9c6",
    window: { kind: "panes", strength: 0.24 },
    label: "Oxford shirt, blazer and loafers",
    goods: [
      sold("alvarado-blazer", "Navy", [330, 380, 1.42, -6], [300, 400]),
      sold("oxford-shirt", "Sky", [660, 560, 1.02, 12], [660, 560]),
      sold("bank-loafer", "Oxblood", [280, 850, 0.9, -14], [280, 850]),
    ],
  },
  {
    name: "névé",
    ground: "plaster",
    colour: "#cdd2d4",
    window: { kind: "panes", strength: 0.24 },
    label: "Doudoune, gants et bonnet sur plâtre clair",
    goods: [
      sold("doudoune-neve", "Brique", [360, 420, 1.36, -4], [350, 420]),
      sold("gants-millau", "Chocolat", [640, 800, 0.86, 18], [640, 780]),
      sold("bonnet-flocon", "Sapin", [180, 850, 0.8, -12], [180, 860]),
    ],
  },
  {
    name: "table",
    ground: "linen",
    colour: "#cfccc2",
    window: { kind: "panes", strength: 0.26 },
    label: "Assiettes, saladier et branche sur une nappe",
    goods: [
      sold("assiettes-duo", "Avoine", [300, 380, 1.25, 0], [300, 380]),
      sold("saladier-cuvette", "Menthe", [640, 720, 1.0, 0], [640, 720]),
      sprig(180, 800, 1.2, 50),
      coffee(660, 220, 0.84),
    ],
  },
];

function sold(handle: string, colour: string, [x, y, scale, turn]: Spot, tag: readonly [number, number]): SceneProduct {
  return { handle, colour, x, y, scale, turn, tag };
}

function sprig(x: number, y: number, scale: number, turn: number): SceneProp {
  return { prop: "sprig", colour: "#73897a", x, y, scale, turn };
}

function coffee(x: number, y: number, scale: number): SceneProp {
  return { prop: "coffee", colour: "#e9e7e1", x, y, scale, turn: 0 };
}

function magazine(x: number, y: number, scale: number, turn: number): SceneProp {
  return { prop: "magazine", colour: "#e8e6df", x, y, scale, turn };
}
