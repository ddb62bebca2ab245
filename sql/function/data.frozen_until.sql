-- SPDX-License-Identifier: MIT
-- A sequence is read as it is now, whatever the snapshot and the isolation of who reads it.
create function data.frozen_until() returns timestamptz
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select timestamptz 'epoch' + s.last_value * interval '1 microsecond' from data.frozen_until s
$$;
comment on function data.frozen_until() is 'Business time as of which, and as of before which, nothing is written any more';
