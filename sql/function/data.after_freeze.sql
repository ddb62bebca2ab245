-- SPDX-License-Identifier: MIT
create function data.after_freeze(at timestamptz) returns timestamptz
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select case when at is not null then greatest(at, data.frozen_until() + interval '1 microsecond') end
$$;
comment on function data.after_freeze(timestamptz) is 'The moment, or the first one after the last freeze if that is later: what a review froze is as it was';
