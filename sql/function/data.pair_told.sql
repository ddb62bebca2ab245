-- SPDX-License-Identifier: MIT
-- Who reads the events of one line may not see the other: neither is named to the readers of the other.
-- The pair itself stands in data.deconfliction, and who may see both is shown both.
create function data.pair_told(a uuid, b uuid, p_step text, p_object uuid, p_said text, p_reason text) returns void
language sql volatile
set search_path = pg_catalog, pg_temp
as $$
	insert into data.line_event (line_id, at, step, object_id, said, reason)
	select l, data.clock(), p_step, p_object, p_said, p_reason from unnest(array[a, b]) l
$$;
comment on function data.pair_told(uuid, uuid, text, uuid, text, text) is 'One event of two lines, in words that name neither';
