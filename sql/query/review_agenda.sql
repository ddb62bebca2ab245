-- The agenda of a review, with what was decided.
select position, kind, kind_label, line_ref, name, group_ref, subject, concat_ws(' ', nullif(line_ref, ''), nullif(name, ''), nullif(group_ref, ''), nullif(subject, '')) as what,
       replace(why, E'\n', ' / ') as why, state, decision, coalesce(decision_label, case state when 'open' then 'to be decided' end) as decision_label,
       rationale, concat_ws(' ', rationale, 'Information: ' || nullif(information, ''), 'Threat and risk: ' || nullif(threat, ''),
         'Powers and policy: ' || nullif(powers, ''), 'Options: ' || nullif(options, ''), 'Action and review: ' || nullif(action, ''),
         'Code of Ethics: ' || nullif(ethics, '')) as in_full,
       decided_by, to_char(decided_at, 'YYYY-MM-DD HH24:MI') as decided_at, authority, recorded_by, referred_to,
       information, threat, powers, options, action, ethics, taskings, version
  from api.review_items
 where review_id = $1::text::uuid
 order by position;
