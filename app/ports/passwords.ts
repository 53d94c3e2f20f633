/** How passwords are kept: salted, and slow to guess. */
export type Passwords = { readonly hash: (password: string) => Promise<string> };
