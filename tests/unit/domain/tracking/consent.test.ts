import { expect, it } from "vitest";
import type { VisitorId } from "~/domain/kernel/branded";
import { consentOf, visitorOf } from "~/domain/tracking/consent";

const visitorId = "vis_1" as VisitorId;

it.each([
  [{ visitorId: null, refused: false, privacySignal: false }, { kind: "unasked" }],
  [
    { visitorId, refused: false, privacySignal: false },
    { kind: "granted", visitorId },
  ],
  [
    { visitorId: null, refused: true, privacySignal: false },
    { kind: "refused", by: "answer" },
  ],
  [
    { visitorId, refused: true, privacySignal: false },
    { kind: "refused", by: "answer" },
  ],
  [
    { visitorId, refused: false, privacySignal: true },
    { kind: "refused", by: "signal" },
  ],
  [
    { visitorId: null, refused: false, privacySignal: true },
    { kind: "refused", by: "signal" },
  ],
])("%o is %o", (said, consent) => {
  expect(consentOf(said)).toEqual(consent);
});

it("gives a visitor with consent only", () => {
  expect(visitorOf({ kind: "granted", visitorId })).toBe(visitorId);
  expect(visitorOf({ kind: "refused", by: "answer" })).toBeNull();
  expect(visitorOf({ kind: "unasked" })).toBeNull();
});
