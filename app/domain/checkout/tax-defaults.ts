import type { Bps } from "../kernel/branded";
import { bps } from "../kernel/rates";

/** The tax class every product has until it is told otherwise. */
export const STANDARD_CLASS = "standard";

/**
 * Standard rates of VAT and consumption tax in basis points; a new brand starts with them. Sources: European
 * Commission, "VAT rates applied in the Member States" (situation 2025-07); HMRC, VAT Notice 700; Swiss Federal
 * Tax Administration (2024-01); Norwegian Tax Administration; Japan, National Tax Agency (2019-10).
 * The United States stand at 0: their sales taxes depend on state and city, and on where the brand must collect.
 */
const STANDARD_BPS: Readonly<Record<string, number>> = {
  AT: 2_000,
  BE: 2_100,
  BG: 2_000,
  CY: 1_900,
  CZ: 2_100,
  DE: 1_900,
  DK: 2_500,
  EE: 2_400,
  ES: 2_100,
  FI: 2_550,
  FR: 2_000,
  GR: 2_400,
  HR: 2_500,
  HU: 2_700,
  IE: 2_300,
  IT: 2_200,
  LT: 2_100,
  LU: 1_700,
  LV: 2_100,
  MT: 1_800,
  NL: 2_100,
  PL: 2_300,
  PT: 2_300,
  RO: 2_100,
  SE: 2_500,
  SI: 2_200,
  SK: 2_300,
  GB: 2_000,
  CH: 810,
  NO: 2_500,
  JP: 1_000,
  US: 0,
};

/** Countries a new brand has a rate for. */
export const TAXED_COUNTRIES: readonly string[] = Object.keys(STANDARD_BPS);

/** A country's standard rate; 0 where none is listed, as goods leave for there untaxed. */
export function standardTaxBps(country: string): Bps {
  return bps(STANDARD_BPS[country] ?? 0);
}
