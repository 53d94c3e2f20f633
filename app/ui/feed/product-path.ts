import type { PostTag } from "~/domain/posts/post";

/** Where a tag leads: its product, with the variant in the picture; the tag's id lets the tap be credited. */
export function productPath(tag: Pick<PostTag, "tagId" | "handle" | "variantId"> & { readonly brand: { readonly slug: string } }): string {
  const variant = tag.variantId === null ? "" : `&variant=${tag.variantId}`;
  return `/brands/${tag.brand.slug}/${tag.handle}?tag=${tag.tagId}${variant}`;
}
