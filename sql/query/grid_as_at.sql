-- The grid at a past moment, with what sorting and filters need. Who may see a line is as today.
select at.*, at.rank as rank_now, at.change as change_now,
       case when at.change ~ '^[+-]' then at.change::bigint end as moved,
       -coalesce(at.score, -1) as sort_score,
       coalesce(date '1970-01-01' - at.last_seen, 2147483647) as sort_seen,
       lower(at.name) as name_key,
       {moment}::date - at.last_review as days_since_review,
       at.change = 'new' as is_new,
       coalesce(greatest(at.last_seen, at.last_review)
                < {moment}::date - (select stale_days from api.session()), true) as is_stale,
       (select now.restricted from api.grid as now where now.line_id = at.line_id) as restricted,
       (select now.shared from api.grid as now where now.line_id = at.line_id) as shared,
       '' as aliases_text,
       api.search_key(concat_ws(' ', at.line_ref, at.name)) as search_text
  from api.grid_as_at({moment}) as at;
