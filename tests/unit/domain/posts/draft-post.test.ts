import { describe, expect, it } from "vitest";
import type { ProductId } from "~/domain/kernel/branded";
import { draftPost, type PostDraft } from "~/domain/posts/draft-post";

const productId = "prd_1" as ProductId;
const PICTURE = { url: "/demo/posts/hiver.webp", alt: " A coat ", width: 720, height: 900 };

function draft(changes: Partial<PostDraft> = {}): PostDraft {
  return { caption: " Winter. ", picture: PICTURE, tags: [], ...changes };
}

function at(x: number, y: number) {
  return { productId, variantId: null, x, y };
}

describe("draftPost", () => {
  it("trims words and puts tags at millionths of the picture", () => {
    const drafted = draftPost(draft({ tags: [at(0, 1), at(0.3333333, 0.5)] }));
    expect(drafted).toEqual({
      ok: true,
      value: {
        caption: "Winter.",
        picture: { ...PICTURE, alt: "A coat" },
        tags: [
          { productId, variantId: null, xPpm: 0, yPpm: 1_000_000 },
          { productId, variantId: null, xPpm: 333_333, yPpm: 500_000 },
        ],
      },
    });
  });

  it.each([
    [-0.000_1, 0.5],
    [0.5, 1.000_1],
    [Number.NaN, 0.5],
    [0.5, Number.POSITIVE_INFINITY],
  ])("refuses a tag at %d, %d", (x, y) => {
    expect(draftPost(draft({ tags: [at(0.5, 0.5), at(x, y)] }))).toEqual({ ok: false, error: { kind: "tag_outside" } });
  });

  it.each([
    [{ url: "https://elsewhere.example/a.webp" }, "picture_invalid"],
    [{ url: "//elsewhere.example/a.webp" }, "picture_invalid"],
    [{ width: 0 }, "picture_invalid"],
    [{ height: 1.5 }, "picture_invalid"],
    [{ alt: "  " }, "alt_missing"],
  ] as const)("refuses the picture %j", (changes, kind) => {
    expect(draftPost(draft({ picture: { ...PICTURE, ...changes } }))).toEqual({ ok: false, error: { kind } });
  });

  it("refuses a novel and a picture hidden under tags", () => {
    expect(draftPost(draft({ caption: "x".repeat(2_201) }))).toMatchObject({ error: { kind: "caption_too_long" } });
    expect(draftPost(draft({ caption: "x".repeat(2_200) })).ok).toBe(true);
    expect(draftPost(draft({ tags: Array.from({ length: 21 }, () => at(0.5, 0.5)) }))).toMatchObject({ error: { kind: "too_many_tags" } });
  });
});
