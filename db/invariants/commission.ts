import { sql } from "kysely";
import { findDecisionDrift } from "../decision-drift";
import { findReversalDrift } from "../reversal-drift";
import { type Invariant, offenders } from "./invariant";

/** What affiliates earn, and why. */
export const COMMISSION_INVARIANTS: readonly Invariant[] = [
  {
    id: "commission.decisions",
    title: "Every line has one decision for each affiliate in reach, and it is what its frozen path gives",
    severity: "critical",
    check: (q, now) => findDecisionDrift(q, now),
  },
  {
    id: "commission.steps",
    title: "A program's steps are numbered without gaps, and each that was taken in has its event",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select g.id || ' ' || count(s.program_seq) || ' of ' || (g.next_seq - 1) as row from programs g left join
          (${STEPS}) s on s.brand_id = g.brand_id group by g.id, g.next_seq, g.decided_seq
          having count(s.program_seq) <> g.next_seq - 1 or coalesce(max(s.program_seq), 0) <> g.next_seq - 1 or g.decided_seq >= g.next_seq
        union all select o.id from orders o join programs g on g.brand_id = o.brand_id where o.program_seq <= g.decided_seq
          and (select count(*) from events e where e.subject_id = o.id and e.type = 'commission.decided') <> 1
        union all select o.id from orders o join programs g on g.brand_id = o.brand_id where (o.program_seq is null or o.program_seq > g.decided_seq)
          and exists (select 1 from events e where e.subject_id = o.id and e.type = 'commission.decided')`,
      ),
  },
  {
    id: "commission.parts",
    title: "A commission is what was decided, and the sum of its parts",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select d.id as row from decisions d left join commissions c on c.decision_id = d.id
          where coalesce(c.accrued_minor, 0) <> d.commission_minor or (d.reason is null) <> (d.commission_minor > 0)
        union all select c.id from commissions c join decisions d on d.id = c.decision_id
          where d.order_line_id <> c.order_line_id or d.affiliate_id <> c.affiliate_id
        union all select c.id from commissions c
          where c.accrued_minor <> coalesce((select sum(p.accrued_minor) from commission_parts p where p.commission_id = c.id), 0)`,
      ),
  },
  {
    id: "commission.within_rule",
    title: "The commissions of a line are no more than the highest rate of its program allows, nor than its base",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select l.id as row from order_lines l join
          (select order_line_id, sum(accrued_minor) as total from commissions group by order_line_id) c on c.order_line_id = l.id
          left join (select brand_id, max(rate_bps) as rate from commission_rules group by brand_id) r on r.brand_id = l.brand_id
          where c.total > l.base_minor or c.total > (l.base_minor * coalesce(r.rate, 0) + 5000) / 10000`,
      ),
  },
  {
    id: "rules.events",
    title: "Every later version of a program's rule has its event, and every such event its version",
    severity: "serious",
    check: (q) =>
      offenders(
        q,
        sql`select r.id as row from commission_rules r
          where exists (select 1 from commission_rules o where o.program_id = r.program_id and o.created_at < r.created_at)
          and not exists (select 1 from events e where e.type = 'program.rate_changed' and e.subject_id = r.program_id
            and e.payload like '%"' || r.id || '"%')
        union all select e.id from events e where e.type = 'program.rate_changed' and not exists
          (select 1 from commission_rules r where r.program_id = e.subject_id and e.payload like '%"' || r.id || '"%')`,
      ),
  },
  {
    id: "commission.credits",
    title: "The credits of a line sum to the whole line",
    severity: "critical",
    check: (q) =>
      offenders(
        q,
        sql`select c.order_line_id as row from commissions c join commission_parts p on p.commission_id = c.id
          group by c.order_line_id having sum(p.ppm) > 1000000
        union all select commission_id from commission_parts where ppm <= 0`,
      ),
  },
  {
    id: "commission.reversals",
    title: "What is back of a commission is its share of what is back of its line",
    severity: "critical",
    check: (q) => findReversalDrift(q),
  },
];

/** A cancel of several lines is one step. */
const STEPS = sql`select brand_id, program_seq from orders where program_seq is not null
  union select brand_id, program_seq from order_line_cancels`;
