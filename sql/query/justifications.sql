-- What the caller gave as a justification lately.
select j from api.my_justifications() j;
