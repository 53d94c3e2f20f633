import { expect, it } from "vitest";
import { grantOperator } from "~/services/grant-operator";
import { readMailbox } from "~/services/read-mailbox";
import { accountWorld, brandOf, member, person } from "~tests/support/account-world";
import { onEachDatabase } from "~tests/support/databases";

onEachDatabase((open) => {
  it("shows the kept mails, the newest first, all to an operator and one address's to a visitor", async () => {
    const { deps } = accountWorld(await open());
    await deps.mailer.send({ to: "ada@example.org", subject: "one", text: "1" });
    await deps.mailer.send({ to: "eve@example.org", subject: "two", text: "2" });
    expect((await readMailbox(deps, "operator"))?.map((mail) => mail.subject)).toEqual(["two", "one"]);
    expect((await readMailbox(deps, { visitorWants: " ADA@example.org" }))?.map((mail) => mail.subject)).toEqual(["one"]);
    expect(await readMailbox(deps, { visitorWants: "ada" })).toEqual([]);
  });

  it("shows a visitor no mail to an operator or to anybody of a brand's team, but to the demo's own", async () => {
    const { deps } = accountWorld(await open());
    const people = ["op@example.org", "own@example.org", "ana@example.org", "shopper@example.org", "sam@vitrine.example"] as const;
    for (const to of people) await deps.mailer.send({ to, subject: to, text: "link" });
    await grantOperator(deps, { personId: await person(deps, "op@example.org") });
    await grantOperator(deps, { personId: await person(deps, "sam@vitrine.example") });
    const brandId = await brandOf(deps, "brume", await person(deps, "own@example.org"));
    await member(deps, brandId, { email: "ana@example.org", role: "analyst" });
    await person(deps, "shopper@example.org");
    const seen = await Promise.all(people.map(async (to) => (await readMailbox(deps, { visitorWants: to }))?.map((mail) => mail.to)));
    expect(seen).toEqual([[], [], [], ["shopper@example.org"], ["sam@vitrine.example"]]);
    expect(await readMailbox(deps, "operator")).toHaveLength(people.length);
  });

  it("shows nothing when a mail server sends them", async () => {
    const { deps } = accountWorld(await open());
    expect(await readMailbox({ ...deps, mailbox: null }, "operator")).toBeNull();
  });
});
