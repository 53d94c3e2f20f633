import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";

/** A card form of one line each needs this much before the frame has said how much it needs. */
const FIRST_HEIGHT = 330;

export type CardFrame = {
  readonly frame: RefObject<HTMLIFrameElement>;
  readonly height: number;
  /** Put on the pay form: an order is sent once the frame has taken the card. */
  readonly onSubmit: (event: FormEvent<HTMLElement>) => void;
};

/** What a message of the frame says, as far as it is one. */
type Said = { readonly type: string; readonly height: number };

/**
 * Talks with the provider's frame: hides its own button, follows its height, and lets the pay button send the card
 * first. Without scripts the frame keeps its button, and the form is sent as it is. `frameUrl` = `null`: no frame.
 */
export function useCardFrame(frameUrl: string | null): CardFrame {
  const frame = useRef<HTMLIFrameElement>(null);
  const waiting = useRef<HTMLFormElement | null>(null);
  const ready = useRef(false);
  const alive = useRef(false);
  const [height, setHeight] = useState(FIRST_HEIGHT);

  useEffect(() => {
    if (frameUrl === null) return;
    const { origin } = new URL(frameUrl);
    const tell = (type: string) => frame.current?.contentWindow?.postMessage({ type }, origin);
    const sendWaiting = () => {
      const form = waiting.current;
      waiting.current = null;
      form?.requestSubmit(form.querySelector<HTMLButtonElement>("button[type=submit]"));
    };
    const on: Readonly<Record<string, () => void>> = {
      loaded: () => tell("embed"),
      error: () => {
        waiting.current = null;
      },
      ready: sendWaiting,
    };
    const hear = (event: MessageEvent<unknown>) => {
      if (event.origin !== origin || event.source !== frame.current?.contentWindow) return;
      const said = saidIn(event.data);
      if (said.type === "height") return setHeight(said.height);
      alive.current = true;
      ready.current = said.type === "ready";
      on[said.type]?.();
    };
    window.addEventListener("message", hear);
    // The frame may have spoken before anybody listened.
    tell("embed");
    return () => window.removeEventListener("message", hear);
  }, [frameUrl]);

  const onSubmit = (event: FormEvent<HTMLElement>) => {
    if (frameUrl === null || !alive.current || ready.current || !(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    waiting.current = event.target;
    frame.current?.contentWindow?.postMessage({ type: "submit" }, new URL(frameUrl).origin);
  };
  return { frame, height, onSubmit };
}

function saidIn(message: unknown): Said {
  if (typeof message !== "object" || message === null || !("type" in message) || typeof message.type !== "string")
    return { type: "", height: 0 };
  const height = "height" in message && typeof message.height === "number" ? Math.min(2_000, Math.ceil(message.height)) : FIRST_HEIGHT;
  return { type: message.type, height };
}
