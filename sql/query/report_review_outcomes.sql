-- Outcomes claimed, ratified or checked back since the review before, until the day of this one.
select o.outcome_ref, o.line_ref, initcap(replace(o.kind, 'type', 'type ')) as kind, o.state, o.on_day, o.unit, o.check_back_due
  from api.reviews r
  join api.outcomes o on greatest(o.claimed_on, o.ratified_on, o.check_back_on) between r.since::date and r.meets_on
 where r.review_id = $1::text::uuid
 order by o.on_day, o.outcome_ref;
