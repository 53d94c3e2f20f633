import { captions } from "./captions";
import { creators } from "./creators";
import { getProduct } from "./products";
import { allScenes } from "./scene-variants";
import { type ScenePlan, type SceneTag, sceneFile, sceneTags } from "./scenes";
import { type Chance, pick, seeded } from "./seeded";
import type { DemoCreator } from "./types";

/** A post of the demo world; `hoursAgo` counts back from the moment the world is filled. */
export type DemoPost = {
  readonly key: string;
  readonly creatorHandle: string;
  readonly caption: string;
  readonly pictureUrl: string;
  readonly alt: string;
  readonly hoursAgo: number;
  readonly tags: readonly SceneTag[];
};

/** The first post is Lina's, two hours old; the last of 112 is not quite three months old. */
const FIRST_HOURS = 2;
const HOURS_BETWEEN = 18;

/** Every post, the newest first. The same on every machine. */
export const posts: readonly DemoPost[] = order(allScenes).map(postOf);

/** Hand-laid scenes first among the newest, then the others; never two of one scene beside each other. */
function order(scenes: readonly ScenePlan[]): readonly ScenePlan[] {
  const chance = seeded("order of posts");
  const rounds = new Map<string, ScenePlan[]>();
  for (const plan of scenes) {
    const round = /-(\d+)$/.exec(plan.name)?.[1] ?? "1";
    rounds.set(round, [...(rounds.get(round) ?? []), plan]);
  }
  return [...rounds.values()].flatMap((round, index) => (index === 0 ? round : shuffled(chance, round)));
}

function shuffled<Thing>(chance: Chance, things: readonly Thing[]): readonly Thing[] {
  return things
    .map((thing) => ({ thing, at: chance() }))
    .sort((left, right) => left.at - right.at)
    .map(({ thing }) => thing);
}

function postOf(plan: ScenePlan, index: number): DemoPost {
  const chance = seeded(`post ${plan.name}`);
  const tags = sceneTags(plan);
  const creator = creatorFor(tags, chance, index === 0);
  return {
    key: plan.name,
    creatorHandle: creator.handle,
    caption: captionFor(plan, creator, chance),
    pictureUrl: sceneFile(plan),
    alt: plan.label,
    hoursAgo: FIRST_HOURS + index * HOURS_BETWEEN + Math.floor(chance() * 6),
    tags,
  };
}

/** Somebody who works with every brand in the picture, the well-known more often. Lina opens the feed. */
function creatorFor(tags: readonly SceneTag[], chance: Chance, first: boolean): DemoCreator {
  const brands = new Set(tags.map((tag) => getProduct(tag.handle).brandSlug));
  const able = creators.filter((creator) => [...brands].every((slug) => creator.brandSlugs.includes(slug)));
  const [lina] = creators;
  if (first && lina !== undefined) return lina;
  let left = chance() * able.reduce((sum, creator) => sum + creator.reach, 0);
  for (const creator of able) {
    left -= creator.reach;
    if (left < 0) return creator;
  }
  throw new RangeError(`No creator works with ${[...brands].join(" and ")}`);
}

function captionFor(plan: ScenePlan, creator: DemoCreator, chance: Chance): string {
  const spoken = captions[plan.name.replace(/-\d+$/, "")];
  if (spoken === undefined) throw new RangeError(`No caption for ${plan.name}`);
  return pick(chance, spoken[creator.locale]);
}
