-- SPDX-License-Identifier: MIT
create view api.review_figures as
	select f.review_id, r.week, f.position, f.measure, f.n from data.review_figure f join data.review r using (review_id);
comment on view api.review_figures is 'Figures as they were when a review was closed';
