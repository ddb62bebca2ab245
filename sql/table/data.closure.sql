-- SPDX-License-Identifier: MIT
-- An outcome of a line, not of a person. A Type 1 cannot be written without its three proofs, each with a
-- date and a source.
create table data.closure (
	closure_id uuid primary key default gen_random_uuid(),
	outcome_ref text collate "C" not null unique check (outcome_ref <> ''),
	line_id uuid not null references data.line on delete cascade,
	kind text collate "C" not null check (kind in ('type1', 'type2')),
	definition text collate "C" not null references ref.closure_definition,
	state text collate "C" not null check (state in ('claimed', 'provisional', 'verified', 'revoked', 'refused')),
	on_day date not null,
	unit text collate "C" not null references ref.unit,
	bulk_on date,
	bulk_source text,
	recovered_on date,
	recovered_source text,
	charge_id uuid references data.charge,
	deactivated_on date,
	deactivated_source text,
	claimed_by text collate "C" not null default session_user,
	claimed_on date not null,
	ratified_by text collate "C",
	ratified_on date,
	check_back_due date,
	check_back_on date,
	check_back_source text,
	reason text not null default '',
	row_version int not null default 1,
	check (kind <> 'type1' or num_nonnulls(bulk_on, nullif(bulk_source, ''), recovered_on, nullif(recovered_source, ''), charge_id) = 5),
	check (kind <> 'type2' or num_nonnulls(deactivated_on, nullif(deactivated_source, '')) = 2),
	check (ratified_by <> claimed_by),
	check (state in ('claimed', 'refused') or ratified_by is not null),
	check (kind <> 'type1' or state not in ('provisional') or check_back_due is not null),
	check (kind <> 'type1' or state <> 'verified' or check_back_on is not null),
	check (state not in ('revoked', 'refused') or reason <> ''),
	check (on_day <= check_back_on)
);
-- A line that sells on after a Type 2, under another number, can come to a Type 1.
create unique index closure_live on data.closure (line_id)
	where state in ('claimed', 'provisional') or kind = 'type1' and state = 'verified';
create index closure_day on data.closure (on_day);
create index closure_line on data.closure (line_id);
create index closure_claimed on data.closure (claimed_on) where state = 'claimed';
create index closure_due on data.closure (check_back_due) where state = 'provisional';
comment on table data.closure is 'Type 1 and Type 2 outcomes: what closed a line, with its proofs';
comment on column data.closure.closure_id is 'Identity';
comment on column data.closure.outcome_ref is 'Reference people use';
comment on column data.closure.line_id is 'Line that was closed';
comment on column data.closure.kind is 'type1 or type2';
comment on column data.closure.definition is 'Version of the definition it was claimed by';
comment on column data.closure.state is 'claimed, provisional, verified, revoked or refused';
comment on column data.closure.on_day is 'Day the line was closed';
comment on column data.closure.unit is 'Unit it counts for';
comment on column data.closure.bulk_on is 'Day of the bulk messages offering Class A';
comment on column data.closure.bulk_source is 'Where that is evidenced';
comment on column data.closure.recovered_on is 'Day the phone line was recovered and shown disabled';
comment on column data.closure.recovered_source is 'Where that is evidenced';
comment on column data.closure.charge_id is 'The charge of the holder, on this line';
comment on column data.closure.deactivated_on is 'Type 2: day the number was deactivated';
comment on column data.closure.deactivated_source is 'Where that is evidenced';
comment on column data.closure.claimed_by is 'Who claimed it; "file" for an import';
comment on column data.closure.claimed_on is 'Day';
comment on column data.closure.ratified_by is 'Supervisor who ratified it; never the claimant';
comment on column data.closure.ratified_on is 'Day';
comment on column data.closure.check_back_due is 'Day it has to be looked at again';
comment on column data.closure.check_back_on is 'Day it was';
comment on column data.closure.check_back_source is 'Where the result is evidenced';
comment on column data.closure.reason is 'Why it was refused or revoked';
comment on column data.closure.row_version is 'Goes up with every step';
