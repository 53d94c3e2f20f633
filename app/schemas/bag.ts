import { z } from "zod";

const variant = z.string().min(1).max(60);
const quantity = z.coerce.number().int().min(0).max(999);

/** Forms of the bag, by what their button does. `back` is the page they came from. */
export const bagSchemas = {
  add: z.object({ variant, back: z.string().optional(), in: z.string().optional() }),
  buy: z.object({ variant, back: z.string().optional(), in: z.string().optional() }),
  quantity: z.object({ variant, quantity }),
  remove: z.object({ variant }),
  agree: z.object({ variant }),
  checkout: z.object({ currency: z.string().length(3), in: z.string().optional() }),
};
