import { parseCountry } from "../catalog/country";
import { done, type Outcome, refused } from "../kernel/outcome";

/** Where a parcel goes. Fields a country does not use are empty. */
export type Address = {
  readonly name: string;
  readonly line1: string;
  readonly line2: string;
  readonly postalCode: string;
  readonly city: string;
  /** State, prefecture or county, where the country's addresses have one. */
  readonly region: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
};

export type AddressField = keyof Address;

/** How a country writes its addresses: which fields, in which order, and what is needed. */
export type AddressFormat = {
  readonly fields: readonly AddressField[];
  readonly required: readonly AddressField[];
  readonly postalCode: RegExp | null;
  /** As a hint beside the field. */
  readonly postalExample: string;
};

const EUROPEAN: readonly AddressField[] = ["name", "line1", "line2", "postalCode", "city", "phone", "country"];
const NEEDED: readonly AddressField[] = ["name", "line1", "postalCode", "city", "country"];

/** Most of the world: nothing but name, street and city can be asked of everybody. */
const GENERIC: AddressFormat = {
  fields: ["name", "line1", "line2", "city", "region", "postalCode", "phone", "country"],
  required: ["name", "line1", "city", "country"],
  postalCode: null,
  postalExample: "",
};

/** Orders and codes. Sources: Universal Postal Union addressing sheets; Unicode CLDR postal code data. */
const FORMATS: Readonly<Record<string, AddressFormat>> = {
  FR: european(/^\d{5}$/, "75011"),
  DE: european(/^\d{5}$/, "10115"),
  ES: european(/^\d{5}$/, "28001"),
  IT: european(/^\d{5}$/, "00184"),
  BE: european(/^\d{4}$/, "1000"),
  LU: european(/^\d{4}$/, "1009"),
  AT: european(/^\d{4}$/, "1010"),
  CH: european(/^\d{4}$/, "8001"),
  NL: european(/^\d{4} ?[A-Z]{2}$/, "1012 AB"),
  PT: european(/^\d{4}-\d{3}$/, "1100-148"),
  GB: {
    fields: ["name", "line1", "line2", "city", "postalCode", "phone", "country"],
    required: NEEDED,
    postalCode:
      /^(GIR ?0AA|[A-PR-UWYZ]([0-9]{1,2}|[A-HK-Y][0-9]|[A-HK-Y][0-9][0-9ABEHMNPRV-Y]|[0-9][A-HJKPS-UW]) ?[0-9][ABD-HJLNP-UW-Z]{2})$/,
    postalExample: "EC1A 1BB",
  },
  US: {
    fields: ["name", "line1", "line2", "city", "region", "postalCode", "phone", "country"],
    required: [...NEEDED, "region"],
    postalCode: /^\d{5}(-\d{4})?$/,
    postalExample: "94103",
  },
  CA: {
    fields: ["name", "line1", "line2", "city", "region", "postalCode", "phone", "country"],
    required: [...NEEDED, "region"],
    postalCode: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/,
    postalExample: "K1A 0B1",
  },
  JP: {
    fields: ["postalCode", "region", "city", "line1", "line2", "name", "phone", "country"],
    required: [...NEEDED, "region"],
    postalCode: /^\d{3}-?\d{4}$/,
    postalExample: "100-0001",
  },
};

function european(postalCode: RegExp, postalExample: string): AddressFormat {
  return { fields: EUROPEAN, required: NEEDED, postalCode, postalExample };
}

/** How addresses of a country are written; a general form for countries not listed. */
export function addressFormat(country: string): AddressFormat {
  return FORMATS[country] ?? GENERIC;
}

/** Longer lines do not fit a label. */
const LONGEST_FIELD = 120;

export type AddressProblem = { readonly field: AddressField; readonly problem: "missing" | "too_long" | "malformed" };

/** Reads an address as typed: blanks trimmed, codes in capitals, fields the country does not use left out. Refused with every problem. */
export function parseAddress(
  typed: Readonly<Partial<Record<AddressField, string>>>,
): Outcome<Address, { readonly kind: "bad_address"; readonly problems: readonly AddressProblem[] }> {
  const country = parseCountry(typed.country ?? "");
  if (country === undefined) return refused({ kind: "bad_address", problems: [{ field: "country", problem: "missing" }] });
  const format = addressFormat(country);
  const address = tidy(typed, format, country);
  const problems = format.fields.flatMap((field) => problemOf(field, address, format));
  return problems.length === 0 ? done(address) : refused({ kind: "bad_address", problems });
}

function tidy(typed: Readonly<Partial<Record<AddressField, string>>>, format: AddressFormat, country: string): Address {
  const text = (field: AddressField): string => (format.fields.includes(field) ? (typed[field] ?? "").trim().replace(/\s+/g, " ") : "");
  return {
    name: text("name"),
    line1: text("line1"),
    line2: text("line2"),
    postalCode: text("postalCode").toUpperCase(),
    city: text("city"),
    region: text("region"),
    country,
    phone: text("phone"),
  };
}

function problemOf(field: AddressField, address: Address, format: AddressFormat): readonly AddressProblem[] {
  const value = address[field];
  if (value === "") return format.required.includes(field) ? [{ field, problem: "missing" }] : [];
  if (value.length > LONGEST_FIELD) return [{ field, problem: "too_long" }];
  // Control characters and half characters have no place on a label.
  if (/[\p{Cc}\p{Surrogate}]/u.test(value)) return [{ field, problem: "malformed" }];
  if (field === "postalCode" && format.postalCode !== null && !format.postalCode.test(value)) return [{ field, problem: "malformed" }];
  if (field === "phone" && !/^\+?[\d ()./-]{5,30}$/.test(value)) return [{ field, problem: "malformed" }];
  return [];
}
