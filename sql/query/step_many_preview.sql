-- What the same step would do to each of many records, with what is typed so far.
select object_id, ref, ok, said
from api.step_many_preview($1, $2::uuid[], jsonb_object($3::text[], $4::text[]));
