-- SPDX-License-Identifier: MIT
-- What a check constraint cannot look up, for every writer.
create function data.tg_closure__proof() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
	if new.kind = 'type1' and new.state in ('claimed', 'provisional', 'verified') and not exists (
			select from data.charge c join ref.offence o on o.code = c.offence
			where c.event_id = new.charge_id and c.line_id = new.line_id and o.counts_for_type1 and c.class_a and c.voided_at is null) then
		perform data.refuse('GL004', 'The charge is no charge for a relevant Class A supply offence on this line.',
			'Record the charge of the holder first.');
	end if;
	return new;
end
$$;
comment on function data.tg_closure__proof() is 'The charge behind a Type 1 is on this line, counts, and stands';
create trigger tg_closure__proof before insert or update on data.closure
	for each row execute function data.tg_closure__proof();
