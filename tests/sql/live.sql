-- SPDX-License-Identifier: MIT
-- Two people at one record: who was slower is told, sees both versions, and nobody loses anything.
select plan(14);
select is(step('analyst1', 'task_raise', (select line_id from data.line where line_ref = 'W1'), null,
	'{"title": "Visit", "asked": "Both addresses.", "reason": "SYNTHETIC", "unit": "BE", "due": "5wd", "route": "local"}'),
	'T22-0001 is submitted for BE, due 2022-12-29', 'raised');
select tasking_id as id, row_version as version from data.tasking where tasking_ref = 'T22-0001' \gset
-- form(LOGIN): a field of the form as that login gets it.
create function tap.form(login text, p_name text, id uuid) returns text language sql as $$
	select tap.by(login, format('select value from api.step_form(''task_edit'', %L) where name = %L', id, p_name))
$$;
select is(form('analyst1', '', :'id'), :'version', 'one opens it');
select is(form('analyst2', '', :'id'), :'version', 'and another');
select is(by('analyst2', format('select api.step_version(''task_edit'', %L)', :'id')), :'version', 'nothing has happened to it');
select is(step('analyst1', 'task_edit', :'id', :version, '{"title": "Visit both", "asked": "Both addresses.", "reason": "SYNTHETIC", "unit": "BE", "due": "2022-12-29", "priority": "high", "route": "local"}'),
	'T22-0001 is changed', 'the first saves');
select is(by('analyst2', format('select api.step_version(''task_edit'', %L)', :'id')), (:version + 1)::text, 'the other is told of a newer version');
select matches(step('analyst2', 'task_edit', :'id', :version, '{"title": "Visit one", "asked": "Both addresses.", "reason": "SYNTHETIC", "unit": "BE", "due": "2022-12-29", "priority": "normal", "route": "local"}'),
	format('^GL003 Tasking T22-0001 was changed by analyst1 while you wrote: it is at version %s, you saw %s.*Visit one.*Visit both', :version + 1, :version), 'saves onto neither, and is shown both');
select is(form('analyst2', 'title', :'id'), 'Visit both', 'theirs stands');
select is(form('analyst2', 'priority', :'id'), 'high', 'all of it');
select is(step('analyst2', 'task_edit', :'id', :version + 1, '{"title": "Visit one, then the other", "asked": "Both addresses.", "reason": "SYNTHETIC", "unit": "BE", "due": "2022-12-29", "priority": "high", "route": "local"}'),
	'T22-0001 is changed', 'both put together are saved');
select is((select array_agg(h.title order by h.row_version) from data.tasking_history h where h.tasking_id = :'id' and h.title <> 'Visit')
	|| (select title from data.tasking where tasking_id = :'id'), array['Visit both', 'Visit one, then the other'], 'and every version is kept');
select matches(by('analyst_st', format('select api.step_version(''task_edit'', %L)', :'id')), '^GL005', 'who may not see it is told nothing');
select is(by('analyst1', 'select api.step_version(''line_add'', null)'), '0', 'what is not made yet has no version');
select matches(by('stranger', format('select api.step_version(''task_edit'', %L)', :'id')), '^GL001', 'nor is a stranger told');
select * from finish();
