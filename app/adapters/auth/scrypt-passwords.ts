import { hashPassword } from "better-auth/crypto";
import type { Passwords } from "~/ports/passwords";

/** The credentials library's own way (scrypt, off the main thread), so that what we write it can verify. */
export function scryptPasswords(): Passwords {
  return { hash: hashPassword };
}
