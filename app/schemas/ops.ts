import { z } from "zod";
import { CONSUMERS } from "~/domain/events/consumers";

const consumers = [...new Set(Object.values(CONSUMERS).flat())];

/** An event to try again. */
export const replaySchema = z.strictObject({ consumer: z.enum(consumers), eventId: z.string().min(1).max(64) });

/** A brand to create; the service says what is wrong with each value. */
export const brandSchema = z.strictObject({
  name: z.string().max(200),
  slug: z.string().max(100).optional(),
  currency: z.string().max(10),
  timezone: z.string().max(60),
  country: z.string().max(10),
  owner: z.string().max(300).optional(),
});
