import { createHmac } from "node:crypto";

/** What the sandbox provider and the client that calls it know in common. */
export type ProviderKeys = {
  /** Sent with every call as bearer token. */
  readonly api: string;
  /** Signs webhooks; as Standard Webhooks writes it. */
  readonly webhooks: string;
};

/** Both keys, made from the one secret that provider and app share: who sees one of them does not know the other. */
export function providerKeys(secret: string): ProviderKeys {
  return { api: `sk_${derive(secret, "api").toString("base64url")}`, webhooks: `whsec_${derive(secret, "webhooks").toString("base64")}` };
}

function derive(secret: string, purpose: string): Buffer {
  return createHmac("sha256", secret).update(`vitrine provider: ${purpose}`).digest();
}
