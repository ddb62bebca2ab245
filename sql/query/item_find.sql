-- An item by the week of its review and its number, as 2022-W52:7.
select i.item_id
  from api.review_items i join api.reviews r using (review_id)
 where i.week || ':' || i.position = upper($1)
 order by r.series limit 1;
