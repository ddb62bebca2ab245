-- Is there such a unit, and such a state: for telling an empty list from a wrong question.
select exists (select from api.terms t where t.vocabulary = 'unit' and lower(t.code) = lower($1)) or $1 = '' as unit,
       exists (select from api.terms t where t.vocabulary = 'tasking_state' and lower(t.code) = lower($2))
       or $2 in ('open', 'any') as state,
       (select string_agg(t.code, ', ' order by t.position) from api.terms t where t.vocabulary = 'unit') as units,
       (select string_agg(t.code, ', ' order by t.position) from api.terms t where t.vocabulary = 'tasking_state') as states;
