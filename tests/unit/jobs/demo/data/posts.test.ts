import { describe, expect, it } from "vitest";
import { creators } from "../../../../../jobs/demo/data/creators";
import { posts } from "../../../../../jobs/demo/data/posts";
import { getProduct } from "../../../../../jobs/demo/data/products";

describe("the posts", () => {
  it("are more than a hundred, Lina's first, the newest first, each with its own picture", () => {
    expect(posts.length).toBeGreaterThan(100);
    expect(posts[0]?.creatorHandle).toBe("lina.moreau");
    expect(posts.map((post) => post.hoursAgo)).toEqual(posts.map((post) => post.hoursAgo).toSorted((a, b) => a - b));
    expect(new Set(posts.map((post) => post.pictureUrl)).size).toBe(posts.length);
  });

  it("are by creators who work with every brand they show", () => {
    for (const post of posts) {
      const creator = creators.find((one) => one.handle === post.creatorHandle);
      for (const tag of post.tags) expect(creator?.brandSlugs).toContain(getProduct(tag.handle).brandSlug);
    }
  });

  it("let most creators speak", () => {
    expect(new Set(posts.map((post) => post.creatorHandle)).size).toBeGreaterThan(15);
  });
});
