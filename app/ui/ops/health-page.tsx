import { Say } from "../display/say";
import { Section } from "../display/section";
import { tellLag } from "../format/lags";
import { Notice } from "../forms/notice";
import type { Texts } from "../texts/texts";
import { useTexts } from "../texts/texts-context";
import { AuditReportTable } from "./audit-report";
import { DeadLetterTable } from "./dead-letter-table";
import type { HealthFacts } from "./health-facts";
import styles from "./health-page.module.css";
import { ProcessTable } from "./process-table";
import { QueueTable } from "./queue-table";

type Props = {
  readonly health: HealthFacts;
  readonly now: number;
  /** What became of the replay just asked for. */
  readonly replayed: boolean | null;
};

/** How the background work stands: the worst thing first, in one sentence. */
export function HealthPage({ health, now, replayed }: Props) {
  const texts = useTexts();
  const { t } = texts;
  const [said, rest] = sentenceOf(texts, health);
  return (
    <>
      <Say rest={rest}>{said}</Say>
      {replayed === null ? null : <Notice kind={replayed ? "done" : "refused"}>{t(replayed ? "ops.replayed" : "ops.replay_gone")}</Notice>}
      <div className={styles.stack}>
        {health.deadLetters.length === 0 ? null : (
          <Section title={t("ops.dead_letters")}>
            <DeadLetterTable letters={health.deadLetters} now={now} />
          </Section>
        )}
        <Section title={t("ops.queues")}>
          <QueueTable consumers={health.consumers} />
        </Section>
        <Section title={t("ops.processes")}>
          <ProcessTable processes={health.processes} now={now} />
        </Section>
        <Section title={t("ops.audit")}>
          <AuditReportTable report={health.lastAudit} />
        </Section>
      </div>
    </>
  );
}

/** Waiting a few seconds is ordinary; longer wants a look. Source: the audit's own limit. */
const LONG_WAIT_MS = 60_000;

function sentenceOf(texts: Texts, health: HealthFacts): readonly [string, string] {
  const { t } = texts;
  if (!health.processes.some((one) => one.kind === "worker" && one.alive)) return [t("ops.no_worker"), t("ops.no_worker_rest")];
  const dead = health.consumers.reduce((sum, one) => sum + one.dead, 0);
  if (dead > 0) return [t("ops.dead", { count: dead }), t("ops.dead_rest")];
  const findings = health.lastAudit?.findings.filter((one) => one.count > 0).length ?? 0;
  if (findings > 0) return [t("ops.findings", { count: findings }), t("ops.findings_rest")];
  const oldest = Math.max(0, ...health.consumers.map((one) => one.oldestMs ?? 0));
  if (oldest <= LONG_WAIT_MS) return [t("ops.all_well"), t("ops.all_well_rest")];
  const waiting = health.consumers.reduce((sum, one) => sum + one.waiting + one.leased, 0);
  return [t("ops.waiting", { count: waiting }), t("ops.waiting_rest", { lag: tellLag(texts, oldest) })];
}
