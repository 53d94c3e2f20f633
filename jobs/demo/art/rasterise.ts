import { chromium } from "playwright-core";

/** Switches for a quiet browser: it draws, it does not talk to anyone. */
const SWITCHES = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Turns SVG text into the bytes of a WebP picture of that size in pixels. */
export type Rasterise = (
  svg: string,
  size: { readonly width: number; readonly height: number; readonly quality: number },
) => Promise<Buffer>;

/** Opens a browser for the time of `work` and hands it the rasteriser; pages are drawn one after the other. */
export async function withRasteriser(executablePath: string, work: (rasterise: Rasterise) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath, args: SWITCHES });
  try {
    const page = await browser.newPage({ viewport: { width: 480, height: 480 }, deviceScaleFactor: 1 });
    const session = await page.context().newCDPSession(page);
    await work(async (svg, { width, height, quality }) => {
      await page.setViewportSize({ width, height });
      await page.setContent(
        `<!doctype html><style>html,body{margin:0;overflow:hidden}svg{display:block;width:${width}px;height:${height}px}</style>${svg}`,
      );
      const { data } = await session.send("Page.captureScreenshot", {
        format: "webp",
        quality,
        clip: { x: 0, y: 0, width, height, scale: 1 },
      });
      return Buffer.from(data, "base64");
    });
  } finally {
    await browser.close();
  }
}
