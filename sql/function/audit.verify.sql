-- SPDX-License-Identifier: MIT
-- Each entry is held against the one before it, the last against the head: a change, a removal, an
-- insertion and a swap all break a link.
create function audit.verify()
returns table (entries bigint, head text, first_bad bigint, problem text)
language sql stable security definer
set search_path = pg_catalog, pg_temp
as $$
	with chain as (
		select e.entry_id, e.entry_id <> row_number() over w as gap,
			e.hash is distinct from audit.link(lag(e.hash, 1, sha256('gridline')) over w, e) as broken
		from audit.entry e
		window w as (order by e.entry_id)
	), bad as (
		select entry_id, case when gap then 'an entry is missing before this one'
			else 'this entry or the one before it was changed' end as problem
		from chain where gap or broken order by entry_id limit 1
	), last as (
		select count(*) as n from chain
	), tail as (
		select h.entry_id + 1 as entry_id, 'the log does not end where its head says' as problem
		from audit.head h, last
		where h.entry_id <> last.n
			or h.hash <> coalesce((select hash from audit.entry order by entry_id desc limit 1), sha256('gridline'))
	)
	select last.n, encode(h.hash, 'hex'), x.entry_id, coalesce(x.problem, '')
	from last cross join audit.head h
	left join (select * from bad union all select * from tail where not exists (select from bad)) x on true
$$;
comment on function audit.verify() is 'Is the log whole: number of entries, hash of the head, first broken entry and what is wrong with it';
