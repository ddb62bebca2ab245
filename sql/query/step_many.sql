-- The same step on many records: what became of each.
select object_id, ref, ok, said
from api.step_many($1, $2::uuid[], $3::int[], jsonb_object($4::text[], $5::text[]), $6::uuid);
