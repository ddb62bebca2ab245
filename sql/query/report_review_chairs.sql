-- Who was handed the chair, and to whom decisions were delegated.
select to_char(c.at, 'HH24:MI') as at, c.act, c.login, c.by_login, c.reason from api.review_chairs c where c.review_id = $1::text::uuid order by c.n;
