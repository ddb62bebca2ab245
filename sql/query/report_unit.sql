-- A unit by its code, the day, and the day of the next review.
select t.code, t.label, s.today, api.next_review() as review
  from api.session() s
  left join api.terms t on t.vocabulary = 'unit' and lower(t.code) = lower($1);
