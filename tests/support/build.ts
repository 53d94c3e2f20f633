import { buildIfStale } from "~jobs/build";

let building: Promise<void> | undefined;

/** Builds the product as `npm start` does, when the build is not that of the sources; once per test process. Errors: the build's own output. */
export function ensureBuilt(): Promise<void> {
  building ??= build();
  return building;
}

/** The test runner says NODE_ENV=test, with which React would be built for development: twice the size. */
async function build(): Promise<void> {
  const before = process.env.NODE_ENV;
  process.env.NODE_ENV = "production";
  try {
    await buildIfStale((sentence) => console.log(sentence));
  } finally {
    process.env.NODE_ENV = before;
  }
}
