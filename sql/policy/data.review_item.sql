-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the review and the line it is about.
alter table data.review_item enable row level security;
alter table data.review_item force row level security;
create policy owner on data.review_item to gridline_owner using (true) with check (true);
create policy seen on data.review_item for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_item.review_id)
	and (line_id is null or exists (select from data.line l where l.line_id = review_item.line_id))
);
