-- SPDX-License-Identifier: MIT
-- The meeting that is to be held: the last week of the year, put off from Wednesday to the Saturday.
do $$
declare
	r data.review;
begin
	select * into r from data.review x where x.week = '2022-W52';
	update data.review x set meets_on = '2022-12-31', attendees = '{analyst1,lro_be,lro_bw,supervisor1}' where x.review_id = r.review_id;
	select * into r from data.review x where x.week = '2022-W52';
	perform pg_temp.take('analyst1', 'review_refresh', r.review_id, r.row_version, '{}');
	select * into r from data.review x where x.week = '2022-W52';
	perform pg_temp.take('analyst1', 'review_item_add', r.review_id, r.row_version,
		'{"subject": "Cover over the new year", "why": "SYNTHETIC. Two units are short until 3 January."}');
end
$$;
alter table data.review_item alter column item_id set default gen_random_uuid();
alter table data.review_decision alter column decision_id set default gen_random_uuid();
alter table data.review alter column review_id set default gen_random_uuid();
alter table data.tasking alter column tasking_id set default gen_random_uuid();
drop sequence data.demo_review;
