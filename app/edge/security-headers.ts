import type { ServerResponse } from "node:http";
import type { EdgeConfig } from "./edge-config";

/** Two years, the length browsers' preload lists ask for. Source: hstspreload.org. */
const HSTS_SECONDS = 63_072_000;

/** Features no page of ours uses. */
const PERMISSIONS = [
  "accelerometer",
  "camera",
  "display-capture",
  "geolocation",
  "gyroscope",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "usb",
];

/** The headers of every answer, whoever gives it; `nonce` marks the scripts and styles of this one answer. */
export function setSecurityHeaders(response: ServerResponse, config: EdgeConfig, nonce: string): void {
  response.setHeader("Content-Security-Policy", contentSecurityPolicy(config, nonce));
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
  response.setHeader("Permissions-Policy", PERMISSIONS.map((feature) => `${feature}=()`).join(", "));
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if (config.publicOrigin.protocol === "https:")
    response.setHeader("Strict-Transport-Security", `max-age=${HSTS_SECONDS}; includeSubDomains`);
}

/** In development Vite's client talks over a web socket; nothing else differs. */
function contentSecurityPolicy(config: EdgeConfig, nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'nonce-${nonce}' 'strict-dynamic' 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${config.development ? " ws:" : ""}`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join("; ");
}
