-- What a step would do with what is typed so far.
select section, label, text from api.step_preview($1, $2::uuid, jsonb_object($3::text[], $4::text[]));
