import { expect, it } from "vitest";
import { shortAddress } from "~/ui/accounts/short-address";

it.each([
  ["0000:0000:0000:0000:0000:0000:0000:0001", "::1"],
  ["2001:0db8:0000:0000:0000:0000:0000:002a", "2001:db8::2a"],
  ["192.0.2.7", "192.0.2.7"],
  ["", ""],
  ["not:an:address", "not:an:address"],
])("writes %j as %j", (address, short) => {
  expect(shortAddress(address)).toBe(short);
});
