-- The preview of one line.
select section, label, text from api.line_card($1::uuid);
