-- SPDX-License-Identifier: MIT
-- All that triggers would have kept while the lines went in.
select data.tally_rebuild();
select search.rebuild();
