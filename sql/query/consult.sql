-- First step to personal data: commits by itself, and gives the token for the second.
select api.consult($1, $2::uuid, $3);
