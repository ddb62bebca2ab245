-- The reviews the caller sees, latest first.
select week, series, meets_on, state, chair, items, decided, deferred, items - decided - deferred as open,
       to_char(opened_at, 'YYYY-MM-DD HH24:MI') as opened, to_char(closed_at, 'YYYY-MM-DD HH24:MI') as closed, frozen_hash, version
  from api.reviews
 where $1 in ('', 'any') or state = $1
 order by meets_on desc, series;
