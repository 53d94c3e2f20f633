import { expect, it } from "vitest";
import { readUpload } from "~/http/upload";

const wanted = { field: "file", maxBytes: 1_000 };

function sent(parts: Readonly<Record<string, string | File>>): Request {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) form.set(name, value);
  return new Request("http://here.test/", { method: "POST", body: form });
}

it("gives the file as text, its name and the other fields", async () => {
  const read = await readUpload(sent({ key: "k1", file: new File(["\ufeffé,1\n"], "a.csv") }), wanted);
  expect(read).toEqual({ ok: true, value: { fileName: "a.csv", text: "é,1\n", fields: new Map([["key", "k1"]]) } });
});

it("takes a file of exactly the allowed size and refuses one byte more", async () => {
  expect((await readUpload(sent({ file: new File(["x".repeat(1_000)], "a.csv") }), wanted)).ok).toBe(true);
  const refused = await readUpload(sent({ file: new File(["x".repeat(1_001)], "a.csv") }), wanted);
  expect(refused).toEqual({ ok: false, error: { kind: "file_too_large" } });
});

it("says when there is no file, in another field or with an empty name", async () => {
  for (const parts of [{ key: "k" }, { other: new File(["x"], "a.csv") }, { file: new File([""], "") }]) {
    expect(await readUpload(sent(parts), wanted)).toEqual({ ok: false, error: { kind: "file_missing" } });
  }
});

it("refuses what is not UTF-8 and what is no form", async () => {
  const latin = await readUpload(sent({ file: new File([new Uint8Array([0x41, 0xe9, 0x42])], "a.csv") }), wanted);
  expect(latin).toEqual({ ok: false, error: { kind: "not_text" } });
  const headers = { "Content-Type": "multipart/form-data; boundary=x" };
  const broken = new Request("http://here.test/", {
    method: "POST",
    headers,
    body: "--x\r\nContent-Disposition: form-data; name=a\r\n\r\n",
  });
  expect(await readUpload(broken, wanted)).toEqual({ ok: false, error: { kind: "malformed" } });
});
