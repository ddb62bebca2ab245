-- Figures by month: ids, day, how many months.
select m.id, m.label, m.month, m.shown, m.amount
  from api.figure_months(string_to_array($1, ' '), $2, $3) m;
