-- Where the open lines of a unit sell.
select i.area, count(*) as lines, count(*) filter (where g.band in ('critical', 'high')) as high
  from api.grid g cross join lateral string_to_table(g.imports, chr(59)) as i (area)
 where g.is_open and g.export_npu = $1 and i.area <> ''
 group by i.area
 order by count(*) desc, i.area
 limit $2;
