-- What stands on every page of a report: the head of the log, and what the handling codes mean.
select h.entry_id, h.hash, t.code, t.label
  from api.audit_head() h
  left join api.terms t on t.vocabulary = 'handling'
 order by t.position;
