import { expect, it } from "vitest";
import { parseCurrency } from "~/domain/kernel/currency";
import { metricWords } from "~/ui/charts/chart-words";

const eur = parseCurrency("EUR") ?? expect.unreachable();
const jpy = parseCurrency("JPY") ?? expect.unreachable();

it("money is written in full, shorter on axes, and shortest when large", () => {
  const words = metricWords("en", "net_sales", eur);
  expect([words.full(921_460), words.tick(50_000), words.tick(2_000_000), words.full(null)]).toEqual(["€9,214.60", "€500", "€20k", "—"]);
  expect(words.smallest).toBe(100);
  expect(metricWords("fr", "net_sales", jpy).smallest).toBe(1);
});

it("counts are grouped numbers", () => {
  const words = metricWords("fr", "orders", eur);
  expect([words.full(1_204), words.tick(5)]).toEqual(["1\u00a0204", "5"]);
});
