import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { betterAuthAccounts } from "~/adapters/auth/better-auth-accounts";
import { scryptPasswords } from "~/adapters/auth/scrypt-passwords";
import { randomIds } from "~/adapters/ids/random-ids";
import { folderMailer } from "~/adapters/mailer/folder-mailer";
import type { StaffRole } from "~/domain/accounts/roles";
import type { BrandId, PersonId } from "~/domain/kernel/branded";
import type { KeptMail } from "~/ports/mailbox";
import { addStaff } from "~/services/add-staff";
import { createBrand } from "~/services/create-brand";
import { createPerson } from "~/services/create-person";
import type { WebDeps } from "~/services/web-deps";
import type { World } from "./databases";

/** Where the links of mails begin in these tests. */
export const ORIGIN = "http://localhost:41999";

/** Who asks, in these tests. */
export const CALLER = { address: "192.0.2.7", userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" } as const;

export const PASSWORD = "correct horse battery";

export type AccountWorld = {
  readonly deps: WebDeps;
  /** Every mail so far, the newest first. */
  readonly mails: () => Promise<readonly KeptMail[]>;
};

/**
 * A world with real credentials, sessions and a mailbox folder. Its clock shows the real present, because the
 * credentials library knows no other. The folder goes with the test run.
 */
export function accountWorld(world: World, publicOrigin = ORIGIN): AccountWorld {
  const folder = mkdtempSync(join(inject("services").folder, "mailbox-"));
  world.clock.set(Date.now());
  const mailbox = folderMailer(folder, { clock: world.clock, ids: randomIds(), from: "Vitrine <no-reply@vitrine.example>" });
  const options = { db: world.db, ids: world.deps.ids, secret: "s".repeat(40), publicOrigin };
  const deps: WebDeps = {
    ...world.deps,
    passwords: scryptPasswords(),
    accounts: betterAuthAccounts(options),
    mailer: mailbox,
    mailbox,
    demo: true,
    publicOrigin,
  };
  return { deps, mails: () => mailbox.list({ limit: 100 }) };
}

/** A person with a confirmed address and `PASSWORD`. */
export async function person(deps: WebDeps, email: string, options: { readonly verified?: boolean } = {}): Promise<PersonId> {
  const made = await createPerson(deps, { email, name: email.split("@")[0] ?? "", password: PASSWORD, verified: options.verified ?? true });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.personId;
}

/** A brand with one owner. */
export async function brandOf(deps: WebDeps, slug: string, ownerId: PersonId): Promise<BrandId> {
  const made = await createBrand(deps, {
    name: slug,
    slug,
    currency: "EUR",
    timezone: "Europe/Paris",
    country: "FR",
    ownerId,
    status: "live",
  });
  if (!made.ok) throw new Error(made.error.kind);
  return made.value.brandId;
}

/** A further member of a brand's team. */
export async function member(deps: WebDeps, brandId: BrandId, as: { readonly email: string; readonly role: StaffRole }): Promise<PersonId> {
  const personId = await person(deps, as.email);
  const added = await addStaff(deps, { brandId, email: as.email, role: as.role, by: "installation" });
  if (!added.ok) throw new Error(added.error.kind);
  return personId;
}

/** Opens a session; returns what the browser would send as `Cookie`. */
export async function sessionOf(deps: WebDeps, personId: PersonId): Promise<string> {
  return cookieHeader(await deps.accounts.openSession({ personId, caller: CALLER }));
}

/** The `Cookie` header a browser makes of `Set-Cookie` headers. */
export function cookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ");
}

/** The token in the first link of a mail. */
export function tokenIn(mail: KeptMail | undefined): string {
  return decodeURIComponent(/token=([^\s&]+)/.exec(mail?.text ?? "")?.[1] ?? "");
}
