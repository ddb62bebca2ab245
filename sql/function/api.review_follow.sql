-- SPDX-License-Identifier: MIT
-- Who follows holds a lock of their session and nothing else: it goes with the link, however that ends, and leaves no
-- record behind. Said to the consoles that are in the meeting where it is new.
create function api.review_follow(id uuid, follow boolean) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	holds boolean;
begin
	if pg_is_in_recovery() then
		return false;
	end if;
	holds := exists (select from data.review_locks(id) l where l.pid = pg_backend_pid());
	if follow and not holds and exists (select from data.review r where r.review_id = id and r.state = 'open') then
		holds := pg_try_advisory_lock_shared(data.review_lock_class(), hashtext(id::text));
		perform pg_notify('gridline', 'review');
	elsif holds and not follow then
		holds := not pg_advisory_unlock_shared(data.review_lock_class(), hashtext(id::text));
		perform pg_notify('gridline', 'review');
	end if;
	return holds;
end
$$;
comment on function api.review_follow(uuid, boolean) is 'Say, or say no more, that this session follows the chair of an open review; whether it does by then';
