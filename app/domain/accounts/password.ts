/** Characters; length beats every rule about kinds of characters. Source: NIST SP 800-63B §5.1.1. */
export const SHORTEST_PASSWORD = 10;

/** Characters; longer input only costs hashing time. */
export const LONGEST_PASSWORD = 128;

/** What is wrong with a new password; `null` when nothing is. Blanks count as any character. */
export function passwordProblem(password: string): "password_too_short" | "password_too_long" | null {
  if (password.length < SHORTEST_PASSWORD) return "password_too_short";
  return password.length > LONGEST_PASSWORD ? "password_too_long" : null;
}
