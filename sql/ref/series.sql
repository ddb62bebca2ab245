-- SPDX-License-Identifier: MIT
-- The series of the board paper.
insert into ref.series (code, label, unit, decimals, period_kind, totalled, of_people, paragraph, position) values
	('divert_referrals', 'Divert referrals', 'referrals', 0, 'month', true, true, '18', 1),
	('divert_engaged', 'Divert: engaged with the first assessment', 'referrals', 0, 'month', true, true, '22', 2),
	('cj_outcomes', 'Formal outcomes for simple possession', 'outcomes', 0, 'half-year', true, true, '22', 3),
	('cj_charged_share', 'Charged for simple possession, of each ethnicity', 'percent', 1, 'half-year', false, false, '23', 4),
	('cj_cautioned_share', 'Cautioned for simple possession, of each ethnicity', 'percent', 1, 'half-year', false, false, '23', 5),
	('cj_formal_share', 'All formal outcomes for simple possession, of each ethnicity', 'percent', 1, 'half-year', false, false, '23', 6),
	('cars_referrals', 'Arrest referrals (CARS)', 'referrals', 0, 'year', true, true, '27', 7),
	('o2r_referrals', 'Offender to Rehabilitation: referrals', 'referrals', 0, 'months', true, true, '31', 8),
	('o2r_assessed', 'Offender to Rehabilitation: assessed or referred on', 'persons', 0, 'months', true, true, '31', 9),
	('o2r_admissions', 'Offender to Rehabilitation: admitted to rehabilitation', 'persons', 0, 'months', true, true, '31', 10),
	('o2r_days', 'Offender to Rehabilitation: days in rehabilitation', 'days', 0, 'months', true, false, '33', 11),
	('o2r_not_spent', 'Offender to Rehabilitation: not spent on drugs and alcohol', 'GBP', 0, 'months', true, false, '33', 12),
	('o2r_goods', 'Offender to Rehabilitation: theft prevented', 'GBP', 0, 'months', true, false, '33', 13),
	('o2r_gross', 'Offender to Rehabilitation: gross benefit', 'GBP', 0, 'months', true, false, '35', 14),
	('o2r_staffing', 'Offender to Rehabilitation: staffing', 'GBP', 0, 'months', true, false, '35', 15),
	('alcohol_violence', 'Alcohol Related Violence course: referrals', 'referrals', 0, 'months', true, true, '44', 16),
	('alcohol_da', 'Alcohol Related Domestic Abuse course: referrals', 'referrals', 0, 'months', true, true, '44', 17),
	('alcohol_crime', 'Recorded crime flagged as alcohol-related', 'crimes', 0, 'month', true, false, '39', 18),
	('trafficking_offences', 'Recorded drug trafficking offences', 'offences', 0, 'month', true, false, '13', 19)
on conflict (code) do update set label = excluded.label, unit = excluded.unit, decimals = excluded.decimals,
	period_kind = excluded.period_kind, totalled = excluded.totalled, of_people = excluded.of_people,
	paragraph = excluded.paragraph, position = excluded.position;

update ref.series set sum_of = '{cj_charged_share,cj_cautioned_share}' where code = 'cj_formal_share';

insert into ref.series_breakdown (series, breakdown, label, adds_up, position) values
	('divert_referrals', 'residence', 'Residence', true, 1),
	('divert_referrals', 'department', 'Department that referred', true, 2),
	('cj_outcomes', 'outcome', 'Outcome', true, 1),
	('cj_charged_share', 'ethnicity', 'Ethnicity', false, 1),
	('cj_cautioned_share', 'ethnicity', 'Ethnicity', false, 1),
	('cj_formal_share', 'ethnicity', 'Ethnicity', false, 1),
	('cars_referrals', 'ethnicity', 'Ethnicity', true, 1)
on conflict (series, breakdown) do update set label = excluded.label, adds_up = excluded.adds_up,
	position = excluded.position;

insert into ref.series_category (series, breakdown, category, position)
select x.series, x.breakdown, c.category, c.position
from (values
	('divert_referrals', 'residence', array['Birmingham', 'Coventry', 'Dudley', 'Sandwell', 'Solihull', 'Walsall', 'Wolverhampton',
		'Outside the force']),
	('divert_referrals', 'department', array['Birmingham East', 'Birmingham West', 'Coventry', 'Dudley', 'Sandwell', 'Solihull', 'Walsall',
		'Wolverhampton', 'Force Response and Support', 'FCID', 'PPU', 'CMPG']),
	('cj_outcomes', 'outcome', array['Charges', 'Cautions']),
	('cj_charged_share', 'ethnicity', array['White', 'Asian', 'Afro-Caribbean']),
	('cj_cautioned_share', 'ethnicity', array['White', 'Asian', 'Afro-Caribbean']),
	('cj_formal_share', 'ethnicity', array['White', 'Asian', 'Afro-Caribbean']),
	('cars_referrals', 'ethnicity', array['White British', 'Not Stated', 'Pakistani', 'White and Black Caribbean', 'Other Asian',
		'Other Black', 'Indian', 'Other White', 'Caribbean', 'White Irish', 'Other Mixed', 'African', 'Any Other', 'White and Asian',
		'Bangladeshi', 'Ethnicity is unknown', 'White and Black African'])) x (series, breakdown, categories)
cross join lateral unnest(x.categories) with ordinality c (category, position)
on conflict (series, breakdown, category) do update set position = excluded.position;
