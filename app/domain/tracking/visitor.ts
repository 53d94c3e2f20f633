import type { VisitorId } from "../kernel/branded";

/** As `ids.next("vis")` makes them; what a browser sends may be anything. */
const VISITOR_ID = /^vis_[0-9a-z]{26,40}$/;

/** A visitor id as a cookie holds it; `null` for anything else. */
export function parseVisitorId(text: string): VisitorId | null {
  return VISITOR_ID.test(text) ? (text as VisitorId) : null;
}
