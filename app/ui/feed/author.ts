import type { Author } from "~/domain/posts/post";

/** Where an author's page stands; that a creator's was opened from a post is told along, so that it can be credited. */
export function authorPath(author: Author): string {
  return author.kind === "affiliate" ? `/@${author.handle}?from=post` : `/brands/${author.slug}`;
}

/** How a feed calls an author: creators by handle, brands by name. */
export function authorName(author: Author): string {
  return author.kind === "affiliate" ? author.handle : author.name;
}

/** The brands a post shows, each once, as the paid label names them. */
export function brandsShown(tags: readonly { readonly brand: { readonly slug: string; readonly name: string } }[]): readonly string[] {
  return [...new Map(tags.map(({ brand }) => [brand.slug, brand.name])).values()];
}
