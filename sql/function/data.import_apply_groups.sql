-- SPDX-License-Identifier: MIT
create function data.import_apply_groups(p_import uuid, out added bigint, out changed bigint, out same bigint)
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
begin
	with file as (
		select r.cells ->> 'group_ref' as group_ref, k.code as kind, r.cells ->> 'name' as name,
		       lower(r.cells ->> 'mapped') = 'yes' as mapped, b.code as band, r.cells ? 'band' as has_band
		  from data.import_row r
		  join ref.group_kind k on lower(k.code) = lower(r.cells ->> 'kind')
		  left join ref.group_band b on lower(b.code) = lower(r.cells ->> 'band')
		 where r.import_id = p_import
	), altered as (
		update data.crime_group g
		   set kind = f.kind, name = f.name, mapped = coalesce(f.mapped, g.mapped),
		       band = case when f.has_band then f.band else g.band end
		  from file f
		 where f.group_ref = g.group_ref
		   and (g.kind, g.name, g.mapped, g.band) is distinct from
		       (f.kind, f.name, coalesce(f.mapped, g.mapped), case when f.has_band then f.band else g.band end)
		returning g.group_ref
	), made as (
		insert into data.crime_group (group_ref, kind, name, mapped, band)
		select f.group_ref, f.kind, f.name, coalesce(f.mapped, false), f.band
		  from file f
		 where not exists (select from data.crime_group g where g.group_ref = f.group_ref)
		returning group_ref
	)
	select (select count(*) from made), (select count(*) from altered),
	       (select count(*) from file) - (select count(*) from made) - (select count(*) from altered)
	  into added, changed, same;
end
$$;
comment on function data.import_apply_groups(uuid) is 'Write the groups of a checked import';
