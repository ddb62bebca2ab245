-- The figures of the board, as at a day, over their own stretches or a period by name.
select f.id, f.label, f.value, f.unit, f.paragraph, f.population, f.period_name, f.from_day, f.to_day, f.is_over, f.before,
       f.before_change, f.year_ago, f.year_change, f.note, f.printed, f.rule, f.definition
  from api.figures($1, $2) f
 order by f.position;
