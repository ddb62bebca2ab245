-- SPDX-License-Identifier: MIT
-- The flow of a tasking. Who may take a step is asked of the party they are to it (data.tasking_party_fault).
create table ref.tasking_move (
	step text collate "C" not null references ref.step,
	from_state text collate "C" not null references ref.tasking_state on update cascade,
	to_state text collate "C" not null references ref.tasking_state on update cascade,
	party text not null check (party in ('raiser', 'authoriser', 'unit', 'reviewer')),
	undoable boolean not null default false,
	primary key (step, from_state, to_state)
);
comment on table ref.tasking_move is 'Which step takes a tasking from which state to which, and whose step it is';
comment on column ref.tasking_move.step is 'Step';
comment on column ref.tasking_move.from_state is 'State it is taken in';
comment on column ref.tasking_move.to_state is 'State it leads to';
comment on column ref.tasking_move.party is 'raiser: who raised it, or the staff of its force; authoriser: who may authorise its route; unit: who answers for the unit; reviewer: who raised it, or a supervisor';
comment on column ref.tasking_move.undoable is 'Whoever took it may take it back while nothing followed';
