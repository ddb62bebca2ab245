-- What a unit has to do, in the order of its list.
select section, section_label, tasking_ref, record_ref, record_name, title, asked, officer, operation, four_p,
       priority, due, answer_due, state, state_label, case when late then 'yes' else 'no' end as late, carried, row_version
  from api.unit_tasks($1);
