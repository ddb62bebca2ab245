-- The moment that an ISO week stands for: the freeze of its review, else its end.
select api.review_moment(upper($1))::text;
