-- SPDX-License-Identifier: MIT
-- Free words about a line: read through the dossier only.
alter table data.assessment_opinion enable row level security;
alter table data.assessment_opinion force row level security;
create policy owner on data.assessment_opinion to gridline_owner using (true) with check (true);
