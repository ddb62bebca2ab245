alter table data.import_return enable row level security;
alter table data.import_return force row level security;
create policy owner on data.import_return to gridline_owner using (true) with check (true);
create policy mine on data.import_return to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
-- For the functions of its owner only.
alter table data.place_tally enable row level security;
alter table data.place_tally force row level security;
create policy owner on data.place_tally to gridline_owner using (true) with check (true);
-- Small numbers are in it: reports read it through functions that suppress them.
alter table data.return_value enable row level security;
alter table data.return_value force row level security;
create policy owner on data.return_value to gridline_owner using (true) with check (true);
-- Seen by the staff of its force.
alter table data.review_series enable row level security;
alter table data.review_series force row level security;
create policy owner on data.review_series to gridline_owner using (true) with check (true);
create policy seen on data.review_series for select to gridline_api using (
	force = (select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now() and s.role <> 'admin')
);
-- Seen by the staff of its force.
alter table data.review enable row level security;
alter table data.review force row level security;
create policy owner on data.review to gridline_owner using (true) with check (true);
create policy seen on data.review for select to gridline_api using (
	force = (select s.force from data.staff s where s.login = session_user and s.active and s.valid_to > now() and s.role <> 'admin')
);
-- Where the meeting is, for those who see the review.
alter table data.review_place enable row level security;
alter table data.review_place force row level security;
create policy owner on data.review_place to gridline_owner using (true) with check (true);
create policy seen on data.review_place for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_place.review_id)
);
-- Seen by whoever sees the review and the line it is about.
alter table data.review_item enable row level security;
alter table data.review_item force row level security;
create policy owner on data.review_item to gridline_owner using (true) with check (true);
create policy seen on data.review_item for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_item.review_id)
	and (line_id is null or exists (select from data.line l where l.line_id = review_item.line_id))
);
-- Seen by whoever sees the item.
alter table data.review_decision enable row level security;
alter table data.review_decision force row level security;
create policy owner on data.review_decision to gridline_owner using (true) with check (true);
create policy seen on data.review_decision for select to gridline_api using (
	exists (select from data.review_item i where i.item_id = review_decision.item_id)
);
-- Seen by whoever sees the decision.
alter table data.review_tasking enable row level security;
alter table data.review_tasking force row level security;
create policy owner on data.review_tasking to gridline_owner using (true) with check (true);
create policy seen on data.review_tasking for select to gridline_api using (
	exists (select from data.review_decision d where d.decision_id = review_tasking.decision_id)
);
-- Seen by whoever sees the review and the item.
alter table data.review_note enable row level security;
alter table data.review_note force row level security;
create policy owner on data.review_note to gridline_owner using (true) with check (true);
create policy seen on data.review_note for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_note.review_id)
	and (item_id is null or exists (select from data.review_item i where i.item_id = review_note.item_id))
);
-- Seen by whoever sees the review.
alter table data.review_chair enable row level security;
alter table data.review_chair force row level security;
create policy owner on data.review_chair to gridline_owner using (true) with check (true);
create policy seen on data.review_chair for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_chair.review_id)
);
-- Seen by whoever sees the review: counts only.
alter table data.review_figure enable row level security;
alter table data.review_figure force row level security;
create policy owner on data.review_figure to gridline_owner using (true) with check (true);
create policy seen on data.review_figure for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_figure.review_id)
);
create policy seen on data.tasking for select to gridline_api using (
	unit = any ((select s.sees_units from data.staff s where s.login = session_user and s.valid_to > now())::text[])
	or owner = session_user and exists (select from data.staff s where s.login = session_user and s.active and s.valid_to > now())
	or line_id is null
		and force = (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now())
	or exists (select from data.line l where l.line_id = tasking.line_id)
);
-- Read through the card of its tasking alone.
alter table data.tasking_event enable row level security;
alter table data.tasking_event force row level security;
create policy owner on data.tasking_event to gridline_owner using (true) with check (true);
create policy seen on data.tasking_history for select to gridline_api using (
	unit = any ((select s.sees_units from data.staff s where s.login = session_user and s.valid_to > now())::text[])
	or owner = session_user and exists (select from data.staff s where s.login = session_user and s.active and s.valid_to > now())
	or line_id is null
		and force = (select s.sees_force from data.staff s where s.login = session_user and s.valid_to > now())
	or exists (select from data.line l where l.line_id = tasking_history.line_id)
);
alter table data.tasking_seen enable row level security;
alter table data.tasking_seen force row level security;
create policy owner on data.tasking_seen to gridline_owner using (true) with check (true);
create policy own on data.tasking_seen to gridline_api using (login = session_user) with check (login = session_user);
-- Counted once; triggers keep it from here on. It is counted by its owner to be.
alter table data.place_tally owner to gridline_owner;
select data.tally_rebuild();
insert into ref.schema_version (version, note) values (3, 'upgrade');
