import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadTexts } from "~/ui/texts/load-texts";
import { parseLocale } from "~/ui/texts/locale";

// The words come first: a page that came to life without them would show none.
await loadTexts(parseLocale(document.documentElement.lang) ?? "en");

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
