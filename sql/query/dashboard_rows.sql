-- What a figure counts; $2 and $3 null: of all series, of all labels.
select line_id, ref, on_day, unit, line_ref, line_name, what, counts from api.dashboard_rows($1, $2, $3, $4);
