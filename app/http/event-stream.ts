/** Proxies drop connections that stay silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** How long a browser waits before it connects again, e.g. after a restart of the server. */
const RETRY_MS = 2_000;

/** A right may be taken away while a stream is open: after this long the reader has to ask, and is judged, again. */
const LONGEST_MS = 60_000;

/** After an end that was planned the reader may come back at once. */
const RETURN_MS = 100;

type Send = (event: string, data: unknown) => void;

/**
 * A server-sent event stream (HTML standard, §9.2) of a minute, after which browsers connect again by themselves.
 * `start` gets the means to send and to end, and returns what to do when the reader has left.
 */
export function eventStream(signal: AbortSignal, start: (send: Send, end: () => void) => () => void): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let open = true;
      let leave = (): void => undefined;
      const write = (text: string): void => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const timers = [
        setInterval(() => write(": still here\n\n"), HEARTBEAT_MS),
        setTimeout(() => {
          write(`retry: ${RETURN_MS}\n\n`);
          end();
        }, LONGEST_MS),
      ];
      stop = () => {
        if (!open) return;
        open = false;
        for (const timer of timers) clearTimeout(timer);
        signal.removeEventListener("abort", end);
        leave();
      };
      const end = (): void => {
        if (!open) return;
        stop();
        controller.close();
      };
      write(`retry: ${RETRY_MS}\n\n`);
      signal.addEventListener("abort", end, { once: true });
      leave = start((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`), end);
      // Either was over before there was anything to leave, or the reader had gone before we began.
      if (!open) leave();
      else if (signal.aborted) end();
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Accel-Buffering": "no" },
  });
}
