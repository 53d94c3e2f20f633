import type { IncomingMessage } from "node:http";
import type { EdgeConfig } from "./edge-config";

/** The address and host a request came with: the connection's own, or a trusted proxy's word for them. */
export type EdgeCaller = { readonly address: string; readonly host: string };

/** Forwarded headers of anybody but a configured proxy are ignored. */
export function callerOf(request: IncomingMessage, config: EdgeConfig): EdgeCaller {
  const connection = plainAddress(request.socket.remoteAddress ?? "");
  const host = request.headers.host ?? "";
  if (!config.trustedProxies.has(connection)) return { address: connection, host };
  const hops = listed(request.headers["x-forwarded-for"]).map(plainAddress);
  const nearest = hops.reverse().find((hop) => !config.trustedProxies.has(hop));
  return { address: nearest ?? connection, host: listed(request.headers["x-forwarded-host"])[0] ?? host };
}

/** IPv4 addresses arrive in IPv6 clothes on dual-stack sockets. */
function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}

function listed(header: string | string[] | undefined): string[] {
  const text = Array.isArray(header) ? header.join(",") : (header ?? "");
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
