import { z } from "zod";
import { STAFF_ROLES } from "~/domain/accounts/roles";
import type { PersonId } from "~/domain/kernel/branded";

/** Longer than any address or password that is taken; the use cases judge what fits. */
const text = z.string().max(1_000);

const next = z.string().max(1_000).optional();

export const signInSchema = z.strictObject({ email: text, password: text.min(1, "account.error.password_empty"), next });

export const signUpSchema = z.strictObject({ name: text, email: text, password: text });

export const forgotSchema = z.strictObject({ email: text });

export const verifySchema = z.strictObject({ token: text, password: text.min(1, "account.error.password_empty") });

export const resetSchema = z.strictObject({ token: text, password: text });

export const demoSignInSchema = z.strictObject({ persona: text, next });

export const preferencesSchema = z.strictObject({ locale: text, next });

/** The forms of the account page, by intent. */
export const accountSchemas = {
  rename: z.strictObject({ name: text }),
  password: z.strictObject({ current_password: text.min(1, "account.error.password_empty"), password: text }),
  end_session: z.strictObject({ session: text }),
  end_others: z.strictObject({}),
};

const person = text.transform((id) => id as PersonId);

const role = z.enum(STAFF_ROLES, { error: "team.error.role" });

/** The forms of the team page, by intent. */
export const teamSchemas = {
  add: z.strictObject({ email: text, role }),
  change: z.strictObject({ person, role }),
  remove: z.strictObject({ person }),
};
