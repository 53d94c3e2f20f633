/** How many of the eight groups of an IPv6 address name the network. Source: RFC 4291 §2.5.4. */
const NETWORK_GROUPS = 4;

/**
 * Whom an address is counted as: itself in IPv4, its /64 network in IPv6, of which every customer has a whole one
 * and could otherwise be a new stranger with each try.
 */
export function networkOf(address: string): string {
  const plain = (address.split("%")[0] ?? "").toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  if (!plain.includes(":")) return plain;
  const [head = "", tail] = plain.split("::");
  const [first, last] = [groupsIn(head), groupsIn(tail ?? "")];
  const left =
    tail === undefined ? first : [...first, ...Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0"), ...last];
  const network = left.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${network.join(":")}::/64`;
}

function groupsIn(text: string): readonly string[] {
  return text === "" ? [] : text.split(":");
}
