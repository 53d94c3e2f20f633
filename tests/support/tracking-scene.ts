import { expect } from "vitest";
import { hmacTouchTokens } from "~/adapters/touch-tokens/hmac-touch-tokens";
import type { TouchId } from "~/domain/kernel/branded";
import type { Contact, ContactAim, RecordedContact } from "~/domain/tracking/contact";
import type { TrackingDeps } from "~/services/deps";
import { recordTouches } from "~/services/record-touches";
import { runAudit } from "~/services/run-audit";
import type { World } from "./databases";
import { type TrackingWorld, trackingWorld } from "./tracking-world";

/** Signs as these tests' installations do. */
const tokens = hmacTouchTokens("s".repeat(40));

/** A world full of what touches point at, and ways to open it. */
export type Scene = TrackingWorld & {
  readonly world: World;
  readonly deps: TrackingDeps;
  readonly open: (aim: ContactAim | string, more?: Partial<Contact>) => Promise<RecordedContact>;
  /** Brand, product and reason of each target of the newest touch. */
  readonly targets: () => Promise<readonly (readonly [string, string, string | null])[]>;
};

/** Fills the world; contacts come from a phone inside Instagram unless told otherwise. */
export async function sceneIn(world: World): Promise<Scene> {
  const places = await trackingWorld(world);
  const deps: TrackingDeps = { ...world.deps, touchTokens: tokens };
  const contact = (aim: ContactAim | string, more: Partial<Contact>): Contact => ({
    aim: typeof aim === "string" ? { kind: "link", slug: aim } : aim,
    at: world.clock.now(),
    visitorId: null,
    carried: null,
    sender: { unseen: null, device: "phone", inApp: "instagram" },
    referrer: null,
    ...more,
  });
  return {
    ...places,
    world,
    deps,
    open: async (aim, more = {}) => {
      const [answer] = await recordTouches(deps, { contacts: [contact(aim, more)], reports: [] });
      if (answer === undefined) throw new Error("no answer");
      return answer;
    },
    targets: async () => {
      const rows = await world.db.query
        .selectFrom("touch_targets")
        .selectAll()
        .where("touch_id", "=", (eb) => eb.selectFrom("touches").select((inner) => inner.fn.max<string>("id").as("id")))
        .orderBy("brand_id")
        .orderBy("product_id")
        .execute();
      return rows.map((row) => [row.brand_id, row.product_id, row.disqualified] as const);
    },
  };
}

/** The touch an answer is about. Errors: nothing was recorded. */
export function touchOf(answer: RecordedContact): TouchId {
  if (answer.kind !== "recorded") throw new Error(answer.kind);
  return answer.touchId;
}

/** Every invariant about tracking holds. */
export async function expectGreen({ world }: Scene): Promise<void> {
  const { findings } = await runAudit(world.deps);
  expect(findings.filter(({ id, count }) => count > 0 && id.startsWith("tracking."))).toEqual([]);
}
