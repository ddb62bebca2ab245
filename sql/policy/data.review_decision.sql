-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the item.
alter table data.review_decision enable row level security;
alter table data.review_decision force row level security;
create policy owner on data.review_decision to gridline_owner using (true) with check (true);
create policy seen on data.review_decision for select to gridline_api using (
	exists (select from data.review_item i where i.item_id = review_decision.item_id)
);
