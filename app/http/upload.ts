import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  type ParseFormDataOptions,
  parseFormData,
} from "@remix-run/form-data-parser";
import { done, type Outcome, refused } from "~/domain/kernel/outcome";

/** One text file sent by a form, with the form's other fields. */
export type Upload = { readonly fileName: string; readonly text: string; readonly fields: ReadonlyMap<string, string> };

export type UploadRefusal = { readonly kind: "file_missing" | "file_too_large" | "not_text" | "malformed" };

/** A form of ours carries a file and a handful of short fields. */
const MOST_PARTS = 8;

/** A form sent without choosing a file carries an empty one whose name is empty, or is missing and made up by the parser. */
const NAMELESS: ReadonlySet<string> = new Set(["", "file-upload"]);

/** Room for the fields beside the file. */
const FIELD_BYTES = 16_384;

/**
 * Reads a multipart form that carries one text file in `field`, at most `maxBytes` long; it is refused as soon as
 * it grows longer. A byte order mark is dropped; anything but UTF-8 is refused.
 */
export async function readUpload(
  request: Request,
  wanted: { readonly field: string; readonly maxBytes: number },
): Promise<Outcome<Upload, UploadRefusal>> {
  const sent: FileUpload[] = [];
  const limits = { maxFiles: 1, maxParts: MOST_PARTS, maxFileSize: wanted.maxBytes, maxTotalSize: wanted.maxBytes + FIELD_BYTES };
  const form = await parseWithin(request, limits, (file) => {
    if (file.fieldName === wanted.field && !(NAMELESS.has(file.name) && file.size === 0)) sent.push(file);
  });
  if (!form.ok) return form;
  const [file] = sent;
  if (file === undefined) return refused({ kind: "file_missing" });
  const text = await decode(file);
  if (text === undefined) return refused({ kind: "not_text" });
  const fields = new Map([...form.value].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : [])));
  return done({ fileName: file.name, text, fields });
}

async function parseWithin(
  request: Request,
  limits: ParseFormDataOptions,
  take: (file: FileUpload) => void,
): Promise<Outcome<FormData, UploadRefusal>> {
  try {
    return done(await parseFormData(request, limits, take));
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return refused({ kind: "file_too_large" });
    if (error instanceof FormDataParseError || error instanceof MultipartParseError) return refused({ kind: "malformed" });
    throw error;
  }
}

async function decode(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
