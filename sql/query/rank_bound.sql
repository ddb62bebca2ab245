-- Where the lines of a rank and below begin; past the last rank, where the unscored ones do. For
-- conditions of a filter.
select sort_score, sort_seen, line_ref from api.seek_rank({rank})
union all
select 1, -2147483648, ''
limit 1;
