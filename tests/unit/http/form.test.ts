import { describe, expect, it } from "vitest";
import { z } from "zod";
import { parseForm, readSearch } from "~/http/form";

const SCHEMA = z.strictObject({ email: z.string().max(20), password: z.string().min(3, "account.error.password_empty") });

const post = (body: BodyInit, type?: string) =>
  new Request("http://x.invalid/", { method: "POST", body, ...(type === undefined ? {} : { headers: { "Content-Type": type } }) });

describe("parseForm", () => {
  it("gives what the schema makes of the fields", async () => {
    expect(await parseForm(post(new URLSearchParams({ email: "a@b.c", password: "xyz" })), SCHEMA)).toEqual({
      ok: true,
      value: { email: "a@b.c", password: "xyz" },
    });
  });

  it("gives text keys by field and what was typed, without secrets", async () => {
    expect(await parseForm(post(new URLSearchParams({ email: "a@b.c", password: "x" })), SCHEMA)).toEqual({
      ok: false,
      errors: { password: "account.error.password_empty" },
      values: { email: "a@b.c" },
    });
  });

  it("refuses fields nobody asked for, and repeats neither them nor what is too long", async () => {
    const typed = new URLSearchParams({ email: "a".repeat(5_000), password: "xyz", isOperator: "1", __proto__: "x" });
    const form = await parseForm(post(typed), SCHEMA);
    expect(form).toEqual({ ok: false, errors: { email: "error.bad_request.body", form: "error.bad_request.body" }, values: {} });
  });

  it("takes the first of repeated fields, and no files", async () => {
    const data = new FormData();
    data.append("email", "a@b.c");
    data.append("email", "e@v.il");
    data.append("password", new File(["xyz"], "password"));
    expect(await parseForm(post(data), SCHEMA)).toMatchObject({ ok: false, values: { email: "a@b.c" } });
  });

  it.each([
    ["{}", "application/json"],
    ["--no boundary", "multipart/form-data; boundary=x"],
    ["a=1", "text/plain"],
  ])("answers %j with 400", async (body, type) => {
    await expect(parseForm(post(body, type), SCHEMA)).rejects.toMatchObject({ status: 400 });
  });
});

it("reads a page's query without the framework's own parameter", () => {
  const schema = z.strictObject({ page: z.string().optional() });
  expect(readSearch(new Request("http://x.invalid/?page=2&_routes=root"), schema)).toEqual({ ok: true, value: { page: "2" } });
  expect(readSearch(new Request("http://x.invalid/?other=2"), schema)).toMatchObject({ ok: false });
});
