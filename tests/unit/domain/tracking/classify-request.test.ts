import { expect, it } from "vitest";
import { classifyRequest } from "~/domain/tracking/classify-request";
import type { RequestSignals } from "~/domain/tracking/contact";

const visit: RequestSignals = { method: "GET", purpose: "", fetchMode: "navigate", fetchDest: "document", asks: "document" };
const data: RequestSignals = { ...visit, fetchMode: "cors", fetchDest: "empty", asks: "data" };

it.each<[string, Partial<RequestSignals>, boolean, ReturnType<typeof classifyRequest>]>([
  ["a person", {}, false, null],
  ["an old browser without Fetch metadata", { fetchMode: "", fetchDest: "" }, false, null],
  ["a robot, even one that navigates", {}, true, "bot"],
  ["a robot that prefetches", { purpose: "prefetch" }, true, "bot"],
  ["Sec-Purpose: prefetch", { purpose: "prefetch" }, false, "prefetch"],
  ["Sec-Purpose: prefetch;prerender", { purpose: "prefetch;prerender" }, false, "prefetch"],
  ["Sec-Purpose: prefetch;anonymous-client-ip", { purpose: "prefetch;anonymous-client-ip" }, false, "prefetch"],
  ["Safari's preview", { purpose: "   preview" }, false, "prefetch"],
  ["another purpose", { purpose: "prefetching-nothing-of-the-kind-x" }, false, null],
  ["HEAD", { method: "HEAD" }, false, "not_navigate"],
  ["an image", { fetchMode: "no-cors", fetchDest: "image" }, false, "not_navigate"],
  ["a frame of another page", { fetchDest: "iframe" }, false, "not_navigate"],
  ["a script's fetch", { fetchMode: "cors", fetchDest: "empty" }, false, "not_navigate"],
  ["only a mode, and it navigates", { fetchDest: "" }, false, null],
])("%s of a document", (_, signals, isBot, reason) => {
  expect(classifyRequest({ ...visit, ...signals }, isBot)).toBe(reason);
});

it.each<[string, Partial<RequestSignals>, ReturnType<typeof classifyRequest>]>([
  ["the app's own", {}, null],
  ["the app's own, same-origin", { fetchMode: "same-origin" }, null],
  ["without Fetch metadata", { fetchMode: "", fetchDest: "" }, null],
  ["a link that only fetches ahead", { purpose: "prefetch" }, "prefetch"],
  ["a visit to the data's own address", { fetchMode: "navigate", fetchDest: "document" }, "not_navigate"],
  ["an image", { fetchDest: "image" }, "not_navigate"],
])("%s of data", (_, signals, reason) => {
  expect(classifyRequest({ ...data, ...signals }, false)).toBe(reason);
});
