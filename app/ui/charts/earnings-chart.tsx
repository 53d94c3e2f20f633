import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import type { Currency } from "~/domain/kernel/currency";
import type { Earnings } from "~/domain/reporting/earnings";
import type { Grain } from "~/domain/reporting/periods";
import { formatPeriod, shortPeriod } from "../format/periods";
import { AppLink } from "../layout/app-link";
import { useTexts } from "../texts/texts-context";
import { type BarPlan, planBars } from "./bar-plan";
import styles from "./chart.module.css";
import { Foot, Grid } from "./chart-frame";
import { metricWords } from "./chart-words";

type Props = {
  readonly earnings: readonly Earnings[];
  /** Earned in the period before, place by place; `null` without comparison. */
  readonly before: readonly (number | null)[] | null;
  readonly by: Grain;
  readonly currency: Currency;
  /** The lines of a period. */
  readonly hrefOf: (period: string) => string;
};

/**
 * Earnings by state: one bar a period, what is provisional hatched, what was taken back below zero. Each bar is a
 * link to its lines; one of them is in the tab order, arrow keys walk along the others.
 */
export function EarningsChart({ earnings, before, by, currency, hrefOf }: Props) {
  const { t, locale } = useTexts();
  const words = useMemo(() => metricWords(locale, "commission_net", currency), [locale, currency]);
  const plan = useMemo(() => planBars(earnings, before, words.smallest), [earnings, before, words]);
  const hatch = useId();
  const [from, to] = [earnings[0]?.period ?? "", earnings.at(-1)?.period ?? ""];
  const label = t("studio.earnings_label", {
    by: t(`sales.by.${by}`),
    from: formatPeriod(locale, by, from),
    to: formatPeriod(locale, by, to),
  });
  const told = (one: Earnings): string =>
    t("studio.bar", {
      period: formatPeriod(locale, by, one.period),
      earned: words.full(one.paid + one.approved + one.provisional),
      back: words.full(one.reversed),
    });
  return (
    <>
      <figure className={styles.box} data-chart="earnings" aria-label={label}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure names it; a title would be a tooltip over all of it */}
        <svg className={styles.plot}>
          <Hatch id={hatch} />
          <Grid axis={plan.axis} tick={words.tick} />
          <Foot labels={earnings.map((one) => shortPeriod(locale, by, one.period))} placed="middle" />
          {plan.before === "" ? null : (
            <svg aria-hidden="true" viewBox="0 0 1000 1000" preserveAspectRatio="none" width="100%" height="100%" overflow="visible">
              <path className={styles.ghost} d={plan.before} />
            </svg>
          )}
          <Bars plan={plan} hatch={hatch} names={earnings.map(told)} hrefs={earnings.map((one) => hrefOf(one.period))} />
        </svg>
      </figure>
      <p className={styles.keys}>{t("studio.earnings_keys")}</p>
    </>
  );
}

/** What is provisional is hatched, here and under words. */
function Hatch({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="5" height="5" className={styles.hatchGround} />
        <rect width="1.6" height="5" className={styles.hatchLine} />
      </pattern>
    </defs>
  );
}

type BarsProps = {
  readonly plan: BarPlan;
  readonly hatch: string;
  readonly names: readonly string[];
  readonly hrefs: readonly string[];
};

function Bars({ plan, hatch, names, hrefs }: BarsProps) {
  const last = plan.bars.length - 1;
  const [current, setCurrent] = useState(last);
  const links = useRef<(SVGGElement | null)[]>([]);
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, step === "first" ? 0 : step === "last" ? last : current + step));
    setCurrent(next);
    links.current[next]?.querySelector("a")?.focus();
  };
  return (
    // The links inside are what is focused; keys that none of them wants walk from one to the next.
    // biome-ignore lint/a11y/noStaticElementInteractions: the group itself is never focused
    <g onKeyDown={walk}>
      {plan.bars.map((bar, index) => (
        <g
          key={hrefs[index]}
          className={styles.bar}
          ref={(element) => {
            links.current[index] = element;
          }}
        >
          <AppLink to={hrefs[index] ?? ""} label={names[index]} skipped={index !== Math.min(current, last)}>
            <title>{names[index]}</title>
            <rect className={styles.reach} x={`${bar.left}%`} width={`${bar.width}%`} y="0" height="100%" />
            {bar.pieces.map((piece) => (
              <rect
                key={piece.state}
                className={styles[piece.state]}
                fill={piece.state === "provisional" ? `url(#${hatch})` : undefined}
                x={`${bar.left}%`}
                width={`${bar.width}%`}
                y={`${piece.top}%`}
                height={`${piece.height}%`}
              />
            ))}
          </AppLink>
        </g>
      ))}
    </g>
  );
}

const STEPS: Readonly<Record<string, 1 | -1 | "first" | "last">> = { ArrowRight: 1, ArrowLeft: -1, Home: "first", End: "last" };
