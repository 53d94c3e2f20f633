import type { Email } from "./email";

/** The people a visitor of the demo may be. */
export const DEMO_PERSONAS = ["camille", "lina", "ines", "sam"] as const;
export type DemoPersona = (typeof DEMO_PERSONAS)[number];

/** Their addresses; the domain is reserved for examples, so no mail ever leaves. Source: RFC 2606. */
export function demoEmail(persona: DemoPersona): Email {
  return `${persona}@vitrine.example` as Email;
}

/** True for the address of one of them. */
export function isDemoEmail(email: Email): boolean {
  return DEMO_PERSONAS.some((persona) => demoEmail(persona) === email);
}

/** The persona a form names; `undefined` for anybody else. */
export function parseDemoPersona(text: string): DemoPersona | undefined {
  return DEMO_PERSONAS.find((persona) => persona === text);
}
