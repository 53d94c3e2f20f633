import { expect, it, vi } from "vitest";
import { eventStream } from "~/http/event-stream";

it("sends named events as JSON until it ends, and lets go once", async () => {
  let left = 0;
  const answer = eventStream(new AbortController().signal, (send, end) => {
    send("version", { version: 3 });
    setTimeout(() => {
      send("version", { version: 4 });
      end();
      end();
    });
    return () => {
      left += 1;
    };
  });
  expect(answer.headers.get("Content-Type")).toBe("text/event-stream; charset=utf-8");
  expect(await answer.text()).toBe('retry: 2000\n\nevent: version\ndata: {"version":3}\n\nevent: version\ndata: {"version":4}\n\n');
  expect(left).toBe(1);
});

it("lets go when the reader leaves", async () => {
  const leaving = new AbortController();
  let left = 0;
  const answer = eventStream(leaving.signal, () => () => {
    left += 1;
  });
  leaving.abort();
  await answer.text();
  expect(left).toBe(1);
});

it("lets go at once of a reader who had left before it began, and of a feed that is closed already", async () => {
  let left = 0;
  const leave = () => {
    left += 1;
  };
  expect(await eventStream(AbortSignal.abort(), () => leave).text()).toBe("retry: 2000\n\n");
  expect(left).toBe(1);
  const closed = eventStream(new AbortController().signal, (_, end) => {
    end();
    return leave;
  });
  expect(await closed.text()).toBe("retry: 2000\n\n");
  expect(left).toBe(2);
});

it("ends after a minute and calls the reader back at once, so that a right that was taken away ends too", async () => {
  vi.useFakeTimers();
  let left = 0;
  const answer = eventStream(new AbortController().signal, () => () => {
    left += 1;
  });
  await vi.advanceTimersByTimeAsync(59_999);
  expect(left).toBe(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(left).toBe(1);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  expect(await answer.text()).toBe("retry: 2000\n\n: still here\n\n: still here\n\nretry: 100\n\n");
});
