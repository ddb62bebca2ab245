-- A neighbourhood policing unit: its name, and how its open lines stand. No row: there is none such.
select t.code, t.label, s.today,
       (select string_agg(distinct g.lro, ', ') from api.grid g where g.export_npu = t.code and g.is_open and g.lro <> '') as lros,
       n.lines, n.stale, n.unscored, n.late, n.fresh
  from api.terms t
 cross join api.session() s
 cross join lateral (
       select count(*) as lines, count(*) filter (where g.is_stale) as stale, count(*) filter (where g.score is null) as unscored,
              count(*) filter (where g.overdue_taskings > 0) as late, count(*) filter (where g.is_new) as fresh
         from api.grid g where g.is_open and g.export_npu = t.code) n
 where t.vocabulary = 'npu' and lower(t.code) = lower($1);
