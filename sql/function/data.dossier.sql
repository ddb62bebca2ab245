-- SPDX-License-Identifier: MIT
-- The read half of api.consult: only for a consultation that has committed and reached the disk, is the
-- caller's own and fresh. One error for every other case tells a guesser nothing.
create function data.dossier(token uuid) returns jsonb
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	c audit.consultation;
	written pg_lsn := pg_current_wal_insert_lsn();
begin
	select a.* into c from audit.consultation a, ref.setting s
	where a.token = dossier.token and a.login = session_user
		and a.at > clock_timestamp() - make_interval(mins => s.consult_minutes)
		and data.my_force() is not null;
	if c.token is null or pg_xact_status(c.xid) is distinct from 'committed' then
		perform data.refuse('GL002', 'This consultation opens nothing.',
			'A token is its owner''s, for minutes, once its own transaction has committed: consult the record again.');
	end if;
	while pg_current_wal_flush_lsn() < written loop
		perform pg_sleep(0.01);
	end loop;
	return jsonb_build_object('kind', c.object_kind, 'id', c.object_id, 'entry', c.entry_id,
		'numbers', case when c.object_kind = 'line' then (
			select coalesce(jsonb_agg(jsonb_build_object('number', n.number, 'kind', n.kind, 'state', n.state,
				'first_seen', n.first_seen, 'last_seen', n.last_seen) order by n.number), '[]')
			from data.line_number n where n.line_id = c.object_id) else '[]' end);
end
$$;
comment on function data.dossier(uuid) is 'The personal data a committed consultation opens';
