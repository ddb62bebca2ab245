-- SPDX-License-Identifier: MIT
-- One record comes or goes at a time; prints which figures that changed, and undoes it. The cases name what is
-- done and, by hand, what must change.
create temporary table before as select id, amount from data.figures('2022-12-31', null);
create function pg_temp.event(kind text, on_day text, cells text) returns text language sql as $$
	select format('insert into data.%I select r.* from data.%I x cross join lateral jsonb_populate_record(null::data.%I, to_jsonb(x) || jsonb_build_object('
		'''event_id'', gen_random_uuid(), ''event_ref'', ''X-1'', ''on_day'', %L, ''entered_at'', ''2022-12-30 10:00'', ''voided_at'', null, ''voided_by'', null, '
		'''void_reason'', null) || %L) r where x.voided_at is null limit 1', kind, kind, kind, on_day, cells)
$$;
create function pg_temp.gone(series text, breakdown text, category text, period_start text) returns text language sql as $$
	select format('delete from data.return_value where (series, breakdown, category, period_start) = (%L, %L, %L, %L) and replaced_at is null',
		series, breakdown, category, period_start)
$$;
insert into data.person (person_ref) values ('P-X');
insert into data.crime_group (group_ref, kind, name, mapped) values ('OCG-X', 'OCG', 'SYNTHETIC', true), ('USG-X', 'USG', 'SYNTHETIC', false);
create function pg_temp.socex(more text, against text default 'USG-X') returns text language sql as $$
	select '{"programme": false, "drugs_linked": false, "arrested": 0, "arrested_drugs": 0, "trafficking_outcomes": 0, "group_id": "'
		|| (select group_id from data.crime_group where group_ref = against) || '", "line_id": null' || more || '}'
$$;
create function pg_temp.person() returns text language sql as $$
	select '{"programme": true, "line_id": "' || (select line_id from data.line where line_ref ~ 'WM' order by 1 limit 1)
		|| '", "person_id": "' || (select person_id from data.person where person_ref = 'P-X') || '"'
$$;
create temporary table touch (what text, statement text, changes text);
insert into touch values
	('a Type 1 outcome goes', 'delete from data.closure where closure_id in (select closure_id from data.closure where kind = ''type1'' and state = ''verified'' order by outcome_ref limit 1)', 'type1_outcomes'),
	('somebody new is charged', pg_temp.event('charge', '2022-12-29', pg_temp.person() || ', "offence": "MDA-4-3-b"}'), 'persons_charged'),
	('somebody new engages', pg_temp.event('safeguarding', '2022-12-29', pg_temp.person() || ', "stage": "engaged"}'), 'safeguarding_engaged'),
	('another OCG is disrupted', pg_temp.event('disruption', '2022-12-29', pg_temp.person() || ', "grade": "minor", "group_id": "' || (select group_id from data.crime_group where group_ref = 'OCG-X') || '"}'), 'ocg_disrupted'),
	('another USG is disrupted', pg_temp.event('disruption', '2022-12-29', pg_temp.person() || ', "grade": "minor", "group_id": "' || (select group_id from data.crime_group where group_ref = 'USG-X') || '"}'), 'usg_disrupted'),
	('an arrest goes', 'delete from data.arrest where event_id in (select event_id from data.arrest where programme and voided_at is null and on_day >= ''2022-10-01'' order by event_ref limit 1)', 'arrests_q3'),
	('an open line of Coventry', 'insert into data.line (line_ref, name, holder_force, shared, restricted, status, export_force, export_npu, last_seen) values (''X-1'', ''SYNTHETIC'', ''West Midlands'', false, false, ''active'', ''West Midlands'', ''CV'', ''2022-12-30'')', 'export_share_bham_cov'),
	('a unit is new', 'insert into ref.unit (code, label, kind, force, position) values (''XX'', ''SYNTHETIC'', ''npu'', ''West Midlands'', 99); update data.line set export_npu = ''XX'' where line_id in (select line_id from data.closure where kind = ''type1'' and state = ''verified'' order by outcome_ref limit 1)', 'npus_with_impact'),
	('an event of September', pg_temp.event('disruption', '2022-09-29', pg_temp.socex('')), ''),
	('an event', pg_temp.event('disruption', '2022-12-29', pg_temp.socex('')), 'socex_events socex_ocgs_drugs_share'),
	('an event against another OCG', pg_temp.event('disruption', '2022-12-29', pg_temp.socex(', "drugs_linked": true', 'OCG-X')), 'socex_events socex_ocgs_drugs socex_ocgs_drugs_share'),
	('somebody arrested in 2022-10', pg_temp.event('disruption', '2022-10-15', pg_temp.socex(', "arrested": 1')), 'socex_2022_10_arrested socex_events socex_ocgs_drugs_share'),
	('for drugs in 2022-10', pg_temp.event('disruption', '2022-10-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1')), 'socex_2022_10_arrested socex_2022_10_drugs socex_events socex_ocgs_drugs_share'),
	('for trafficking in 2022-10', pg_temp.event('disruption', '2022-10-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1, "trafficking_outcomes": 1')), 'socex_2022_10_arrested socex_2022_10_drugs socex_2022_10_trafficking socex_events socex_ocgs_drugs_share'),
	('somebody arrested in 2022-11', pg_temp.event('disruption', '2022-11-15', pg_temp.socex(', "arrested": 1')), 'socex_2022_11_arrested socex_events socex_ocgs_drugs_share'),
	('for drugs in 2022-11', pg_temp.event('disruption', '2022-11-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1')), 'socex_2022_11_arrested socex_2022_11_drugs socex_events socex_ocgs_drugs_share'),
	('for trafficking in 2022-11', pg_temp.event('disruption', '2022-11-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1, "trafficking_outcomes": 1')), 'socex_2022_11_arrested socex_2022_11_drugs socex_2022_11_trafficking socex_events socex_ocgs_drugs_share'),
	('somebody arrested in 2022-12', pg_temp.event('disruption', '2022-12-15', pg_temp.socex(', "arrested": 1')), 'socex_2022_12_arrested socex_events socex_ocgs_drugs_share'),
	('for drugs in 2022-12', pg_temp.event('disruption', '2022-12-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1')), 'socex_2022_12_arrested socex_2022_12_drugs socex_events socex_ocgs_drugs_share'),
	('for trafficking in 2022-12', pg_temp.event('disruption', '2022-12-15', pg_temp.socex(', "arrested": 1, "arrested_drugs": 1, "trafficking_outcomes": 1')), 'socex_2022_12_arrested socex_2022_12_drugs socex_2022_12_trafficking socex_events socex_ocgs_drugs_share'),
	('trafficking_offences total 2022-05-01', pg_temp.gone('trafficking_offences', '', '', '2022-05-01'), 'trafficking_offences_12m'),
	('trafficking_offences total 2021-05-01', pg_temp.gone('trafficking_offences', '', '', '2021-05-01'), 'trafficking_offences_prev_12m'),
	('divert_referrals total 2022-05-01', pg_temp.gone('divert_referrals', '', '', '2022-05-01'), 'divert_engaged_first_assessment divert_monthly_average divert_referrals_ytd divert_share_birmingham divert_share_coventry divert_share_outside_force divert_share_sandwell'),
	('divert_referrals total 2021-05-01', pg_temp.gone('divert_referrals', '', '', '2021-05-01'), 'divert_referrals_prev_year'),
	('divert_referrals Birmingham 2022-05-01', pg_temp.gone('divert_referrals', 'residence', 'Birmingham', '2022-05-01'), 'divert_share_birmingham'),
	('divert_referrals Sandwell 2022-05-01', pg_temp.gone('divert_referrals', 'residence', 'Sandwell', '2022-05-01'), 'divert_share_sandwell'),
	('divert_referrals Coventry 2022-05-01', pg_temp.gone('divert_referrals', 'residence', 'Coventry', '2022-05-01'), 'divert_share_coventry'),
	('divert_referrals Outside the force 2022-05-01', pg_temp.gone('divert_referrals', 'residence', 'Outside the force', '2022-05-01'), 'divert_share_outside_force'),
	('divert_referrals Dudley 2022-05-01', pg_temp.gone('divert_referrals', 'residence', 'Dudley', '2022-05-01'), ''),
	('divert_engaged total 2022-05-01', pg_temp.gone('divert_engaged', '', '', '2022-05-01'), 'divert_engaged_first_assessment'),
	('cj_outcomes Charges 2019-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Charges', '2019-07-01'), 'cj_charges_2019_h2'),
	('cj_outcomes Cautions 2019-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Cautions', '2019-07-01'), 'cj_cautions_2019_h2'),
	('cj_outcomes Charges 2021-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Charges', '2021-07-01'), 'cj_charges_2021_h2'),
	('cj_outcomes Cautions 2021-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Cautions', '2021-07-01'), 'cj_cautions_2021_h2'),
	('cj_outcomes Charges 2022-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Charges', '2022-07-01'), 'cj_charges_2022_h2'),
	('cj_outcomes Cautions 2022-07-01', pg_temp.gone('cj_outcomes', 'outcome', 'Cautions', '2022-07-01'), 'cj_cautions_2022_h2'),
	('cars_referrals total 2021-01-01', pg_temp.gone('cars_referrals', '', '', '2021-01-01'), 'cars_referrals_2021 cars_share_white_british'),
	('cars_referrals total 2022-01-01', pg_temp.gone('cars_referrals', '', '', '2022-01-01'), 'cars_referrals_2022 cars_share_white_british'),
	('cars_referrals White British 2022-01-01', pg_temp.gone('cars_referrals', 'ethnicity', 'White British', '2022-01-01'), 'cars_share_white_british'),
	('o2r_referrals total 2021-07-01', pg_temp.gone('o2r_referrals', '', '', '2021-07-01'), 'o2r_referrals'),
	('o2r_assessed total 2021-07-01', pg_temp.gone('o2r_assessed', '', '', '2021-07-01'), 'o2r_assessed'),
	('o2r_admissions total 2021-07-01', pg_temp.gone('o2r_admissions', '', '', '2021-07-01'), 'o2r_admissions'),
	('o2r_days total 2021-07-01', pg_temp.gone('o2r_days', '', '', '2021-07-01'), 'o2r_days_in_rehab'),
	('o2r_not_spent total 2021-07-01', pg_temp.gone('o2r_not_spent', '', '', '2021-07-01'), 'o2r_not_spent_gbp'),
	('o2r_goods total 2021-07-01', pg_temp.gone('o2r_goods', '', '', '2021-07-01'), 'o2r_goods_prevented_gbp'),
	('o2r_gross total 2021-07-01', pg_temp.gone('o2r_gross', '', '', '2021-07-01'), 'o2r_net_benefit_gbp'),
	('o2r_staffing total 2021-07-01', pg_temp.gone('o2r_staffing', '', '', '2021-07-01'), 'o2r_net_benefit_gbp'),
	('alcohol_violence total 2019-01-01', pg_temp.gone('alcohol_violence', '', '', '2019-01-01'), 'alcohol_violence_2019'),
	('alcohol_violence total 2021-01-01', pg_temp.gone('alcohol_violence', '', '', '2021-01-01'), 'alcohol_violence_2021'),
	('alcohol_violence total 2022-01-01', pg_temp.gone('alcohol_violence', '', '', '2022-01-01'), 'alcohol_violence_2022'),
	('alcohol_da total 2020-05-01', pg_temp.gone('alcohol_da', '', '', '2020-05-01'), 'alcohol_da_2020'),
	('alcohol_da total 2021-01-01', pg_temp.gone('alcohol_da', '', '', '2021-01-01'), 'alcohol_da_2021'),
	('alcohol_da total 2022-01-01', pg_temp.gone('alcohol_da', '', '', '2022-01-01'), 'alcohol_da_2022'),
	('alcohol_crime total 2022-05-01', pg_temp.gone('alcohol_crime', '', '', '2022-05-01'), 'alcohol_crime_ytd_change'),
	('alcohol_crime total 2021-05-01', pg_temp.gone('alcohol_crime', '', '', '2021-05-01'), 'alcohol_crime_ytd_change');

create function pg_temp.try() returns table (line text) language plpgsql as $$
declare
	t touch;
	changed text;
begin
	for t in select * from touch loop
		begin
			execute t.statement;
			select string_agg(b.id, ' ' order by b.id) into changed
			from before b join data.figures('2022-12-31', null) f using (id) where f.amount is distinct from b.amount;
			raise exception using errcode = 'GLDRY';
		exception when sqlstate 'GLDRY' then
			line := t.what || ': ' || coalesce(changed, '');
			return next;
		end;
	end loop;
end
$$;
select line from pg_temp.try();
