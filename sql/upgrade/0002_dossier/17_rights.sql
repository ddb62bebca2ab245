-- Free words about a line: read through the dossier only.
alter table data.assessment_opinion enable row level security;
alter table data.assessment_opinion force row level security;
create policy owner on data.assessment_opinion to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.arrest enable row level security;
alter table data.arrest force row level security;
create policy owner on data.arrest to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.charge enable row level security;
alter table data.charge force row level security;
create policy owner on data.charge to gridline_owner using (true) with check (true);
-- Seen by whoever sees the line; it names no person.
alter table data.closure enable row level security;
alter table data.closure force row level security;
create policy owner on data.closure to gridline_owner using (true) with check (true);
create policy seen on data.closure for select to gridline_api using (
	exists (select from data.line l where l.line_id = closure.line_id)
);
-- For the functions of its owner only.
alter table data.closure_state enable row level security;
alter table data.closure_state force row level security;
create policy owner on data.closure_state to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.ddtro enable row level security;
alter table data.ddtro force row level security;
create policy owner on data.ddtro to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.disruption enable row level security;
alter table data.disruption force row level security;
create policy owner on data.disruption to gridline_owner using (true) with check (true);
-- Personal data: no policy for api at all.
alter table data.intel enable row level security;
alter table data.intel force row level security;
create policy owner on data.intel to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.safeguarding enable row level security;
alter table data.safeguarding force row level security;
create policy owner on data.safeguarding to gridline_owner using (true) with check (true);
-- Names people, and so has no policy for api: api.events counts and lists without them.
alter table data.seizure enable row level security;
alter table data.seizure force row level security;
create policy owner on data.seizure to gridline_owner using (true) with check (true);
-- Seen by whoever sees one of the two lines; the other is shown as whom to ask.
alter table data.deconfliction enable row level security;
alter table data.deconfliction force row level security;
create policy owner on data.deconfliction to gridline_owner using (true) with check (true);
create policy seen on data.deconfliction for select to gridline_api using (
	exists (select from data.line l where l.line_id in (deconfliction.line_a, deconfliction.line_b))
);
-- Drafts may hold personal data, but only what their owner typed.
alter table data.draft enable row level security;
alter table data.draft force row level security;
create policy owner on data.draft to gridline_owner using (true) with check (true);
create policy mine on data.draft to gridline_api using (login = session_user) with check (login = session_user);
-- Read through the dossier.
alter table data.external_score enable row level security;
alter table data.external_score force row level security;
create policy owner on data.external_score to gridline_owner using (true) with check (true);
alter table data.import_event enable row level security;
alter table data.import_event force row level security;
create policy owner on data.import_event to gridline_owner using (true) with check (true);
create policy mine on data.import_event to gridline_api
	using (import_id in (select i.import_id from data.import i where i.login = session_user))
	with check (import_id in (select i.import_id from data.import i where i.login = session_user));
-- Read through the dossier only.
alter table data.line_event enable row level security;
alter table data.line_event force row level security;
create policy owner on data.line_event to gridline_owner using (true) with check (true);
-- Personal data: no policy for api at all.
alter table data.line_person enable row level security;
alter table data.line_person force row level security;
create policy owner on data.line_person to gridline_owner using (true) with check (true);
-- Everybody has their own.
alter table data.operation enable row level security;
alter table data.operation force row level security;
create policy owner on data.operation to gridline_owner using (true) with check (true);
create policy mine on data.operation for select to gridline_api using (login = session_user);
-- Personal data: no policy for api at all.
alter table data.person enable row level security;
alter table data.person force row level security;
create policy owner on data.person to gridline_owner using (true) with check (true);
alter table search.brand owner to gridline_search;
alter table search.name owner to gridline_search;
alter function search.brands(text) owner to gridline_search;
grant select (imports, is_open) on data.line to gridline_search;
select search.rebuild();
insert into ref.schema_version (version, note) values (2, 'upgrade');
