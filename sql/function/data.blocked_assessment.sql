-- SPDX-License-Identifier: MIT
-- Who did one part of it cannot do the next: the reasons name the part.
create function data.blocked_assessment(step text, id uuid) returns text
language sql stable
set search_path = pg_catalog, pg_temp
as $$
	select case
		when a.state not in ('proposed', 'moderated') then format('it is %s', a.state)
		when step = 'assess_moderate' and session_user = a.proposer then 'you proposed it: another analyst moderates it'
		when step = 'assess_moderate' and session_user = a.second_by then 'you scored it second: another analyst moderates it'
		when step = 'assess_second' and session_user in (a.proposer, a.moderated_by)
			then 'you proposed or moderated it: a second scorer comes to it fresh'
		when step = 'assess_second' and a.second_by is not null then format('%s has scored it second', a.second_by)
		when step = 'assess_sign' and a.state <> 'moderated' then 'an analyst has to moderate it first'
		when step = 'assess_sign' and session_user = a.proposer then 'you proposed it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.moderated_by then 'you moderated it: another supervisor signs it'
		when step = 'assess_sign' and session_user = a.second_by then 'you scored it second: another supervisor signs it'
		when step = 'assess_sign' and a.second_by is null and t.total >= (select max(b.min_score) from ref.band b)
			then format('it comes to %s, in the top band: a second scorer has to score it first', t.total)
		when step = 'assess_withdraw' and session_user <> a.proposer then 'only who proposed it can withdraw it; a supervisor can return it'
	end
	from data.assessment a cross join lateral data.assessment_total(a.assessment_id, a.model) t
	where a.assessment_id = id
$$;
comment on function data.blocked_assessment(text, uuid) is 'Why a step cannot be taken on an assessment as it stands; null if it can';
