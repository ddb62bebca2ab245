-- The figures of the board as of today, for the screen.
select f.id, f.label, f.value, f.unit, f.before, f.before_change, f.period_name,
       concat_ws(' ', f.rule, '(' || f.definition || ', paragraph ' || f.paragraph || ')') as rule, f.note
  from api.figures() f
 order by f.position;
