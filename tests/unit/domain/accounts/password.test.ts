import { expect, it } from "vitest";
import { LONGEST_PASSWORD, passwordProblem, SHORTEST_PASSWORD } from "~/domain/accounts/password";

it("takes any characters between the two lengths", () => {
  expect(passwordProblem("x".repeat(SHORTEST_PASSWORD))).toBeNull();
  expect(passwordProblem("x".repeat(LONGEST_PASSWORD))).toBeNull();
  expect(passwordProblem("     ten     ")).toBeNull();
});

it("names what is wrong", () => {
  expect(passwordProblem("x".repeat(SHORTEST_PASSWORD - 1))).toBe("password_too_short");
  expect(passwordProblem("x".repeat(LONGEST_PASSWORD + 1))).toBe("password_too_long");
});
