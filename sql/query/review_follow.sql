-- Say, or say no more, that this console follows the chair.
select api.review_follow($1::text::uuid, $2);
