import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { ComposedChart, Line, Tooltip, usePlotArea, XAxis, YAxis } from "recharts";
import type { Grain } from "~/domain/reporting/periods";
import { useTexts } from "../texts/texts-context";
import styles from "./chart.module.css";
import { Foot, Grid } from "./chart-frame";
import type { MetricWords } from "./chart-words";
import { type ChartPlan, ROOM } from "./plan";
import { PointNote } from "./point-note";
import type { ChartPoint } from "./points";

type Props = {
  readonly points: readonly ChartPoint[];
  readonly plan: ChartPlan;
  readonly labels: readonly string[];
  readonly words: MetricWords;
  readonly by: Grain;
  readonly label: string;
  readonly fallback: ReactNode;
};

/** The chart that answers: pointer, touch and arrow keys walk along its points. Default export, as lazy loading wants it. */
export default function LiveChart({ points, plan, labels, words, by, label, fallback }: Props) {
  const { t } = useTexts();
  const [box, width] = useWidth();
  return (
    <div ref={box} className={styles.live}>
      {width === 0 ? (
        fallback
      ) : (
        <ComposedChart
          accessibilityLayer
          width={width}
          height={ROOM.height}
          data={[...points]}
          margin={{ left: ROOM.left, right: ROOM.right, top: ROOM.top, bottom: ROOM.bottom }}
          title={label}
          desc={t("chart.keys")}
          aria-label={`${label}. ${t("chart.keys")}`}
        >
          <XAxis dataKey="period" hide scale="point" type="category" allowDuplicatedCategory={false} />
          <YAxis hide domain={[plan.axis.min, plan.axis.max]} allowDataOverflow type="number" />
          <Frame plan={plan} labels={labels} tick={words.tick} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ className: styles.cursor }}
            content={({ active, payload }) => <PointNote point={active ? pointOf(payload) : undefined} words={words} by={by} />}
          />
          {plan.before === "" ? null : <Line {...LINE} {...BEFORE} dataKey={beforeOf} activeDot={false} />}
          <Line {...LINE} {...NOW} dataKey="value" activeDot={{ className: `${styles.dot}`, r: 5 }} />
        </ComposedChart>
      )}
    </div>
  );
}

const LINE = {
  type: "linear",
  dot: false,
  isAnimationActive: false,
  connectNulls: false,
  legendType: "none",
  strokeLinejoin: "round",
} as const;

/** The same strokes as the static drawing. */
const NOW = { stroke: "var(--accent)", strokeWidth: 2.5, strokeLinecap: "round" } as const;
const BEFORE = { stroke: "var(--ink-3)", strokeWidth: 1.5, strokeDasharray: "4 4" } as const;

/** Grid, labels, surfaces and dots of the plan, laid exactly over the plot. */
function Frame({
  plan,
  labels,
  tick,
}: {
  readonly plan: ChartPlan;
  readonly labels: readonly string[];
  readonly tick: (value: number) => string;
}) {
  const plot = usePlotArea();
  if (plot === undefined) return null;
  return (
    <svg x={plot.x} y={plot.y} width={plot.width} height={plot.height} overflow="visible" aria-hidden="true">
      <Grid axis={plan.axis} tick={tick} />
      <Foot labels={labels} />
      <svg aria-hidden="true" viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
        {plan.area === "" ? null : <path className={styles.area} d={plan.area} />}
        {plan.gaps.map((gap) => (
          <path key={gap.side} className={gap.side === "above" ? styles.above : styles.below} d={gap.path} />
        ))}
      </svg>
      {plan.dots.map((dot) => (
        <circle key={dot.x} className={styles.dot} cx={`${dot.x / 10}%`} cy={`${dot.y / 10}%`} r="4" />
      ))}
    </svg>
  );
}

function beforeOf(point: ChartPoint): number | null {
  return point.before?.value ?? null;
}

/** Recharts hands over whatever rows it was given; ours are points. */
function pointOf(payload: readonly { readonly payload?: ChartPoint }[] | undefined): ChartPoint | undefined {
  return payload?.[0]?.payload;
}

/** The width of the box in CSS pixels, 0 until it is measured (before the first paint). */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    setWidth(element.clientWidth);
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
