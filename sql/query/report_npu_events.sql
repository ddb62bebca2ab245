-- What came of the lines of a unit: this quarter, this financial year, and the same days of the last one.
-- Few people are not told, since the lines stand beside it.
with span as (
       select date_trunc('quarter', s.today)::date as quarter, make_date(extract(year from s.today - interval '3 months')::int, 4, 1) as year,
              s.today from api.session() s
), came as (
       select e.kind as what, e.on_day from span s
        cross join lateral api.events((s.year - interval '1 year')::date, s.today) e
         join api.grid g on g.line_ref = e.line_ref
        where not e.voided and g.export_npu = $1
       union all
       select o.kind, o.on_day from span s cross join api.outcomes o join api.grid g on g.line_id = o.line_id
        where g.export_npu = $1 and o.state in ('provisional', 'verified') and o.on_day between s.year - interval '1 year' and s.today
)
select w.label, x.quarter, x.year,
       -- Where nothing at all is on record of then, nought would be a claim.
       case when sum(w.year_ago) over () > 0 then x.year_ago else '' end as year_ago
  from (select w.label, w.n, w.people, count(c.on_day) filter (where c.on_day >= s.quarter) as quarter,
               count(c.on_day) filter (where c.on_day >= s.year) as year,
               count(c.on_day) filter (where c.on_day < s.year and c.on_day <= s.today - interval '1 year') as year_ago
          from (values ('type1', 'Type 1 outcomes', 1, false), ('type2', 'Type 2 outcomes', 2, false), ('arrest', 'Arrests', 3, true),
                       ('charge', 'Charges', 4, true), ('safeguarding', 'Safeguarding events', 5, true),
                       ('disruption', 'Disruptions', 6, false), ('seizure', 'Seizures', 7, false)) w (what, label, n, people)
         cross join span s
          left join came c using (what)
         group by w.label, w.n, w.people) w
 cross join api.setting k
 cross join lateral (
       select case when w.people and w.quarter > 0 and w.quarter < k.suppress_below then '<' || k.suppress_below else w.quarter::text end as quarter,
              case when w.people and w.year > 0 and w.year < k.suppress_below then '<' || k.suppress_below else w.year::text end as year,
              case when w.people and w.year_ago > 0 and w.year_ago < k.suppress_below then '<' || k.suppress_below
                   else w.year_ago::text end as year_ago) x
 order by w.n;
