import { type RefObject, useEffect, useRef } from "react";

/** On phones the doors scroll sideways: the open one is brought into view when it changes. */
export function useDoorInView(door: string | undefined): RefObject<HTMLElement> {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = bar.current?.querySelector(`a[href=${CSS.escape(door ?? "")}]`);
    if (!bar.current || !(link instanceof HTMLElement)) return;
    bar.current.scrollLeft = link.offsetLeft - bar.current.offsetLeft - (bar.current.clientWidth - link.clientWidth) / 2;
  }, [door]);
  return bar;
}
