import { notFound } from "~/http/refusals";

/** Every address nobody else answers. */
export function loader(): never {
  throw notFound();
}

export { notFoundAction as action } from "~/http/refusals";

export default function NotFound() {
  return null;
}
