/** One side of a comparison: does its whole work once and returns how many things it did. */
export type Side = () => Promise<number>;

export type Ratio = { readonly median: number; readonly lowest: number; readonly highest: number; readonly rounds: number };

/**
 * Runs both sides in turn, `rounds` times, and gives the ratio of their speeds round by round (ours ÷ yardstick,
 * things per second): a machine that slows down slows both.
 */
export async function compare(ours: Side, yardstick: Side, rounds = 5): Promise<Ratio> {
  await ours();
  await yardstick();
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) ratios.push((await speed(ours)) / (await speed(yardstick)));
  ratios.sort((left, right) => left - right);
  return { median: ratios[Math.floor(rounds / 2)] ?? 0, lowest: ratios[0] ?? 0, highest: ratios.at(-1) ?? 0, rounds };
}

async function speed(side: Side): Promise<number> {
  const start = performance.now();
  const things = await side();
  return things / (performance.now() - start);
}

/** Prints one line of the table: what, ratio, spread. */
export function printRatio(what: string, ratio: Ratio): void {
  const three = (value: number): string => value.toPrecision(3);
  console.log(`${what}: ${three(ratio.median)} (${three(ratio.lowest)}–${three(ratio.highest)}, ${ratio.rounds} rounds)`);
}
