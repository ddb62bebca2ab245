-- SPDX-License-Identifier: MIT
-- Weeks and counts: what a review freezes is the whole board, past weeks and counts are kept at hand. In the
-- order of an installation; what was there is altered first.
-- What goes, or comes back with other columns.
drop function api.map();
drop function api.review_card(uuid);
drop function data.grid_changes(text,timestamp with time zone,timestamp with time zone);
drop function data.grid_week_cells(text,data.line_history,data.line_history);
drop function data.panel_span();
drop function data.panel_versions();
drop function data.review_movers(text,timestamp with time zone);
drop index data.line_ranked;
create index line_ranked on data.line (sort_score, sort_seen, line_ref) include (grid_part, valid_from, line_id) where is_open;
create index line_sight on data.line (line_id) include (holder_force, shared, restricted, export_npu, tasked_units, readers);
drop index data.line_history_ranked;
create index line_history_ranked on data.line_history (sort_score, sort_seen, line_ref) include (during, grid_part, line_id) where is_open;
create index line_history_begin on data.line_history (lower(during));
create index tasking_carried on data.tasking (force, due) where is_open and carried > 0;
comment on column ref.step_field.section is 'Heading it stands under; one that begins with + and a blank is opened where it is wanted';
drop index data.charge_counted;
create index charge_counted on data.charge (on_day) include (line_id, person_id, offence, entered_at, voided_at, event_ref) where programme;
drop index data.safeguarding_counted;
create index safeguarding_counted on data.safeguarding (on_day) include (line_id, person_id, stage, entered_at, voided_at, event_ref) where programme;
create index ddtro_comply on data.ddtro (compliance_due) where complied_on is null and discharged_on is null and voided_at is null;
create index closure_claimed on data.closure (claimed_on) where state = 'claimed';
