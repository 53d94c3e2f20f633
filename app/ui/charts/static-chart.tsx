import styles from "./chart.module.css";
import { Foot, Grid } from "./chart-frame";
import { type ChartPlan, ROOM } from "./plan";

type Props = {
  readonly plan: ChartPlan;
  readonly labels: readonly string[];
  readonly tick: (value: number) => string;
  readonly label: string;
};

/**
 * The chart as the server draws it and as readers without JavaScript keep it. Lines are laid out in a square
 * that is stretched over the plot; words and dots keep their size at every width.
 */
export function StaticChart({ plan, labels, tick, label }: Props) {
  return (
    <svg className={styles.chart} role="img" aria-label={label} width="100%" height={ROOM.height}>
      <svg aria-hidden="true" className={styles.plot} x={ROOM.left} y={ROOM.top} overflow="visible">
        <Grid axis={plan.axis} tick={tick} />
        <Foot labels={labels} />
        <svg aria-hidden="true" viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
          <Lines plan={plan} />
        </svg>
        {plan.dots.map((dot) => (
          <circle key={dot.x} className={styles.dot} cx={`${dot.x / 10}%`} cy={`${dot.y / 10}%`} r="4" />
        ))}
      </svg>
    </svg>
  );
}

/** The lines and surfaces of a plan, in its square. */
function Lines({ plan }: { readonly plan: ChartPlan }) {
  return (
    <>
      {plan.area === "" ? null : <path className={styles.area} d={plan.area} />}
      {plan.gaps.map((gap) => (
        <path key={gap.side} className={gap.side === "above" ? styles.above : styles.below} d={gap.path} />
      ))}
      {plan.before === "" ? null : <path className={styles.before} d={plan.before} />}
      <path className={styles.line} d={plan.line} />
    </>
  );
}
