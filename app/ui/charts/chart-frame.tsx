import type { ReactNode } from "react";
import styles from "./chart.module.css";
import { type Axis, heightOf, labelledPoints, placeOf } from "./scale";

/** Labels along the foot that fit a phone and a desk; style rules choose by the width of the chart's box. */
const LABELS = { narrow: 4, wide: 9 } as const;

type GridProps = { readonly axis: Axis; readonly tick: (value: number) => string };

/** Horizontal lines with their values; the line at zero is stronger. Lives inside the plot's viewport. */
export function Grid({ axis, tick }: GridProps) {
  return (
    <g>
      {axis.ticks.map((value) => {
        const y = `${heightOf(axis, value) * 100}%`;
        return (
          <g key={value}>
            <line className={value === 0 ? styles.zero : styles.axis} x1="0" x2="100%" y1={y} y2={y} />
            <text className={styles.tick} x={-8} y={y} dy="4" textAnchor="end">
              {tick(value)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The periods along the foot. */
export function Foot({ labels }: { readonly labels: readonly string[] }): ReactNode {
  return (["narrow", "wide"] as const).map((size) => (
    <g key={size} className={styles[size]}>
      {labelledPoints(labels.length, LABELS[size]).map((index) => (
        <text
          key={index}
          className={styles.tick}
          x={`${placeOf(index, labels.length) * 100}%`}
          y="100%"
          dy="20"
          textAnchor={anchorOf(index, labels.length)}
        >
          {labels[index]}
        </text>
      ))}
    </g>
  ));
}

/** The first and last label stay inside the box. */
function anchorOf(index: number, count: number): "start" | "middle" | "end" {
  if (count > 1 && index === 0) return "start";
  return count > 1 && index === count - 1 ? "end" : "middle";
}
