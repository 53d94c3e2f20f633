import { decideCommissions } from "~/services/decide-commissions";
import type { Handler } from "./handler";

export const commissionDecide: Handler<"commission.decide"> = (deps, payload) => decideCommissions(deps, payload);
