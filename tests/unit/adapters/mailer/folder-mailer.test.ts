import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { randomIds } from "~/adapters/ids/random-ids";
import { folderMailer } from "~/adapters/mailer/folder-mailer";
import { settableClock } from "~tests/support/settable-clock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vitrine-mail-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const mailer = () =>
  folderMailer(join(folder, "mailbox"), { clock: settableClock(), ids: randomIds(), from: "Vitrine <no-reply@vitrine.example>" });

it("keeps each message whole, the newest first", async () => {
  const box = mailer();
  expect(await box.list({ limit: 10 })).toEqual([]);
  for (const no of [1, 2, 3]) await box.send({ to: `p${no % 2}@example.org`, subject: `no ${no}`, text: "héllo\n" });
  expect((await box.list({ limit: 10 })).map((mail) => mail.subject)).toEqual(["no 3", "no 2", "no 1"]);
  expect(await box.list({ to: "p1@example.org", limit: 1 })).toMatchObject([
    { subject: "no 3", text: "héllo\n", from: "Vitrine <no-reply@vitrine.example>" },
  ]);
});

it("shows nothing that is still being written", async () => {
  const box = mailer();
  await box.send({ to: "a@example.org", subject: "whole", text: "" });
  writeFileSync(join(folder, "mailbox", ".mail_unfinished"), "{");
  expect((await box.list({ limit: 10 })).map((mail) => mail.subject)).toEqual(["whole"]);
  expect(readdirSync(join(folder, "mailbox"))).toHaveLength(2);
});
