-- What falls due on each day of a range.
select day, holiday, open, late, closed from api.task_days($1::date, $2::date);
