-- A review by its week; where two series meet in it, the one of the earlier name.
select review_id from api.reviews where week = upper($1) order by series limit 1;
