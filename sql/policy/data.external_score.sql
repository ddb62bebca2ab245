-- SPDX-License-Identifier: MIT
-- Read through the dossier.
alter table data.external_score enable row level security;
alter table data.external_score force row level security;
create policy owner on data.external_score to gridline_owner using (true) with check (true);
