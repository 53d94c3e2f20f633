import { STAFF_ROLES, type StaffRole } from "~/domain/accounts/roles";
import type { Brand } from "~/domain/catalog/brand";
import type { PersonId } from "~/domain/kernel/branded";
import { addStaff } from "~/services/add-staff";
import { type CreatePersonRefusal, createPerson } from "~/services/create-person";
import { findPerson } from "~/services/find-person";
import { grantAffiliate } from "~/services/grant-affiliate";
import { grantOperator } from "~/services/grant-operator";
import { listTeam } from "~/services/list-team";
import type { WorkerDeps } from "../container";
import { brandOption } from "./brand-option";
import { type Command, type Options, optionalOption, requiredOption, UsageError } from "./command";

const PLAIN_ROLES = ["shopper", "affiliate", "operator"] as const;
type Role = (typeof PLAIN_ROLES)[number] | StaffRole;
const ROLES: readonly Role[] = [...PLAIN_ROLES, ...STAFF_ROLES];

const REFUSALS: Readonly<Record<CreatePersonRefusal["kind"], string>> = {
  email_invalid: "--email is no e-mail address. Write one such as ines@example.org.",
  name_invalid: "--name is empty, too long or holds characters a name cannot have.",
  password_too_short: "--password is too short. Use at least 10 characters.",
  password_too_long: "--password is too long. Use at most 128 characters.",
  email_taken: "Someone took this e-mail address at this moment. Repeat the command to give them the role.",
};

/**
 * `create-user`: someone who can sign in at once, with a role. Whoever has the address already keeps account and
 * password and is given the role, so that a call that was cut off is repaired by repeating it.
 */
export const createUserCommand: Command = {
  usage: "--email E --password P --role ROLE [--brand B] [--name N]",
  summary:
    `create a person who can sign in, or give someone who has the address a role (then without --password); ` +
    `roles: ${ROLES.join(", ")} (the last four with --brand)`,
  options: {
    email: { type: "string" },
    password: { type: "string" },
    role: { type: "string" },
    brand: { type: "string" },
    name: { type: "string" },
  },
  words: { least: 0, most: 0 },
  drain: "after",
  run: async ({ deps, say }, { options }) => {
    const email = requiredOption(options, "email").trim();
    const place = await readPlace(deps, options);
    const known = await findPerson(deps, { email });
    if (known !== null) sayKnown(known, { options, say });
    const person = known ?? (await create(deps, email, options));
    await grant(deps, place, person);
    const brand = place.brand?.slug ?? null;
    const where = brand === null ? "" : ` of ${brand}`;
    return {
      json: { person_id: person.personId, email: person.email, role: place.role, brand, created: known === null },
      text: `${person.email} is now ${place.role}${where}.`,
    };
  },
};

type Holder = { readonly personId: PersonId; readonly email: string; readonly name: string };

/** Errors: UsageError when nobody has shown yet that the address is theirs; whoever opened the account may be someone else. */
function sayKnown(
  known: Holder & { readonly verified: boolean },
  by: { readonly options: Options; readonly say: (line: string) => void },
): void {
  if (!known.verified) {
    throw new UsageError(
      `${known.email} has an account already, but the address is not confirmed. Let its owner confirm it (signing in mails the link again), then repeat this command.`,
    );
  }
  if (optionalOption(by.options, "password") === undefined) return;
  by.say(`${known.email} has an account already and keeps their password; --password was not used.`);
}

async function create(deps: WorkerDeps, email: string, options: Options): Promise<Holder> {
  const name = optionalOption(options, "name") ?? email.split("@")[0] ?? "";
  const password = requiredOption(options, "password");
  const person = await createPerson(deps, { email, password, name, verified: true });
  if (!person.ok) throw new UsageError(REFUSALS[person.error.kind]);
  return { personId: person.value.personId, email, name };
}

type Place =
  | { readonly role: (typeof PLAIN_ROLES)[number]; readonly brand?: undefined }
  | { readonly role: StaffRole; readonly brand: Brand };

/** Role and brand, checked before anything is written. */
async function readPlace(deps: WorkerDeps, options: Options): Promise<Place> {
  const wanted = requiredOption(options, "role");
  const slug = optionalOption(options, "brand");
  const plain = PLAIN_ROLES.find((role) => role === wanted);
  if (plain !== undefined) {
    if (slug !== undefined)
      throw new UsageError(`The role ${plain} belongs to no brand. Leave --brand out, or choose one of: ${STAFF_ROLES.join(", ")}.`);
    return { role: plain };
  }
  const staff = STAFF_ROLES.find((role) => role === wanted);
  if (staff === undefined) throw new UsageError(`There is no role "${wanted}". Roles: ${ROLES.join(", ")}.`);
  if (slug === undefined) throw new UsageError(`The role ${staff} needs a brand. Name it with --brand.`);
  return { role: staff, brand: await brandOption(deps, slug) };
}

/** Gives the role; someone who has it already keeps it. Errors: UsageError, with the account standing. */
async function grant(deps: WorkerDeps, place: Place, person: Holder): Promise<void> {
  if (place.role === "operator") await grantOperator(deps, person);
  if (place.role === "affiliate") {
    const granted = await grantAffiliate(deps, person);
    if (!granted.ok) throw new UsageError(`The account was made, but no handle is free for the name "${person.name}".`);
  }
  if (place.brand === undefined) return;
  const added = await addStaff(deps, { brandId: place.brand.brandId, email: person.email, role: place.role, by: "installation" });
  if (added.ok) return;
  const role = (await listTeam(deps, place.brand.brandId)).find(({ personId }) => personId === person.personId)?.role;
  if (role === place.role) return;
  throw new UsageError(
    role === undefined
      ? `The account stands, but was not added to the brand: ${added.error.kind}. Add it on the brand's Team page.`
      : `${person.email} is ${role} of ${place.brand.slug} already. An owner gives another role on the brand's Team page.`,
  );
}
