-- Is the log whole: how many entries, the hash of the last, the first broken one and what is wrong with it.
select entries, head, first_bad, problem from api.audit_verify();
