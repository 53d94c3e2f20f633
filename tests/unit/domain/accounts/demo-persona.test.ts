import { expect, it } from "vitest";
import { DEMO_PERSONAS, demoEmail, isDemoEmail, parseDemoPersona } from "~/domain/accounts/demo-persona";
import { type Email, parseEmail } from "~/domain/accounts/email";

it("gives each persona an address that mail can name", () => {
  for (const persona of DEMO_PERSONAS) expect(parseEmail(demoEmail(persona))).toBe(`${persona}@vitrine.example`);
});

it("knows its personas and nobody else", () => {
  expect(parseDemoPersona("ines")).toBe("ines");
  for (const text of ["", "INES", "admin", "__proto__"]) expect(parseDemoPersona(text)).toBeUndefined();
});

it("knows their addresses and nobody else's", () => {
  for (const persona of DEMO_PERSONAS) expect(isDemoEmail(demoEmail(persona))).toBe(true);
  for (const email of ["ada@vitrine.example", "sam@example.org", "sam@vitrine.example.org"])
    expect(isDemoEmail(email as Email)).toBe(false);
});
