import type { Desk } from "~/domain/accounts/desk";
import type { Actor } from "~/domain/accounts/roles";
import { teamSchemas } from "~/schemas/accounts";
import { type AddStaffRefusal, addStaff } from "~/services/add-staff";
import { type ChangeStaffRefusal, changeStaffRole } from "~/services/change-staff-role";
import { type RemoveStaffRefusal, removeStaff } from "~/services/remove-staff";
import type { PlainKey } from "~/ui/texts/plain-key";
import type { RouteArgs } from "./actor";
import { contextOf } from "./context";
import { refusedField, refusedForm, tooMany } from "./form-answer";
import { answerIntent, onIntent } from "./intents";

/** Where to go on to, or the refused form. */
type Answer = string | ReturnType<typeof refusedForm>;

const ADD_REFUSALS: Readonly<Record<Exclude<AddStaffRefusal["kind"], "too_many">, { readonly field: string; readonly key: PlainKey }>> = {
  email_invalid: { field: "email", key: "account.error.email" },
  no_such_account: { field: "email", key: "team.error.no_such_account" },
  already_member: { field: "email", key: "team.error.already_member" },
  forbidden: { field: "form", key: "team.error.forbidden" },
};

const CHANGE_REFUSALS: Readonly<Record<ChangeStaffRefusal["kind"] | RemoveStaffRefusal["kind"], PlainKey>> = {
  forbidden: "team.error.forbidden",
  not_a_member: "team.error.not_a_member",
  last_owner: "team.error.last_owner",
};

/** Answers the forms of a brand's team page for one of its owners. */
export function answerTeamForm(args: RouteArgs, desk: { readonly actor: Actor; readonly brand: Desk }): Promise<Answer> {
  const { deps, address } = contextOf(args);
  const { brandId, slug } = desk.brand;
  const { personId: by } = desk.actor;
  const page = `/manage/${slug}/settings/team`;
  return answerIntent<Answer>(args.request, {
    add: onIntent(teamSchemas.add, async (form) => {
      if (!form.ok) return refusedForm(form, "add");
      const { email, role } = form.value;
      const outcome = await addStaff(deps, { brandId, email, role, by: { personId: by, address } });
      if (outcome.ok) return `${page}?done=added`;
      if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, { values: form.value, intent: "add" });
      return refusedField(ADD_REFUSALS[outcome.error.kind], { values: form.value, intent: "add" });
    }),
    change: onIntent(teamSchemas.change, async (form) => {
      if (!form.ok) return refusedForm(form, "change");
      const outcome = await changeStaffRole(deps, { brandId, personId: form.value.person, role: form.value.role, by });
      if (outcome.ok) return `${page}?done=changed`;
      return refusedField({ field: "form", key: CHANGE_REFUSALS[outcome.error.kind] }, { values: form.value, intent: "change" });
    }),
    remove: onIntent(teamSchemas.remove, async (form) => {
      if (!form.ok) return refusedForm(form, "remove");
      const outcome = await removeStaff(deps, { brandId, personId: form.value.person, by });
      if (outcome.ok) return `${page}?done=removed`;
      return refusedField({ field: "form", key: CHANGE_REFUSALS[outcome.error.kind] }, { values: form.value, intent: "remove" });
    }),
  });
}
