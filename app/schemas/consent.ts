import { z } from "zod";

/** The answer to whether this browser may be recognised. */
export const consentSchema = z.strictObject({ answer: z.enum(["accept", "refuse"]), next: z.string().max(1_000).optional() });
