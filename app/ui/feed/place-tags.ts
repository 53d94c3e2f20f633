/** Where a tag hangs: its label above or below the dot, growing to the right of it or to the left, or no label at all. */
export type Hanging = { readonly side: "above" | "below"; readonly grows: "right" | "left"; readonly bare: boolean };

/** A tag as far as its place matters: shares of the picture in parts per million, and how many characters its label has. */
export type TagToPlace = { readonly xPpm: number; readonly yPpm: number; readonly letters: number };

/** All measures in CSS pixels on the narrowest phone; on wider pictures labels only move apart. */
const WIDTH = 360;
const EDGE = 6;
const LABEL_HEIGHT = 44;
/** From the dot to the nearer edge of the label, along the string. */
const STRING = 17;
/** From the dot to the label's end on the side it does not grow to. */
const OVERHANG = 15;
/** Ring, gaps and padding beside the words. */
const AROUND_WORDS = 44;
/** The widest average of the fonts a phone may use at 13 px. */
const LETTER = 7.1;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const HANGINGS: readonly Hanging[] = (["below", "above"] as const).flatMap((side) =>
  (["right", "left"] as const).map((grows) => ({ side, grows, bare: false })),
);

/**
 * Hangs every label so that it stays inside the picture and covers no other label and no dot. A label for which
 * there is no such place is left out: its dot alone stays, and still leads on. `ratio` is the picture's height ÷ width.
 */
export function placeTags(tags: readonly TagToPlace[], ratio: number): readonly Hanging[] {
  const dots = tags.map((tag) => dotOf(tag, ratio));
  const taken: Box[] = [];
  return tags.map((tag, index) => {
    const others = [...taken, ...dots.filter((_, other) => other !== index)];
    const found = preferred(tag).find((hanging) => {
      const box = labelOf(tag, hanging, ratio);
      return fits(box, ratio) && others.every((other) => !overlap(box, other));
    });
    if (found === undefined) return { side: "below", grows: "right", bare: true };
    taken.push(labelOf(tag, found, ratio));
    return found;
  });
}

/** Labels grow away from the nearer side; in the lower half they hang above, where a sheet does not cover them. */
function preferred(tag: TagToPlace): readonly Hanging[] {
  const grows = tag.xPpm > 500_000 ? "left" : "right";
  const side = tag.yPpm > 500_000 ? "above" : "below";
  const wishes = (hanging: Hanging): number => (hanging.grows === grows ? 2 : 0) + (hanging.side === side ? 1 : 0);
  return [...HANGINGS].sort((a, b) => wishes(b) - wishes(a));
}

function pointOf(tag: TagToPlace, ratio: number): { readonly x: number; readonly y: number } {
  return { x: (tag.xPpm / 1_000_000) * WIDTH, y: (tag.yPpm / 1_000_000) * WIDTH * ratio };
}

function dotOf(tag: TagToPlace, ratio: number): Box {
  const { x, y } = pointOf(tag, ratio);
  return { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 };
}

function labelOf(tag: TagToPlace, hanging: Hanging, ratio: number): Box {
  const { x, y } = pointOf(tag, ratio);
  const width = AROUND_WORDS + tag.letters * LETTER;
  const left = hanging.grows === "right" ? x - OVERHANG : x + OVERHANG - width;
  const top = hanging.side === "below" ? y + STRING : y - STRING - LABEL_HEIGHT;
  return { left, right: left + width, top, bottom: top + LABEL_HEIGHT };
}

function fits(box: Box, ratio: number): boolean {
  return box.left >= EDGE && box.right <= WIDTH - EDGE && box.top >= EDGE && box.bottom <= WIDTH * ratio - EDGE;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
