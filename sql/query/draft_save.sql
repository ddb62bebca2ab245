-- Keep what is typed.
select to_char(api.draft_save($1, $2::uuid, $3, jsonb_object($4::text[], $5::text[])), 'HH24:MI');
