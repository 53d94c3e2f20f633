import { expect, it } from "vitest";
import { z } from "zod";
import { answerIntent, onIntent } from "~/http/intents";

const HANDLERS = {
  greet: onIntent(z.strictObject({ name: z.string() }), async (form) => (form.ok ? `Hello ${form.value.name}` : "refused")),
  leave: onIntent(z.strictObject({}), async (form) => (form.ok ? "Bye" : "refused")),
};

const send = (fields: Record<string, string>) =>
  answerIntent(new Request("http://x.invalid/", { method: "POST", body: new URLSearchParams(fields) }), HANDLERS);

it("hands a form to the handler it names", async () => {
  expect(await send({ intent: "greet", name: "Ada" })).toBe("Hello Ada");
  expect(await send({ intent: "leave" })).toBe("Bye");
  expect(await send({ intent: "leave", name: "Ada" })).toBe("refused");
});

it.each(["", "other", "toString", "__proto__"])("answers the intent %j with 400", async (intent) => {
  await expect(send({ intent })).rejects.toMatchObject({ status: 400 });
});
