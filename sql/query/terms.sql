-- The words of the reference tables that are valid today.
select vocabulary, code, label, position from api.terms order by vocabulary, position, code;
