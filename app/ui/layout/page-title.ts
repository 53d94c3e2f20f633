/** The product's name is the same in every language. */
const NAME = "Vitrine";

/** The document's title: the page's own, or the product's name where an error stands in the page's place. */
export function pageTitle({ data }: { readonly data: { readonly title: string } | undefined }): { readonly title: string }[] {
  return [{ title: data?.title ?? NAME }];
}
