-- A panel of counted records.
select series, label, value, note from api.dashboard($1);
