import { z } from "zod";
import type { Result } from "./result";

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** How the suite's process ended. */
export type Ending = { readonly code: number | null; readonly timedOut: boolean };

type Count = Pick<Result, "passed" | "failed" | "remarks">;

/**
 * Counts a suite from its report. Nothing counts as passed unless the report says so; a skipped test, a file that
 * could not run, a suite without tests and a process that failed without a failed test all count as failed.
 */
export function countTests(report: string | undefined, ending: Ending): Count {
  if (ending.timedOut) return failure("was ended because it took too long");
  if (report === undefined) return failure(`ended with ${ending.code} and left no report`);
  const { testResults } = reportSchema.parse(JSON.parse(report));
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === "passed").length;
  const skipped = tests.filter((test) => test.status !== "passed" && test.status !== "failed");
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  const failed = tests.length - passed + broken.length;
  const remarks = [
    ...skipped.map((test) => `skipped, which counts as failed: ${test.fullName}`),
    ...broken.map((file) => `could not run: ${file.name}`),
  ];
  if (tests.length === 0) return { passed, failed: Math.max(1, failed), remarks: [...remarks, "no test ran"] };
  if (failed === 0 && ending.code !== 0) return { passed, failed: 1, remarks: [`ended with ${ending.code} though no test failed`] };
  return { passed, failed, remarks };
}

function failure(remark: string): Count {
  return { passed: 0, failed: 1, remarks: [remark] };
}
