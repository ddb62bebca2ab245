-- SPDX-License-Identifier: MIT
-- The read half of api.consult: only for a consultation that has committed and reached the disk, is the
-- caller's own and fresh. One error for every other case tells a guesser nothing.
create function data.dossier_open(token uuid) returns audit.consultation
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation;
begin
	select a.* into c from audit.consultation a, ref.setting s
	where a.token = dossier_open.token and a.login = session_user
		and a.at > clock_timestamp() - make_interval(mins => s.consult_minutes)
		and data.my_force() is not null;
	if c.token is null or pg_xact_status(c.xid) is distinct from 'committed' then
		perform data.refuse('GL002', 'This consultation opens nothing.',
			'A token is its owner''s, for minutes, once its own transaction has committed: consult the record again.');
	end if;
	-- What the server writes for itself meanwhile need never be flushed, so only the commit is waited for.
	while pg_current_wal_flush_lsn() <= c.lsn loop
		perform pg_sleep(0.001);
	end loop;
	return c;
end
$$;
comment on function data.dossier_open(uuid) is 'The consultation a token stands for, if it opens anything';
