import { expect, it } from "vitest";
import { HISTORY_SOURCES, UnreadableFileError } from "~/domain/history/history-row";

it("tells an unreadable file from every other error", () => {
  const error = new UnreadableFileError("No such column.");
  expect(error).toBeInstanceOf(Error);
  expect([error.name, error.message]).toEqual(["UnreadableFileError", "No such column."]);
});

it("names each source once", () => {
  expect(new Set(HISTORY_SOURCES).size).toBe(HISTORY_SOURCES.length);
});
