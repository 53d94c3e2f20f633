import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { instant } from "~/domain/kernel/instant";
import type { Clock } from "~/ports/clock";
import type { Ids } from "~/ports/ids";
import type { KeptMail, Mailbox } from "~/ports/mailbox";
import type { Mailer } from "~/ports/mailer";

const KEPT = z.strictObject({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  sentAt: z.number().int().transform(instant),
});

/** Keeps each message as one JSON file, named so that names sort by time; a file is there whole or not at all. */
export function folderMailer(folder: string, by: { readonly clock: Clock; readonly ids: Ids; readonly from: string }): Mailer & Mailbox {
  return {
    async send(mail) {
      const kept: KeptMail = { id: by.ids.next("mail"), from: by.from, sentAt: by.clock.now(), ...mail };
      await mkdir(folder, { recursive: true });
      const unfinished = join(folder, `.${kept.id}`);
      await writeFile(unfinished, JSON.stringify(kept, null, 2), { mode: 0o600 });
      await rename(unfinished, join(folder, `${kept.id}.json`));
    },
    async list({ to, limit }) {
      const found: KeptMail[] = [];
      for (const name of await namesNewestFirst(folder)) {
        if (found.length >= limit) break;
        const mail = KEPT.parse(JSON.parse(await readFile(join(folder, name), "utf8")));
        if (to === undefined || mail.to === to) found.push(mail);
      }
      return found;
    },
  };
}

async function namesNewestFirst(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const names = await readdir(folder);
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .reverse();
}
