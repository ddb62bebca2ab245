-- SPDX-License-Identifier: MIT
-- Beside the figures of data.review_figure: those of the board paper, by their ids, as the close counted them.
create table data.review_board (
	review_id uuid not null references data.review,
	position int not null,
	id text collate "C" not null,
	label text not null,
	unit text not null,
	population text not null,
	period text not null,
	from_day date not null,
	to_day date not null,
	value text not null,
	amount numeric,
	counts numeric,
	base numeric,
	definition text not null,
	primary key (review_id, id)
);
comment on table data.review_board is 'Figures of the board paper as they were when a review was closed';
comment on column data.review_board.review_id is 'Review';
comment on column data.review_board.position is 'Order';
comment on column data.review_board.id is 'ref.figure; kept even where that goes';
comment on column data.review_board.label is 'What a person reads';
comment on column data.review_board.unit is 'What is counted';
comment on column data.review_board.population is 'Whose doing it is';
comment on column data.review_board.period is 'The stretch in words, and whether it was over';
comment on column data.review_board.from_day is 'First day counted';
comment on column data.review_board.to_day is 'Last day counted';
comment on column data.review_board.value is 'As it was printed; small numbers of people are not';
comment on column data.review_board.amount is 'The number; null where there was nothing to count from';
comment on column data.review_board.counts is 'What was counted';
comment on column data.review_board.base is 'What it is a share of';
comment on column data.review_board.definition is 'Version of the rule it was counted by';
