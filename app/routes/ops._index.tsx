import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";
import type { EventId } from "~/domain/kernel/branded";
import { requireOperator } from "~/http/actor";
import { contextOf } from "~/http/context";
import { parseForm } from "~/http/form";
import { badRequest } from "~/http/refusals";
import { textsOf } from "~/http/texts";
import { replaySchema } from "~/schemas/ops";
import { readHealth } from "~/services/read-health";
import { replayDeadLetter } from "~/services/replay-dead-letter";
import { pageTitle } from "~/ui/layout/page-title";
import { usePolling } from "~/ui/layout/use-polling";
import { HealthPage } from "~/ui/ops/health-page";

/** Queues move within seconds; every few is soon enough for a page one glances at. */
const POLL_MS = 3_000;

export async function loader(args: LoaderFunctionArgs) {
  await requireOperator(args);
  const { deps } = contextOf(args);
  const { t } = textsOf(args);
  return { title: t("page.title", { page: t("ops.title") }), health: await readHealth(deps), now: deps.clock.now() };
}

/** Lets an event that was set aside be tried again. */
export async function action(args: ActionFunctionArgs) {
  await requireOperator(args);
  const form = await parseForm(args.request, replaySchema);
  if (!form.ok) throw badRequest();
  const { consumer, eventId } = form.value;
  const replayed = await replayDeadLetter(contextOf(args).deps, { consumer, eventId: eventId as EventId });
  return data({ replayed: replayed.ok }, { status: replayed.ok ? 200 : 409 });
}

export const meta: MetaFunction<typeof loader> = pageTitle;

export default function Health() {
  const { health, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  usePolling(true, POLL_MS);
  return <HealthPage health={health} now={now} replayed={answer?.replayed ?? null} />;
}
