/** What can be wrong with a row of a catalogue file, with what its sentence needs. */
export type RowProblem =
  | { readonly kind: "columns_missing"; readonly columns: string }
  | { readonly kind: "too_many_columns"; readonly max: number }
  | { readonly kind: "too_many_rows"; readonly max: number }
  | { readonly kind: "quote_not_closed" }
  | { readonly kind: "too_many_cells"; readonly cells: number; readonly columns: number }
  | { readonly kind: "row_empty" }
  | { readonly kind: "handle_missing" }
  | { readonly kind: "handle_invalid" }
  | { readonly kind: "title_missing" }
  | { readonly kind: "text_too_long"; readonly max: number }
  | { readonly kind: "character_unreadable" }
  | { readonly kind: "price_missing" }
  | { readonly kind: "price_not_a_number" }
  | { readonly kind: "price_negative" }
  | { readonly kind: "price_too_high" }
  | { readonly kind: "price_decimals"; readonly currency: string; readonly places: number }
  | { readonly kind: "stock_not_whole" }
  | { readonly kind: "stock_negative" }
  | { readonly kind: "option_name_missing" }
  | { readonly kind: "option_name_differs"; readonly name: string }
  | { readonly kind: "option_name_repeated" }
  | { readonly kind: "option_value_missing"; readonly name: string }
  | { readonly kind: "duplicate_variant"; readonly sameAs: number }
  | { readonly kind: "status_unknown" }
  | { readonly kind: "flag_unknown" }
  | { readonly kind: "image_url_invalid" }
  | { readonly kind: "image_position_invalid" };

/** One thing to correct: the line where the row starts, the column as the file spells it, what stands there, what to do. */
export type RowError = {
  readonly line: number;
  readonly field: string;
  /** At most `VALUE_SHOWN` characters of the cell. */
  readonly value: string;
  readonly kind: RowProblem["kind"];
  /** What the problem's sentence needs in any language, e.g. `{ currency: "EUR", places: 2 }`. */
  readonly params: Readonly<Record<string, string | number>>;
  /** The problem and its fix in plain English. */
  readonly message: string;
};

/** Enough to recognise a cell; a description may have thousands of characters. */
export const VALUE_SHOWN = 200;

/** Makes an error of what is wrong and where. */
export function rowError(at: { readonly line: number; readonly field: string; readonly value: string }, problem: RowProblem): RowError {
  const { kind, ...params } = problem;
  return { line: at.line, field: at.field, value: at.value.slice(0, VALUE_SHOWN), kind, params, message: sentenceOf(problem) };
}

const SENTENCES: { readonly [Kind in RowProblem["kind"]]: (problem: Extract<RowProblem, { kind: Kind }>) => string } = {
  columns_missing: ({ columns }) =>
    `The file lacks what every product needs: ${columns}. Add it to the first line and fill it, or export the file again.`,
  too_many_columns: ({ max }) => `The file has more than ${max} columns. Remove those that are not needed.`,
  too_many_rows: ({ max }) => `The file has more than ${max} rows. Split it by products and import the parts.`,
  quote_not_closed: () =>
    `A quoted cell starts here and never ends. Add the missing quotation mark (a quotation mark inside a text is written twice).`,
  too_many_cells: ({ cells, columns }) =>
    `This row has ${cells} cells but the first line names ${columns} columns. Put quotation marks around texts that contain a comma.`,
  row_empty: () => `This row adds neither a variant nor a picture. Fill it or delete it.`,
  handle_missing: () => `The row does not say which product it belongs to. Write the product's handle, such as linen-shirt.`,
  handle_invalid: () =>
    `A handle consists of letters, digits, hyphens, underscores and points and starts with a letter or digit, such as linen-shirt.`,
  title_missing: () => `The product has no title. Write it on the product's first row.`,
  text_too_long: ({ max }) => `The text is longer than ${max} characters. Shorten it.`,
  character_unreadable: () => `The text holds characters that cannot be read. Save the file as CSV UTF-8 and import it again.`,
  price_missing: () => `The price is missing. Write it as a plain number, such as 19.90; 0 is allowed.`,
  price_not_a_number: () => `This is no price. Write a plain number with a point and without currency sign, such as 19.90.`,
  price_negative: () => `A price cannot be below zero. Write it without the minus sign.`,
  price_too_high: () => `The price is too high to be meant. Check the decimal point.`,
  price_decimals: ({ currency, places }) =>
    `${currency} has ${places === 0 ? "no decimals" : `at most ${places} decimals`}. Round the price to that.`,
  stock_not_whole: () => `Stock is counted in whole pieces. Write a whole number, such as 12, or leave the cell empty.`,
  stock_negative: () => `Stock cannot be below zero. Write 0 for a sold-out variant.`,
  option_name_missing: () => `The option value has no option name. Write the name, such as Size, on the product's first row.`,
  option_name_differs: ({ name }) => `The product's first row calls this option ${name}. Use that name or leave the cell empty.`,
  option_name_repeated: () => `The product has two options of this name. Rename one of them.`,
  option_value_missing: ({ name }) => `The variant does not say its ${name}. Write it, such as Small.`,
  duplicate_variant: ({ sameAs }) =>
    `Line ${sameAs} is the same variant of this product. Change an option value or delete one of the two rows.`,
  status_unknown: () => `Unknown status. Write active, draft or archived, or leave the cell empty.`,
  flag_unknown: () => `Write true or false, or leave the cell empty.`,
  image_url_invalid: () => `A picture's address starts with https:// or http:// and has no blanks. Correct it or leave the cell empty.`,
  image_position_invalid: () => `A picture's position is a whole number from 1 on. Correct it or leave the cell empty.`,
};

/** True for what a row's problem can be called. */
export function isRowProblem(text: string): text is RowProblem["kind"] {
  return Object.hasOwn(SENTENCES, text);
}

function sentenceOf<Kind extends RowProblem["kind"]>(problem: Extract<RowProblem, { kind: Kind }>): string {
  return SENTENCES[problem.kind as Kind](problem);
}
