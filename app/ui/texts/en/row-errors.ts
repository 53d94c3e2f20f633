/** What can be wrong with a row of a catalogue file, and what to do. Keys follow the domain’s kinds. */
export const rowErrors = {
  "row_error.columns_missing":
    "The file lacks what every product needs: {columns}. Add it to the first line and fill it, or export the file again.",
  "row_error.too_many_columns": "The file has more than {max} columns. Remove those that are not needed.",
  "row_error.too_many_rows": "The file has more than {max} rows. Split it by products and import the parts.",
  "row_error.quote_not_closed":
    "A quoted cell starts here and never ends. Add the missing quotation mark (a quotation mark inside a text is written twice).",
  "row_error.too_many_cells":
    "This row has {cells} cells but the first line names {columns} columns. Put quotation marks around texts that contain a comma.",
  "row_error.row_empty": "This row adds neither a variant nor a picture. Fill it or delete it.",
  "row_error.handle_missing": "The row does not say which product it belongs to. Write the product’s handle, such as linen-shirt.",
  "row_error.handle_invalid":
    "A handle consists of letters, digits, hyphens, underscores and points and starts with a letter or digit, such as linen-shirt.",
  "row_error.title_missing": "The product has no title. Write it on the product’s first row.",
  "row_error.text_too_long": "The text is longer than {max} characters. Shorten it.",
  "row_error.character_unreadable": "The text holds characters that cannot be read. Save the file as CSV UTF-8 and import it again.",
  "row_error.price_missing": "The price is missing. Write it as a plain number, such as 19.90; 0 is allowed.",
  "row_error.price_not_a_number": "This is no price. Write a plain number with a point and without currency sign, such as 19.90.",
  "row_error.price_negative": "A price cannot be below zero. Write it without the minus sign.",
  "row_error.price_too_high": "The price is too high to be meant. Check the decimal point.",
  "row_error.price_decimals": "{currency} has at most {places} decimals. Round the price to that.",
  "row_error.stock_not_whole": "Stock is counted in whole pieces. Write a whole number, such as 12, or leave the cell empty.",
  "row_error.stock_negative": "Stock cannot be below zero. Write 0 for a sold-out variant.",
  "row_error.option_name_missing": "The option value has no option name. Write the name, such as Size, on the product’s first row.",
  "row_error.option_name_differs": "The product’s first row calls this option {name}. Use that name or leave the cell empty.",
  "row_error.option_name_repeated": "The product has two options of this name. Rename one of them.",
  "row_error.option_value_missing": "The variant does not say its {name}. Write it, such as Small.",
  "row_error.duplicate_variant": "Line {sameAs} is the same variant of this product. Change an option value or delete one of the two rows.",
  "row_error.status_unknown": "Unknown status. Write active, draft or archived, or leave the cell empty.",
  "row_error.flag_unknown": "Write true or false, or leave the cell empty.",
  "row_error.image_url_invalid":
    "A picture’s address starts with https:// or http:// and has no blanks. Correct it or leave the cell empty.",
  "row_error.image_position_invalid": "A picture’s position is a whole number from 1 on. Correct it or leave the cell empty.",
} as const;
