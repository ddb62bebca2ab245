-- Take a step: what, on which record, at which version, with which fields, under which key.
select object_id, ref, new_version, said, repeated
from api.step($1, $2::uuid, $3, jsonb_object($4::text[], $5::text[]), $6::uuid);
