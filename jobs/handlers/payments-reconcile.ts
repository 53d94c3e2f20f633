import { reconcilePayments } from "~/services/reconcile-payments";
import type { Handler } from "./handler";

export const paymentsReconcile: Handler<"payments.reconcile"> = (deps) => reconcilePayments(deps);
