-- A line as it stood in a week, as a card.
select section, label, text, was from api.line_as_at($1::text::uuid, $2);
