-- Throw a draft away.
select '' where api.draft_drop($1, $2::uuid);
