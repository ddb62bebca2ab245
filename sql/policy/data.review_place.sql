-- SPDX-License-Identifier: MIT
-- Where the meeting is, for those who see the review.
alter table data.review_place enable row level security;
alter table data.review_place force row level security;
create policy owner on data.review_place to gridline_owner using (true) with check (true);
create policy seen on data.review_place for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_place.review_id)
);
