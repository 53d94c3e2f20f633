import { importCatalog } from "~/services/import-catalog";
import { deliverEach } from "../deliver-each";
import type { Handler } from "./handler";

export const catalogImport: Handler<"catalog.import"> = (deps, { batchId }) =>
  deliverEach(deps, {
    consumer: "catalog.import",
    batchId,
    effect: async (event) => {
      if (event.type === "catalog.import_requested") await importCatalog(deps, { importId: event.payload.importId });
    },
  });
