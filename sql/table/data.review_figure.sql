-- SPDX-License-Identifier: MIT
create table data.review_figure (
	review_id uuid not null references data.review,
	position int not null,
	measure text collate "C" not null,
	n bigint not null,
	primary key (review_id, measure)
);
comment on table data.review_figure is 'Figures as they were when a review was closed';
comment on column data.review_figure.review_id is 'Review';
comment on column data.review_figure.position is 'Order';
comment on column data.review_figure.measure is 'What is counted';
comment on column data.review_figure.n is 'How many';
