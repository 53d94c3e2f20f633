import { data, redirect } from "@remix-run/node";
import type { Cookies } from "~/ports/accounts";

/** A redirect, or the way on as data. */
export type LedOn = Response | ReturnType<typeof data<{ readonly next: string }>>;

/** Where an answered form leads: a page goes there; a sheet is told, and goes on inside itself where it can. */
export function ledOn(typed: Readonly<Record<string, string>>, next: string, cookies: Cookies = []): LedOn {
  const headers = new Headers();
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return typed["in"] === "sheet" ? data({ next }, { headers }) : redirect(next, { headers });
}
