-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the review: counts only.
alter table data.review_figure enable row level security;
alter table data.review_figure force row level security;
create policy owner on data.review_figure to gridline_owner using (true) with check (true);
create policy seen on data.review_figure for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_figure.review_id)
);
