-- The figures that a review froze.
select f.measure, f.n from api.review_figures f where f.review_id = $1::text::uuid and f.n > 0 order by f.position, f.measure;
