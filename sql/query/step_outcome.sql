-- What came of a step whose answer was lost.
select object_id, ref, new_version, said, true as repeated from api.step_outcome($1::uuid);
