import { type RefObject, useEffect, useRef } from "react";
import { report } from "./report";

/** Seen: half of it in the window. Source: the Media Rating Council's guideline for pictures. */
const SHARE = 0.5;

/** Reports once, when half of the element first stands in the window, that the reader saw this post. */
export function usePostSeen(postId: string): RefObject<HTMLElement> {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        observer.disconnect();
        report({ kind: "impression", post: postId });
      },
      { threshold: SHARE },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [postId]);
  return element;
}

/** Reports that the reader opened a product, once per opening; `null` while it is being read. */
export function useProductViewed(productId: string | null): void {
  const reported = useRef<string | null>(null);
  useEffect(() => {
    // Effects run twice in development; an opening is told once.
    if (productId === null || reported.current === productId) return;
    reported.current = productId;
    report({ kind: "product_view", product: productId });
  }, [productId]);
}
