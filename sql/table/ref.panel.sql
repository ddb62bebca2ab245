-- SPDX-License-Identifier: MIT
create table ref.panel (
	code text collate "C" primary key,
	title text not null,
	population text not null,
	span text not null check (span in ('year', 'weeks', 'now')),
	rule text not null,
	position int not null
);
comment on table ref.panel is 'Panels of the dashboard: what each counts, over whom and when';
comment on column ref.panel.code is 'Code';
comment on column ref.panel.title is 'What a person reads';
comment on column ref.panel.population is 'Whose figures: the programme''s, the whole force''s, or lines. They never mix in one panel';
comment on column ref.panel.span is 'year: the financial year so far; weeks: twelve weeks; now: as it stands';
comment on column ref.panel.rule is 'What is counted, in a sentence';
comment on column ref.panel.position is 'Order on the screen';
