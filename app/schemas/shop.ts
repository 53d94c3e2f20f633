import { z } from "zod";

/** The button that follows a creator (`1`), or no longer (`0`). */
export const followSchema = z.object({ follow: z.enum(["0", "1"]), back: z.string().optional() });
