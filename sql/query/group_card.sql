-- The preview of one group.
select section, label, text from api.group_card($1::uuid);
