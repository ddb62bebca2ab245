-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the review and the item.
alter table data.review_note enable row level security;
alter table data.review_note force row level security;
create policy owner on data.review_note to gridline_owner using (true) with check (true);
create policy seen on data.review_note for select to gridline_api using (
	exists (select from data.review r where r.review_id = review_note.review_id)
	and (item_id is null or exists (select from data.review_item i where i.item_id = review_note.item_id))
);
