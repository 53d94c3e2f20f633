/** A network address as short as it can be written; IPv6 by the rules of RFC 5952, which URLs follow. */
export function shortAddress(address: string): string {
  const url = `http://[${address}]/`;
  return address.includes(":") && URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : address;
}
