-- SPDX-License-Identifier: MIT
-- Seen by whoever sees the decision.
alter table data.review_tasking enable row level security;
alter table data.review_tasking force row level security;
create policy owner on data.review_tasking to gridline_owner using (true) with check (true);
create policy seen on data.review_tasking for select to gridline_api using (
	exists (select from data.review_decision d where d.decision_id = review_tasking.decision_id)
);
