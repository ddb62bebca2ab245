-- An item as the meeting looks at it.
select section, label, text, was from api.review_card($1::text::uuid);
