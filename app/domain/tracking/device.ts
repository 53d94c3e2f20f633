/** What a request came from, as coarsely as reports need it. */
export const DEVICES = ["phone", "tablet", "desktop", "other"] as const;
export type Device = (typeof DEVICES)[number];

/** Apps whose own browser opens links: the audience of posts. */
export type InApp = "instagram" | "facebook" | "messenger" | "tiktok" | "snapchat" | "pinterest" | "x" | "linkedin" | "wechat" | "line";

/** What a browser's name says of it. */
export type Agent = { readonly isBot: boolean; readonly device: Device; readonly inApp: InApp | null };

/** First match counts: Instagram and Messenger also carry Facebook's marks. */
const IN_APP: readonly (readonly [RegExp, InApp])[] = [
  [/\bInstagram\b/, "instagram"],
  [/\bFBAN\/Messenger|\bFB_IAB\/(?:MESSENGER|Orca)|\bMessenger(?:Lite)?ForiOS\b/, "messenger"],
  [/\bFB_IAB\b|\bFBA[NV]\/|\bMetaIAB\b/, "facebook"],
  [/\bmusical_ly\b|\btrill_\d|\bBytedanceWebview\b|\bTikTok\b/i, "tiktok"],
  [/\bSnapchat\//, "snapchat"],
  [/\[Pinterest\/|\bPinterest for\b/, "pinterest"],
  [/\bTwitter for \w+|\bTwitterAndroid\b/, "x"],
  [/\bLinkedInApp\b/, "linkedin"],
  [/\bMicroMessenger\//, "wechat"],
  [/\bLine\/\d/, "line"],
];

/** Android tablets leave out `Mobile`; iPads say desktop Safari unless they are old or inside an app. */
const TABLET = /\biPad\b|\bTablet\b|\bKindle\b|\bKF[A-Z]{3,}\b|\bAndroid\b(?!.*\bMobile\b)/;
const PHONE = /\biPhone\b|\biPod\b|\bMobile\b|\bWindows Phone\b|\bFBA[NV]\/FB4A\b/;
const DESKTOP = /\bWindows NT\b|\bMacintosh\b|\bX11\b|\bCrOS\b/;

/** The class of device a browser says it runs on. */
export function deviceOf(userAgent: string): Device {
  if (TABLET.test(userAgent)) return "tablet";
  if (PHONE.test(userAgent)) return "phone";
  return DESKTOP.test(userAgent) ? "desktop" : "other";
}

/** The app whose own browser this is; `null` for a browser of its own. */
export function inAppOf(userAgent: string): InApp | null {
  return IN_APP.find(([mark]) => mark.test(userAgent))?.[1] ?? null;
}
