import { z } from "zod";

const text = z.string().max(500).optional();
const inSheet = { in: z.string().optional() };

/** Forms of the checkout, by what their button does. What a country needs of an address the domain judges. */
export const checkoutSchemas = {
  contact: z.object({ email: z.string().max(320), ...inSheet }),
  address: z.object({
    name: text,
    line1: text,
    line2: text,
    postalCode: text,
    city: text,
    region: text,
    country: text,
    phone: text,
    ...inSheet,
  }),
  shipping: z.object({ brand: z.string().max(60), option: z.string().max(60), ...inSheet }),
  pay: z.object({
    key: z.string().min(8).max(100),
    /** `typed`, or the id of a kept card. */
    card: z.string().min(1).max(60),
    save: z.literal("1").optional(),
    total: z.coerce.number().int().min(0),
    ...inSheet,
  }),
};

/** A cancel of units, beside one field `units-…` for each line. */
export const cancelSchema = z.object({ reason: z.string().max(40), version: z.coerce.number().int() });
