/** What one check or suite showed. */
export type Result = {
  readonly name: string;
  readonly seconds: number;
  readonly passed: number;
  readonly failed: number;
  /** Sentences for the summary: why it could not run, what was skipped, what was slow. */
  readonly remarks: readonly string[];
};

/** Prints one line per check and suite; the last line counts all. Returns true when nothing failed and something passed. */
export function report(results: readonly Result[]): boolean {
  console.log("\nSummary");
  for (const { name, seconds, passed, failed, remarks } of results) {
    console.log(
      `${failed > 0 ? "✗" : "✓"} ${name.padEnd(30)} ${String(passed).padStart(6)} passed ${String(failed).padStart(4)} failed ${String(Math.round(seconds)).padStart(5)} s`,
    );
    for (const remark of remarks) console.log(`    ${remark}`);
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
