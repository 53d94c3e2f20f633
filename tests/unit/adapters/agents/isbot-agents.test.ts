import { expect, it } from "vitest";
import { isbotAgents } from "~/adapters/agents/isbot-agents";

const agents = isbotAgents();

it.each([
  "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
  "WhatsApp/2.23.20.0",
  "curl/8.5.0",
  "node",
  "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36",
  "",
])("%j is a robot", (userAgent) => {
  expect(agents.read(userAgent).isBot).toBe(true);
});

it.each([
  "Mozilla/5.0 (iPhone; CPU iPhone OS 13_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 123.1.0.26.115 (iPhone11,8; iOS 13_3)",
  "Mozilla/5.0 (Linux; Android 9; SM-G950U; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.149 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/263.0.0.46.121;]",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 13_1_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Snapchat/10.69.5.72 (iPhone11,6; iOS 13.1.3; gzip)",
  "Mozilla/5.0 (Linux; Android 9; STF-L09; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/79.0.3945.79 Mobile Safari/537.36 [Pinterest/Android]",
  "Mozilla/5.0 (Linux; Android 8.1.0; BQ-5516L; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/81.0.4044.117 Mobile Safari/537.36 trill_2021509030 AppName/musical_ly",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21F90 [FBAN/FBPageAdmin;FBAV/400.0.0.21.108]",
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
])("%j is a person, also inside another app", (userAgent) => {
  expect(agents.read(userAgent).isBot).toBe(false);
  expect(agents.read(userAgent)).toEqual(isbotAgents().read(userAgent));
});

it("forgets rather than fills the memory", () => {
  for (let at = 0; at < 5_000; at++) agents.read(`Browser ${at}`);
  expect(agents.read("Googlebot").isBot).toBe(true);
});
