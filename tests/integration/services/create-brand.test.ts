import { expect, it } from "vitest";
import type { PersonId } from "~/domain/kernel/branded";
import { createBrand } from "~/services/create-brand";
import { findBrand } from "~/services/find-brand";
import { listBrands } from "~/services/list-brands";
import { runAudit } from "~/services/run-audit";
import { onEachDatabase } from "~tests/support/databases";

const wanted = { name: "Gift Shop", currency: "gbp", timezone: "europe/london", country: "gb" };

onEachDatabase((open) => {
  it("writes the brand with its open program and the event that tells of it", async () => {
    const { deps, db, clock } = await open();
    const created = await createBrand(deps, wanted);
    if (!created.ok) throw new Error(created.error.kind);
    const { brandId, slug } = created.value;
    expect(await findBrand(deps, { slug: "gift-shop" })).toEqual({
      brandId,
      slug,
      name: "Gift Shop",
      currency: "GBP",
      timezone: "Europe/London",
      country: "GB",
      status: "live",
      taxInclusive: true,
      createdAt: clock.now(),
    });
    expect(await findBrand(deps, { brandId })).toMatchObject({ slug: "gift-shop" });
    expect(await db.query.selectFrom("programs").select(["brand_id", "status", "rate_bps", "window_days"]).execute()).toEqual([
      { brand_id: brandId, status: "open", rate_bps: 1_000, window_days: 30 },
    ]);
    const events = await db.query.selectFrom("events").select(["type", "subject_id", "payload"]).execute();
    expect(events).toEqual([{ type: "brand.created", subject_id: brandId, payload: '{"slug":"gift-shop"}' }]);
  });

  it("takes its first owner in", async () => {
    const { deps, db } = await open();
    const personId = "per_1" as PersonId;
    const now = new Date(0).toISOString();
    await db.query
      .insertInto("people")
      .values({ id: personId, name: "Inès", email: "ines@example.org", image: null, locale: null, created_at: now, updated_at: now })
      .execute();
    const created = await createBrand(deps, { ...wanted, ownerId: personId, status: "onboarding", rateBps: 250, taxInclusive: false });
    expect(created.ok).toBe(true);
    expect(await db.query.selectFrom("brand_staff").select(["person_id", "role"]).execute()).toEqual([
      { person_id: personId, role: "owner" },
    ]);
    expect(await findBrand(deps, { slug: "gift-shop" })).toMatchObject({ status: "onboarding", taxInclusive: false });
    const events = await db.query.selectFrom("events").select(["type", "subject_id"]).orderBy("type").execute();
    expect(events).toEqual([
      { type: "brand.created", subject_id: created.ok ? created.value.brandId : "" },
      { type: "staff.added", subject_id: personId },
    ]);
    expect((await runAudit(deps)).findings.filter(({ count }) => count > 0)).toEqual([]);
  });

  it("lets the database decide whose slug it is", async () => {
    const { deps } = await open();
    const outcomes = await Promise.all(["Gift Shop", "gift shop", "Gift-Shop"].map((name) => createBrand(deps, { ...wanted, name })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.error.kind === "slug_taken")).toHaveLength(2);
    expect(await createBrand(deps, { ...wanted, slug: "another" })).toMatchObject({ ok: true, value: { slug: "another" } });
    expect((await listBrands(deps)).map(({ slug }) => slug)).toEqual(["another", "gift-shop"]);
  });

  it.each([
    [{ name: "  " }, "name_empty"],
    [{ name: "x".repeat(101) }, "name_too_long"],
    [{ currency: "XXX" }, "unknown_currency"],
    [{ timezone: "Mars/Olympus" }, "unknown_zone"],
    [{ country: "UK" }, "unknown_country"],
    [{ slug: "No Slug" }, "slug_invalid"],
  ])("refuses %o as %s and writes nothing", async (change, kind) => {
    const { deps, db } = await open();
    expect(await createBrand(deps, { ...wanted, ...change })).toEqual({ ok: false, error: { kind } });
    expect(await db.query.selectFrom("events").select("id").execute()).toEqual([]);
    expect(await listBrands(deps)).toEqual([]);
  });

  it("finds nothing where nothing is", async () => {
    const { deps } = await open();
    expect(await findBrand(deps, { slug: "nobody" })).toBeUndefined();
  });
});
