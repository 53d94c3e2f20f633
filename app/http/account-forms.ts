import type { Actor } from "~/domain/accounts/roles";
import { accountSchemas } from "~/schemas/accounts";
import { type ChangePasswordRefusal, changePassword } from "~/services/change-password";
import { endSession } from "~/services/end-session";
import { renamePerson } from "~/services/rename-person";
import type { PlainKey } from "~/ui/texts/plain-key";
import type { RouteArgs } from "./actor";
import { callerOf, cookiesOf } from "./caller";
import { contextOf } from "./context";
import { refusedField, refusedForm, tooMany } from "./form-answer";
import { answerIntent, onIntent } from "./intents";
import { redirectWithCookies } from "./redirect-with-cookies";

/** Where to go on to, or the refused form. */
type Answer = string | Response | ReturnType<typeof refusedForm>;

const PASSWORD_REFUSALS: Readonly<
  Record<Exclude<ChangePasswordRefusal["kind"], "too_many">, { readonly field: string; readonly key: PlainKey }>
> = {
  wrong_password: { field: "current_password", key: "account.error.wrong_current" },
  password_too_short: { field: "password", key: "account.error.password_short" },
  password_too_long: { field: "password", key: "account.error.password_long" },
};

/** Answers the forms of the account page for the person it belongs to. */
export function answerAccountForm(args: RouteArgs, actor: Actor): Promise<Answer> {
  const { deps } = contextOf(args);
  return answerIntent<Answer>(args.request, {
    rename: onIntent(accountSchemas.rename, async (form) => {
      if (!form.ok) return refusedForm(form, "rename");
      const outcome = await renamePerson(deps, { personId: actor.personId, name: form.value.name });
      if (outcome.ok) return "/account?done=name";
      return refusedField({ field: "name", key: "account.error.name" }, { values: form.value, intent: "rename" });
    }),
    password: onIntent(accountSchemas.password, async (form) => {
      if (!form.ok) return refusedForm(form, "password");
      const { current_password: current, password: next } = form.value;
      const outcome = await changePassword(deps, { actor, cookieHeader: cookiesOf(args), current, next, caller: callerOf(args) });
      if (outcome.ok) return redirectWithCookies("/account?done=password", outcome.value.cookies);
      const answered = { values: {}, intent: "password" };
      if (outcome.error.kind === "too_many") return tooMany(args, outcome.error.retryAfterSeconds, answered);
      return refusedField(PASSWORD_REFUSALS[outcome.error.kind], answered);
    }),
    end_session: onIntent(accountSchemas.end_session, async (form) => {
      if (!form.ok) return refusedForm(form, "end_session");
      await endSession(deps, { actor, session: form.value.session });
      return "/account?done=session";
    }),
    end_others: onIntent(accountSchemas.end_others, async (form) => {
      if (!form.ok) return refusedForm(form, "end_others");
      const { ended } = await endSession(deps, { actor, session: "all_others" });
      return `/account?others=${ended}`;
    }),
  });
}
