-- Returns by series, breakdown, part and stretch: series, day, period.
select t.series_code as series, t.series_label, t.unit, t.paragraph, t.breakdown, t.breakdown_label, t.category, t.period_name as period,
       t.from_day, t.to_day, t.shown as value, t.share
  from api.return_table($1, $2, $3) t
 order by t.position;
