import type { Branded } from "./branded";

/** An ISO 4217 code of a currency with minor units. */
export type Currency = Branded<string, "Currency">;

/** Exponents that differ from 2. Source: ISO 4217 list one (SIX, published 2024-06-25). */
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  CLF: 4,
  UYW: 4,
};

/** Codes with two decimals. Source: the same list; funds, metals and test codes left out. */
const TWO_DECIMALS = new Set(
  (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW " +
    "CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR " +
    "ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR " +
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN " +
    "SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD YER ZAR ZMW ZWG"
  ).split(" "),
);

/** Parses a code such as `EUR` (any case); `undefined` when ISO 4217 gives it no minor units. */
export function parseCurrency(text: string): Currency | undefined {
  const code = text.trim().toUpperCase();
  return TWO_DECIMALS.has(code) || Object.hasOwn(EXPONENTS, code) ? (code as Currency) : undefined;
}

/** Decimal places of the currency's minor unit: JPY 0, EUR 2, KWD 3. */
export function exponentOf(currency: Currency): number {
  return EXPONENTS[currency] ?? 2;
}
