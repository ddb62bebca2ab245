-- A review as a card.
select section, label, text from api.review($1::text::uuid);
