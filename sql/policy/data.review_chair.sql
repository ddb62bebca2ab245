-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the review.
alter table data.review_chair enable row level security;
alter table data.review_chair force row level security;
create policy owner on data.review_chair to gridline_owner using (true) with check (true);
create policy seen on data.review_chair for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_chair.review_id)
);
