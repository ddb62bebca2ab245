-- Notes and corrections of a review, in the order they were made.
select to_char(n.at, 'YYYY-MM-DD HH24:MI') as at, n.login, n.item, case when n.late then 'late ' else '' end || n.kind as kind, n.text, n.reason
  from api.review_notes n
 where n.review_id = $1::text::uuid
 order by n.at;
