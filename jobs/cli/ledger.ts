import type { Currency } from "~/domain/kernel/currency";
import { sumMinor, toDecimalText } from "~/domain/kernel/money";
import { describeFault } from "~/domain/ledger/chain";
import { readTrialBalance } from "~/services/read-trial-balance";
import { verifyLedger } from "~/services/verify-ledger";
import type { WorkerDeps } from "../container";
import { type Command, type CommandResult, UsageError } from "./command";
import { table } from "./table";

const TASKS: Readonly<Record<string, (deps: WorkerDeps) => Promise<CommandResult>>> = { verify, "trial-balance": trialBalance };

/** `ledger verify` and `ledger trial-balance`: are the books as they were written, and what do the accounts hold. */
export const ledgerCommand: Command = {
  usage: "verify|trial-balance",
  summary: "check the hash chain of the books, naming rows that were changed or removed; or show what each account holds",
  options: {},
  words: { least: 1, most: 1 },
  drain: "before",
  run: ({ deps }, { words: [task = ""] }) => {
    const run = Object.hasOwn(TASKS, task) ? TASKS[task] : undefined;
    if (run === undefined) throw new UsageError(`The books know no "${task}". Accepted: ${Object.keys(TASKS).join(", ")}.`);
    return run(deps);
  },
};

async function verify(deps: WorkerDeps): Promise<CommandResult> {
  const chains = await verifyLedger(deps);
  const faults = chains.flatMap((chain) => chain.faults);
  const rows = chains.map(({ currency, entries, hash, faults: found }) => [
    found.length === 0 ? "ok" : "broken",
    currency,
    String(entries),
    hash,
  ]);
  const verdict = faults.length === 0 ? "Every entry is as it was booked." : `${faults.length} places are not as they were booked.`;
  return {
    json: {
      green: faults.length === 0,
      chains: chains.map(({ currency, entries, hash }) => ({ currency, entries, hash })),
      faults: faults.map(({ kind, currency, seq, entryId }) => ({ kind, currency, seq, entry_id: entryId })),
    },
    text: [table(["", "currency", "entries", "last hash"], rows, [2]), ...faults.map(describeFault), "", verdict].join("\n"),
    failed: faults.length > 0,
  };
}

async function trialBalance(deps: WorkerDeps): Promise<CommandResult> {
  const balances = await readTrialBalance(deps);
  const sums = [...new Set(balances.map(({ currency }) => currency))].map((currency) => ({
    currency,
    sumMinor: sumMinor(balances.filter((balance) => balance.currency === currency).map(({ amountMinor }) => amountMinor)),
  }));
  const amount = (minor: (typeof balances)[number]["amountMinor"], currency: Currency): string => toDecimalText(minor, currency);
  const rows = [
    ...balances.map(({ currency, account, amountMinor }) => [currency, account, amount(amountMinor, currency)]),
    ...sums.map(({ currency, sumMinor: sum }) => [currency, "all accounts", amount(sum, currency)]),
  ];
  return {
    json: {
      balanced: sums.every(({ sumMinor: sum }) => sum === 0),
      accounts: balances.map(({ currency, account, amountMinor }) => ({ currency, account, amount_minor: amountMinor })),
    },
    text: table(["currency", "account", "debit +, credit −"], rows, [2]),
    failed: sums.some(({ sumMinor: sum }) => sum !== 0),
  };
}
