import { APIError } from "better-auth/api";
import { verifyJWT } from "better-auth/crypto";
import type { Accounts, Caller } from "~/ports/accounts";
import { type AuthLibrary, authLibrary, type LibraryOptions, SESSION_SECONDS } from "./auth-library";
import { readSessionToken, sessionCookieName, writeSessionCookie } from "./session-cookie";

/** Credentials and sessions by better-auth, called in process. */
export function betterAuthAccounts(options: LibraryOptions): Accounts {
  const library = authLibrary(options);
  const cookie = { name: sessionCookieName(options.publicOrigin), secret: options.secret, maxAgeSeconds: SESSION_SECONDS };
  return {
    signUp: (person) => signUp(library, person),
    signIn: (input) => signIn(library, input),
    openSession: async ({ personId, caller }) => {
      const { internalAdapter } = await library.context;
      const from = { ipAddress: caller.address, userAgent: caller.userAgent };
      const session = await internalAdapter.createSession(personId, false, from);
      return [writeSessionCookie(session.token, cookie)];
    },
    signOut: async (cookieHeader) => {
      const { headers } = await library.api.signOut({ headers: new Headers({ cookie: cookieHeader }), returnHeaders: true });
      return headers.getSetCookie();
    },
    verifyEmail: (by) => verifyEmail(library, by),
    requestReset: async (email) => {
      const { mails } = await library.collecting(() => library.api.requestPasswordReset({ body: { email } }));
      return mails.find((mail) => mail.kind === "reset") ?? null;
    },
    resetPassword: (input) => resetPassword(library, input),
    changePassword: (input) => changePassword(library, input),
    tokenIn: (cookieHeader) => readSessionToken(cookieHeader, cookie),
  };
}

async function signUp(library: AuthLibrary, person: Parameters<Accounts["signUp"]>[0]): ReturnType<Accounts["signUp"]> {
  try {
    const { mails } = await library.collecting(() => library.api.signUpEmail({ body: person }));
    const mail = mails[0];
    if (mail?.kind === "verify") return { kind: "verify", email: mail.email, name: mail.name, token: mail.token };
    return { kind: "exists", email: mail?.email ?? person.email, name: mail?.name ?? person.name };
  } catch (error) {
    // Two sign-ups for one address at once: the database kept the first, and the second is told the same words.
    if (codeOf(error) === "FAILED_TO_CREATE_USER") return { kind: "exists", email: person.email, name: person.name };
    throw error;
  }
}

async function signIn(library: AuthLibrary, input: Parameters<Accounts["signIn"]>[0]): ReturnType<Accounts["signIn"]> {
  const body = { email: input.email, password: input.password };
  const attempt = async () => {
    try {
      return await library.api.signInEmail({ body, headers: headersOf(input.caller), returnHeaders: true });
    } catch (error) {
      const code = codeOf(error);
      if (code === "EMAIL_NOT_VERIFIED" || code === "INVALID_EMAIL_OR_PASSWORD" || code === "INVALID_EMAIL" || code === "PASSWORD_TOO_LONG")
        return null;
      throw error;
    }
  };
  const { result, mails } = await library.collecting(attempt);
  if (result !== null) return { kind: "signed_in", cookies: result.headers.getSetCookie() };
  const mail = mails.find((wanted) => wanted.kind === "verify");
  return mail === undefined ? { kind: "wrong" } : { kind: "unverified", email: mail.email, name: mail.name, token: mail.token };
}

async function verifyEmail(library: AuthLibrary, by: Parameters<Accounts["verifyEmail"]>[0]): ReturnType<Accounts["verifyEmail"]> {
  if ((await opensAccountOf(library, by)) === false) return "wrong_password";
  try {
    await library.api.verifyEmail({ query: { token: by.token } });
    return "verified";
  } catch (error) {
    if (codeOf(error) === "TOKEN_EXPIRED") return "expired";
    if (codeOf(error) !== null) return "invalid";
    throw error;
  }
}

/** Whether the password is that of the token's account; `null` for a token that names none, which the library will refuse. */
async function opensAccountOf(library: AuthLibrary, by: { readonly token: string; readonly password: string }): Promise<boolean | null> {
  const { secret, internalAdapter, password } = await library.context;
  const claims = await verifyJWT<{ readonly email?: unknown }>(by.token, secret);
  if (typeof claims?.email !== "string") return null;
  const found = await internalAdapter.findUserByEmail(claims.email, { includeAccounts: true });
  if (found === null) return null;
  const hash = found.accounts.find((account) => account.providerId === "credential")?.password;
  return typeof hash === "string" && password.verify({ hash, password: by.password });
}

async function resetPassword(library: AuthLibrary, input: Parameters<Accounts["resetPassword"]>[0]): ReturnType<Accounts["resetPassword"]> {
  try {
    await library.api.resetPassword({ body: { token: input.token, newPassword: input.password } });
    return "done";
  } catch (error) {
    if (codeOf(error) === "INVALID_TOKEN" || codeOf(error) === "USER_NOT_FOUND") return "invalid";
    throw error;
  }
}

async function changePassword(
  library: AuthLibrary,
  input: Parameters<Accounts["changePassword"]>[0],
): ReturnType<Accounts["changePassword"]> {
  const body = { currentPassword: input.current, newPassword: input.next, revokeOtherSessions: true };
  const headers = headersOf(input.caller);
  headers.set("cookie", input.cookieHeader);
  try {
    const answer = await library.api.changePassword({ body, headers, returnHeaders: true });
    return { kind: "changed", cookies: answer.headers.getSetCookie() };
  } catch (error) {
    if (codeOf(error) === "INVALID_PASSWORD" || codeOf(error) === "UNAUTHORIZED") return { kind: "wrong" };
    throw error;
  }
}

/** How the library learns who asks: it reads nothing but headers. */
function headersOf(caller: Caller): Headers {
  return new Headers({ "x-vitrine-address": caller.address, "user-agent": caller.userAgent });
}

/** The library's own name for a refusal; `null` for anything that is not a refusal. */
function codeOf(error: unknown): string | null {
  return error instanceof APIError ? (error.body?.code ?? String(error.status)) : null;
}
