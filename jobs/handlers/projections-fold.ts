import { foldEvents } from "~/services/fold-events";
import type { Handler } from "./handler";

export const projectionsFold: Handler<"projections.fold"> = (deps, { batchId }) => foldEvents(deps, { batchId });
