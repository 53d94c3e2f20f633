import { join } from "node:path";
import { expect, it } from "vitest";
import { openDatabase } from "~db/open";
import { listProcesses } from "~db/queries/processes";
import { makeHome, startProcess } from "~tests/support/app";

it("stands among the processes while it runs, says so again and again, and is gone when it has left", async () => {
  const home = await makeHome();
  const web = await startProcess("web", home);
  const db = openDatabase({ file: join(home.dataDir, "vitrine.db") });
  const look = () => listProcesses(db.query);
  await expect.poll(look).toMatchObject([{ kind: "web" }]);
  const [first] = await look();
  await expect.poll(async () => (await look())[0]?.seenAt).toBeGreaterThan(first?.seenAt ?? Number.POSITIVE_INFINITY);
  expect(await look()).toMatchObject([{ id: first?.id, startedAt: first?.startedAt }]);
  await web.stop();
  expect(await look()).toEqual([]);
  await db.close();
  home.remove();
});
