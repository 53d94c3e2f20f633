/** A source of numbers in [0, 1): the same seed gives the same row of numbers. */
export type Chance = () => number;

/** Starts a generator from a text (sfc32 by Chris Doty-Humphrey, PractRand, seeded by an FNV-1a hash and warmed up). */
export function seeded(seed: string): Chance {
  let a = hashOf(seed);
  let b = a ^ 0x9e3779b9;
  let c = Math.imul(a, 0x85ebca6b);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  // The first numbers still resemble the seed; 12 rounds are what the generator's author asks for.
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** A whole number from `low` to `high`, both included. */
export function between(chance: Chance, low: number, high: number): number {
  return low + Math.floor(chance() * (high - low + 1));
}

/** One entry of a list; throws on an empty one. */
export function pick<T>(chance: Chance, list: readonly T[]): T {
  const entry = list[Math.floor(chance() * list.length)];
  if (entry === undefined) throw new RangeError("Nothing to pick from");
  return entry;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash | 0;
}
