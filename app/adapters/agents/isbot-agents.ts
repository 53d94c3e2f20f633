import { isbot } from "isbot";
import { type Agent, deviceOf, inAppOf } from "~/domain/tracking/device";
import type { Agents } from "~/ports/agents";

/** Browsers of one day have a few hundred names; a stranger who sends a new one each time must not fill the memory. */
const NAMES_KEPT = 2_000;

/** The library's list, which takes 10 µs a name: the answers are remembered. Who gives no name is a robot. */
export function isbotAgents(): Agents {
  const known = new Map<string, Agent>();
  return {
    read(userAgent) {
      const answer = known.get(userAgent);
      if (answer !== undefined) return answer;
      if (known.size >= NAMES_KEPT) known.clear();
      const fresh = { isBot: userAgent === "" || isbot(userAgent), device: deviceOf(userAgent), inApp: inAppOf(userAgent) };
      known.set(userAgent, fresh);
      return fresh;
    },
  };
}
