-- SPDX-License-Identifier: MIT
create function data.tg_assessment__sign() returns trigger
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
declare
	missing text;
	validity daterange;
begin
	if tg_op <> 'INSERT' and old.signed_on is not null then
		perform data.refuse('GL002', format('The assessment signed on %s cannot be changed.', old.signed_on),
			'Sign a new assessment.');
	elsif tg_op = 'INSERT' and new.signed_on is not null then
		perform data.refuse('GL004', 'An assessment cannot be added signed.', 'Add it, add its factors, then sign it.');
	elsif tg_op = 'UPDATE' and new.signed_on is not null then
		select daterange(m.valid_from, m.valid_to, '[]') into validity from ref.score_model m where m.code = new.model;
		if not validity @> new.signed_on then
			perform data.refuse('GL004', format('The score model %s was not in force on %s.', new.model, new.signed_on),
				'Use the model that was.');
		end if;
		select t.total, t.missing into new.total, missing from data.assessment_total(new.assessment_id, new.model) t;
		if missing is not null then
			perform data.refuse('GL004', format('The assessment lacks a score for: %s.', missing),
				'Score every factor of the model, then sign.');
		end if;
		new.band := data.band_of(new.total);
		new.state := 'signed';
		if new.signed_by = new.proposer then
			perform data.refuse('GL002', 'Who proposed a score cannot sign it.', 'Ask another supervisor.');
		elsif new.second_by is null and new.band = (select b.code from ref.band b order by b.min_score desc limit 1) then
			perform data.refuse('GL002', format('A score of %s is in the top band and needs a second scorer.', new.total),
				'Let somebody who neither proposed nor signs it score it by themselves.');
		elsif new.second_by in (new.signed_by, new.proposer) then
			perform data.refuse('GL002', 'The second scorer can neither propose nor sign.', 'Ask somebody else.');
		end if;
	end if;
	return case when tg_op = 'DELETE' then old else new end;
end
$$;
comment on function data.tg_assessment__sign() is 'An assessment is signed whole and then stays as it is';
create trigger tg_assessment__sign before insert or update or delete on data.assessment
	for each row execute function data.tg_assessment__sign();
