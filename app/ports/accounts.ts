import type { Instant, PersonId } from "~/domain/kernel/branded";

/** Who asks, as far as a session remembers it for its owner. */
export type Caller = { readonly address: string; readonly userAgent: string };

/** `Set-Cookie` headers that an answer must carry. */
export type Cookies = readonly string[];

/** Names, passwords, sessions: what the credentials library does for us. Every method stands for itself, outside transactions. */
export type Accounts = {
  /**
   * Takes a sign-up. Does the same, and as slowly, for an address that is known already;
   * which mail follows is all that differs, and that is told to the address only.
   */
  readonly signUp: (person: { readonly email: string; readonly name: string; readonly password: string }) => Promise<SignUpMail>;
  readonly signIn: (input: {
    readonly email: string;
    readonly password: string;
    readonly caller: Caller;
  }) => Promise<{ readonly kind: "signed_in"; readonly cookies: Cookies } | { readonly kind: "wrong" } | UnverifiedMail>;
  /** Begins a session without a password: the demo's one-click sign-ins. */
  readonly openSession: (input: { readonly personId: PersonId; readonly caller: Caller }) => Promise<Cookies>;
  /** Ends the session of these cookies, if there is one. */
  readonly signOut: (cookieHeader: string) => Promise<Cookies>;
  /** Confirms an address by its mailed token and the password of the account that waits there. */
  readonly verifyEmail: (by: {
    readonly token: string;
    readonly password: string;
  }) => Promise<"verified" | "expired" | "invalid" | "wrong_password">;
  /** A one-time token for a new password, or `null` for an address nobody has. */
  readonly requestReset: (email: string) => Promise<{ readonly email: string; readonly name: string; readonly token: string } | null>;
  /** Sets the password, ends every session of the person. */
  readonly resetPassword: (input: { readonly token: string; readonly password: string }) => Promise<"done" | "invalid">;
  /** Changes the password, ends every other session, rotates this one. */
  readonly changePassword: (input: {
    readonly cookieHeader: string;
    readonly current: string;
    readonly next: string;
    readonly caller: Caller;
  }) => Promise<{ readonly kind: "changed"; readonly cookies: Cookies } | { readonly kind: "wrong" }>;
  /** The session token of a cookie header whose signature is ours, else `null`. Reads no database. */
  readonly tokenIn: (cookieHeader: string) => string | null;
};

/** What must be mailed after a sign-up: a link to verify, or the news that the account exists. */
export type SignUpMail =
  | { readonly kind: "verify"; readonly email: string; readonly name: string; readonly token: string }
  | { readonly kind: "exists"; readonly email: string; readonly name: string };

/** Right password, but the address was never confirmed: a fresh link must be mailed. */
export type UnverifiedMail = { readonly kind: "unverified"; readonly email: string; readonly name: string; readonly token: string };

/** One signed-in device, as its owner sees it. */
export type SessionView = {
  readonly id: string;
  readonly startedAt: Instant;
  readonly userAgent: string;
  readonly address: string;
  readonly current: boolean;
};
