import { type Agent, type IncomingHttpHeaders, request } from "node:http";
import { connect } from "node:net";

export type RawAnswer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

type Raw = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | readonly Uint8Array[];
  /** Keeps connections; a connection of its own without one. */
  readonly agent?: Agent;
};

/** One request with exactly these headers (Node's client adds nothing but `Connection`), redirects not followed. */
export function rawRequest(port: number, { method = "GET", path, headers = {}, body, agent }: Raw): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent: agent ?? false, host: "127.0.0.1", port, method, path, headers: { host: `localhost:${port}`, ...headers }, setHost: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("error", reject);
        answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: String(Buffer.concat(chunks)) }));
      },
    );
    sent.on("error", reject);
    if (typeof body === "string") sent.end(body);
    else {
      for (const chunk of body ?? []) sent.write(chunk);
      sent.end();
    }
  });
}

/** Sends bytes that no client would, and returns the first line of the answer. */
export function rawBytes(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.end(bytes));
    let answer = "";
    socket.on("data", (chunk: Buffer) => {
      answer += String(chunk);
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer.split("\r\n")[0] ?? ""));
  });
}

/** The headers a browser sends with a form of one of our own pages. */
export function formHeaders(origin: string): Readonly<Record<string, string>> {
  return { origin, "content-type": "application/x-www-form-urlencoded" };
}
