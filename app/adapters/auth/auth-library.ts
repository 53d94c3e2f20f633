import { AsyncLocalStorage } from "node:async_hooks";
import { betterAuth } from "better-auth";
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from "~/domain/accounts/password";
import type { Ids } from "~/ports/ids";
import type { Db } from "~db/open";
import { sessionCookieName } from "./session-cookie";

/** What the library wanted to mail during one call; the caller mails it in the reader's language. */
export type Outbound = { kind: "verify" | "exists" | "reset"; email: string; name: string; token: string };

/** Thirty days; a session is not prolonged by use, so its end is known from its beginning. */
export const SESSION_SECONDS = 30 * 86_400;

/** An hour to confirm an address or to set a new password. */
const LINK_SECONDS = 3_600;

const ACCOUNT_FIELDS = {
  userId: "person_id",
  accountId: "account_id",
  providerId: "provider_id",
  accessToken: "access_token",
  refreshToken: "refresh_token",
  idToken: "id_token",
  accessTokenExpiresAt: "access_token_expires_at",
  refreshTokenExpiresAt: "refresh_token_expires_at",
  createdAt: "created_at",
  updatedAt: "updated_at",
};

const SESSION_FIELDS = {
  userId: "person_id",
  expiresAt: "expires_at",
  ipAddress: "ip_address",
  userAgent: "user_agent",
  createdAt: "created_at",
  updatedAt: "updated_at",
};

const TIMESTAMPS = { createdAt: "created_at", updatedAt: "updated_at" };

export type LibraryOptions = {
  readonly db: Db;
  readonly ids: Ids;
  /** Signs cookies and links; the same in every process of an installation. */
  readonly secret: string;
  readonly publicOrigin: string;
};

type Library = ReturnType<typeof configure>;

export type AuthLibrary = {
  readonly api: Library["api"];
  readonly context: Library["$context"];
  /** Runs a call and returns with its result what the library wanted to mail. */
  readonly collecting: <Result>(call: () => Promise<Result>) => Promise<{ readonly result: Result; readonly mails: readonly Outbound[] }>;
};

/** The library, ready to be called in process; what it wants to mail during a call comes back with the call. */
export function authLibrary(by: LibraryOptions): AuthLibrary {
  const outbound = new AsyncLocalStorage<Outbound[]>();
  const library = configure(by, (mail) => void outbound.getStore()?.push(mail));
  return {
    api: library.api,
    context: library.$context,
    async collecting(call) {
      const mails: Outbound[] = [];
      return { result: await outbound.run(mails, call), mails };
    },
  };
}

/**
 * The one configuration of the credentials library. It is told "sqlite" on both databases, so that instants are
 * ISO text and booleans 0 or 1 in both; its own transactions are off, because they would stay open while a
 * password is hashed. None of its HTTP routes is reachable: only our services call it.
 */
function configure(by: LibraryOptions, tell: (mail: Outbound) => void) {
  const secure = by.publicOrigin.startsWith("https:");
  return betterAuth({
    appName: "Vitrine",
    baseURL: by.publicOrigin,
    secret: by.secret,
    telemetry: { enabled: false },
    database: { db: by.db.query, type: "sqlite", transaction: false },
    user: { modelName: "people", fields: { emailVerified: "email_verified", ...TIMESTAMPS } },
    session: { modelName: "sessions", fields: SESSION_FIELDS, expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: { modelName: "credentials", fields: ACCOUNT_FIELDS },
    verification: { modelName: "verifications", fields: { expiresAt: "expires_at", ...TIMESTAMPS }, storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      autoSignIn: false,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: LINK_SECONDS,
      onExistingUserSignUp: async ({ user }) => tell({ kind: "exists", email: user.email, name: user.name, token: "" }),
      sendResetPassword: async ({ user, token }) => tell({ kind: "reset", email: user.email, name: user.name, token }),
    },
    emailVerification: {
      sendOnSignIn: true,
      expiresIn: LINK_SECONDS,
      sendVerificationEmail: async ({ user, token }) => tell({ kind: "verify", email: user.email, name: user.name, token }),
    },
    rateLimit: { enabled: false },
    advanced: {
      useSecureCookies: false,
      cookiePrefix: "vitrine",
      cookies: {
        session_token: { name: sessionCookieName(by.publicOrigin), attributes: { secure, httpOnly: true, sameSite: "lax", path: "/" } },
      },
      ipAddress: { ipAddressHeaders: ["x-vitrine-address"], ipv6Subnet: 128 },
      database: { generateId: ({ model }) => by.ids.next(ID_PREFIXES[model] ?? "row"), validateSchema: false },
    },
    // Its own log lines name people's addresses; ours carry ids only.
    logger: { disabled: true },
  });
}

const ID_PREFIXES: Readonly<Record<string, string>> = { user: "per", session: "ses", account: "crd", verification: "ver" };
