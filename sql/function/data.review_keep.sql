-- SPDX-License-Identifier: MIT
create function data.review_keep(i data.review_item, d ref.decision, p_decider text, cells jsonb, p_said text) returns data.review_decision
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
	r data.review;
	kept data.review_decision;
begin
	select * into strict r from data.review x where x.review_id = i.review_id;
	insert into data.review_decision (review_id, item_id, line_id, decision, rationale, information, threat, powers, options, action, ethics,
		decided_by, decided_at, authority, referred_to, said)
	values (i.review_id, i.item_id, i.line_id, d.code, coalesce(nullif(cells ->> 'rationale', ''), cells ->> 'reason'),
		coalesce(cells ->> 'information', ''), coalesce(cells ->> 'threat', ''), coalesce(cells ->> 'powers', ''),
		coalesce(cells ->> 'options', ''), coalesce(cells ->> 'action', ''), coalesce(cells ->> 'ethics', ''),
		p_decider, data.clock(), data.review_authority(r, p_decider), coalesce(cells ->> 'referred_to', ''), p_said)
	returning * into kept;
	update data.review_item x set state = case when d.defers then 'deferred' else 'decided' end where x.item_id = i.item_id;
	return kept;
end
$$;
comment on function data.review_keep(data.review_item, ref.decision, text, jsonb, text) is 'Keep a decision and settle its item';
