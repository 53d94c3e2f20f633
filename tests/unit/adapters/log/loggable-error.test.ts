import { expect, it } from "vitest";
import { loggableError } from "~/adapters/log/loggable-error";

it("keeps name, code, message and stack, and nothing else that hangs on an error", () => {
  const error = Object.assign(new TypeError("broken"), {
    code: "23505",
    detail: "Key (email)=(ada@example.org) already exists.",
    rejected: ["ada@example.org"],
    cause: new Error("for ada@example.org"),
  });
  const logged = loggableError(error);
  expect(logged).toEqual({ name: "TypeError", code: "23505", message: "broken", stack: error.stack });
  expect(JSON.stringify(logged)).not.toContain("ada@");
});

it.each([
  ["all recipients were rejected: 550 <ada@example.org>: unknown", "all recipients were rejected: 550 <[address]>: unknown"],
  ["Key (email)=(Ada.Love+lace@mail.example.co.uk) exists", "Key (email)=([address]) exists"],
  ["a/b@example.org, b@x-y.example; é@exämple.org", "[address], [address]; [address]"],
])("cuts the addresses out of %j", (message, rest) => {
  const logged = loggableError(new Error(message));
  expect(logged.message).toBe(rest);
  expect(logged.stack).toContain(`Error: ${rest}\n    at `);
});

it("leaves the stack's files readable", () => {
  const error = new Error("broken");
  error.stack =
    "Error: broken\n    at f (/srv/app/node_modules/@scope/name.js:1:2)\n    at file:///srv/node_modules/@remix-run/node/dist/index.js:3:4";
  expect(loggableError(error).stack).toBe(error.stack);
});

it("says of other things that are thrown no more than what they are", () => {
  expect(loggableError("no route to ada@example.org")).toEqual({ message: "no route to [address]" });
  expect(loggableError({ email: "ada@example.org" })).toEqual({ message: "thrown: object" });
});

it("takes long texts in stride", () => {
  const began = performance.now();
  loggableError(new Error("a".repeat(50_000)));
  loggableError(new Error(`a@${"a.".repeat(25_000)}`));
  expect(performance.now() - began).toBeLessThan(2_000);
});
