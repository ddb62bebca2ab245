-- SPDX-License-Identifier: MIT
-- Small numbers stand in it: it is read through data.review_board, which does not tell them.
alter table data.review_board enable row level security;
alter table data.review_board force row level security;
create policy owner on data.review_board to gridline_owner using (true) with check (true);
