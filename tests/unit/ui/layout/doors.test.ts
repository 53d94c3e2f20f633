import { expect, it } from "vitest";
import { doorsOfBrand, roomAt } from "~/ui/layout/doors";
import { initialsOf } from "~/ui/layout/person";

it("shows only the doors and rooms a role may open", () => {
  const roomsOf = (role: "owner" | "analyst") =>
    doorsOfBrand("brume", role).flatMap((door) => [door.to, ...door.rooms.map((room) => room.to)]);
  expect(roomsOf("owner")).toEqual([
    "/manage/brume",
    "/manage/brume/catalog",
    "/manage/brume/catalog",
    "/manage/brume/catalog/import",
    "/manage/brume/sales",
    "/manage/brume/sales",
    "/manage/brume/settings/team",
    "/manage/brume/settings/team",
  ]);
  expect(roomsOf("analyst")).not.toContain("/manage/brume/catalog/import");
  expect(roomsOf("analyst")).not.toContain("/manage/brume/settings/team");
});

it("finds the room one stands in by the longest address", () => {
  const doors = doorsOfBrand("brume", "owner");
  expect(roomAt(doors, "/manage/brume").door?.label).toBe("nav.today");
  expect(roomAt(doors, "/manage/brume/catalog/import").to).toBe("/manage/brume/catalog/import");
  expect(roomAt(doors, "/manage/brume/catalog/imports/imp_1").to).toBe("/manage/brume/catalog");
  expect(roomAt(doors, "/elsewhere").door).toBeUndefined();
});

it("makes initials of any name", () => {
  expect(["Inès Belkacem", "Ada", "", "  Jean  Luc Picard "].map(initialsOf)).toEqual(["IB", "A", "", "JP"]);
});
