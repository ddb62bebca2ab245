-- A local policing area stands where most of its ground was before.
insert into ref.map_tile (code, map_row, map_col) values
	('Staffordshire', 0, 2), ('WV', 1, 1), ('WS', 1, 2), ('West Mercia', 2, 0), ('DY', 2, 1), ('SW', 2, 2), ('BW', 2, 3),
	('BE', 2, 4), ('SH', 3, 4), ('CV', 3, 5), ('Warwickshire', 4, 5),
	('LWV', 1, 1), ('LWS', 1, 2), ('LDY', 2, 1), ('LSW', 2, 2), ('LBM', 2, 3), ('LSH', 3, 4), ('LCV', 3, 5)
on conflict (code) do update set map_row = excluded.map_row, map_col = excluded.map_col;
insert into ref.panel (code, title, population, span, rule, position) values
	('type1', 'Type 1 outcomes', 'programme', 'year',
		'Lines closed for good, provisional or verified, by the day they were closed; a revoked one no longer counts. Last year beside it.', 1),
	('charges', 'People charged', 'programme', 'year',
		'People charged with an offence that counts for Type 1, each once, in the month of their first such charge this year.', 2),
	('safeguarding', 'Safeguarded', 'programme', 'year',
		'People engaged with a statutory or funded service, each once, in the month they first engaged this year.', 3),
	('disruptions', 'Disruptions', 'programme', 'year',
		'Disruption events by the programme, by grade as the originator judged and by the 4 Ps.', 4),
	('arrests', 'Arrests', 'programme', 'year', 'Arrests by the taskforce (CLTF) that would not have happened without the programme, by month.', 5),
	('socex', 'SOCEx arrests', 'force-wide', 'year',
		'People arrested in disruption events of the whole force, those of them linked to drugs, and those with an outcome for drug trafficking.', 6),
	('disruptions_force', 'Disruptions', 'force-wide', 'year',
		'Disruption events of the whole force outside the programme, by grade and by the 4 Ps.', 7),
	('bands', 'Lines by band', 'lines', 'weeks', 'Open lines by band as they stood at the end of each Sunday, and now.', 8),
	('standing', 'Stale and overdue', 'lines', 'now', 'Open lines without news for too long, with late taskings, new this week or without a score.', 9),
	('closing', 'Identified to closed', 'programme', 'year',
		'Days from the first news of a line, or the day it was recorded if that was earlier, to its Type 1 closure, for the closures of this year.', 10)
on conflict (code) do update set title = excluded.title, population = excluded.population, span = excluded.span,
	rule = excluded.rule, position = excluded.position;
-- The open ones count on their line. A draft is nobody's to do yet.
insert into ref.tasking_state (code, label, is_open, position) values
	('draft', 'Draft', false, 1),
	('submitted', 'Submitted', true, 2),
	('authorised', 'Authorised', true, 3),
	('refused', 'Refused', false, 4),
	('offered', 'Offered to the unit', true, 5),
	('declined', 'Declined by the unit', true, 6),
	('returned', 'Returned for clarification', true, 7),
	('accepted', 'Accepted', true, 8),
	('in-progress', 'In progress', true, 9),
	('result', 'Result recorded', true, 10),
	('reviewed', 'Reviewed', true, 11),
	('complete', 'Complete', false, 12),
	('cancelled', 'Cancelled', false, 13)
on conflict (code) do update set label = excluded.label, is_open = excluded.is_open, position = excluded.position;
insert into ref.tasking_route (code, label, position, raisers, authorisers, answer_days) values
	('local', 'Local NPU', 1, '{analyst,lro,supervisor}', '{analyst,supervisor}', 2),
	('force', 'Force (SOCEx)', 2, '{analyst,lro,supervisor}', '{supervisor}', 3),
	('regional', 'Regional', 3, '{analyst,supervisor}', '{supervisor}', 5),
	('national', 'National', 4, '{supervisor}', '{supervisor}', 5)
on conflict (code) do update set label = excluded.label, position = excluded.position, raisers = excluded.raisers,
	authorisers = excluded.authorisers, answer_days = excluded.answer_days;
-- What the weekly meeting asks for most. A force changes them by rows of its own and days of validity.
insert into ref.tasking_template (code, label, title, asked, route, unit, four_p, priority, nim_level, working_days, operation, position) values
	('cuckooed-visit', 'Visit a cuckooed address', 'Visit the cuckooed address',
		'Visit the address with a partner agency, check on the tenant''s welfare, record who is there and what is found. Done when the visit is logged and the tenant is referred or has declined.',
		'local', null, 'Protect', 'high', 1, 5, 'Skyclash', 1),
	('safeguarding-visit', 'Safeguarding visit', 'Safeguarding visit with children''s services',
		'Visit the child or adult at risk together with children''s services. Done when the referral number and what was agreed are recorded.',
		'local', null, 'Protect', 'urgent', 1, 3, 'Skyclash', 2),
	('disruption-plan', 'Disruption plan', 'Disruption plan for the export address',
		'Plan and carry out disruption of the address it is run from: partners, powers, dates. Done when the plan is carried out and what came of it is recorded.',
		'local', null, 'Pursue', 'normal', 1, 15, null, 3),
	('subscriber-checks', 'Subscriber and billing checks', 'Subscriber and billing checks',
		'Subscriber, billing and top-up data of the line''s numbers for the last 28 days. Done when the result is on the system with its reference.',
		'force', 'CLTF', 'Pursue', 'high', 2, 5, null, 4),
	('handset-download', 'Download a seized handset', 'Download of the seized handset',
		'Download the handset named below: contacts, bulk messages, images. Done when the report is exhibited.',
		'force', 'DF', 'Pursue', 'normal', 2, 20, null, 5),
	('cell-site', 'Cell-site analysis', 'Cell-site analysis of the last month',
		'Cell-site analysis of the line''s numbers for the last month: where it is run from, corridors, times. Done when the report and its map are on the system.',
		'force', 'INT', 'Pursue', 'normal', 2, 15, null, 6),
	('group-research', 'Research the controlling group', 'Research the controlling group',
		'Who controls, who supplies, who is exploited; what other lines they have. Done when the profile is on the system and graded.',
		'force', 'FPVT', 'Prepare', 'normal', 2, 15, null, 7),
	('courier-stop', 'Stop the courier on the corridor', 'Stop the courier on the corridor',
		'Stop and search on the corridor when the vehicle or courier named below moves. Done when the stop, or that there was none by the day, is logged.',
		'regional', 'CMPG', 'Pursue', 'high', 2, 10, 'Ferrari', 8),
	('expert-statement', 'Statement of a drug expert', 'Statement on packaging and price',
		'Statement on packaging, purity, street value and what they say of supply. Done when the signed statement is exhibited.',
		'force', 'DEW', 'Pursue', 'normal', 2, 20, null, 9),
	('regional-deconfliction', 'Regional deconfliction', 'Regional deconfliction',
		'Is another force or the region working on this line, its holder or its group? Done when the answer and who gave it are recorded.',
		'regional', 'WMROCU', 'Prepare', 'high', 2, 5, null, 10)
on conflict (code) do update set label = excluded.label, title = excluded.title, asked = excluded.asked,
	route = excluded.route, unit = excluded.unit, four_p = excluded.four_p, priority = excluded.priority,
	nim_level = excluded.nim_level, working_days = excluded.working_days, operation = excluded.operation,
	position = excluded.position;
-- What the shipped units can carry until a force says otherwise. It is a wall to nobody: who goes over it is told so
-- before authorising. The local policing areas take over from the neighbourhood units with their ground.
insert into ref.unit_capacity (unit, open_at_most, valid_from, valid_to)
select u.code, c.open_at_most, u.valid_from, u.valid_to
from ref.unit u
join (values ('BE', 30), ('BW', 25), ('CV', 20), ('DY', 12), ('SW', 15), ('SH', 10), ('WS', 15), ('WV', 20),
	('LBM', 55), ('LCV', 20), ('LDY', 12), ('LSW', 15), ('LSH', 10), ('LWS', 15), ('LWV', 20),
	('CLTF', 40), ('FPVT', 20), ('WMROCU', 20), ('CMPG', 20), ('DF', 15), ('INT', 20), ('DEW', 8)) c (unit, open_at_most)
	on c.unit = u.code
on conflict (unit, valid_from) do update set open_at_most = excluded.open_at_most, valid_to = excluded.valid_to;
insert into ref.import_kind (kind, label, position)
values ('groups', 'group', 1),
       ('lines', 'line', 2),
       ('assessments', 'factor of an assessment', 3),
       ('arrests', 'arrest', 4),
       ('charges', 'charge', 5),
       ('safeguarding', 'referral or engagement', 6),
       ('disruptions', 'disruption', 7),
       ('outcomes', 'outcome', 8),
       ('taskings', 'tasking', 9),
       ('returns', 'value of a return', 10)
on conflict (kind) do update set label = excluded.label, position = excluded.position;
insert into ref.import_column (kind, name, position, required, fillable, shape, vocabulary, max_length)
values ('groups', 'group_ref', 1, true, true, 'reference', null, 32),
       ('groups', 'kind', 2, true, true, 'term', 'group_kind', 20),
       ('groups', 'name', 3, true, true, 'text', null, 120),
       ('groups', 'mapped', 4, false, true, 'flag', null, 3),
       ('groups', 'band', 5, false, false, 'term', 'group_band', 40),
       ('lines', 'line_ref', 1, true, true, 'reference', null, 32),
       ('lines', 'name', 2, true, true, 'text', null, 120),
       ('lines', 'aliases', 3, false, false, 'texts', null, 2000),
       ('lines', 'status', 4, true, true, 'term', 'status', 40),
       ('lines', 'export_force', 5, true, true, 'term', 'force', 60),
       ('lines', 'export_npu', 6, false, false, 'term', 'npu', 10),
       ('lines', 'imports', 7, false, false, 'terms', 'location', 4000),
       ('lines', 'drugs', 8, false, false, 'terms', 'drug', 1000),
       ('lines', 'bulk_marketing', 9, false, true, 'flag', null, 3),
       ('lines', 'first_seen', 10, true, true, 'date', null, 10),
       ('lines', 'last_seen', 11, true, true, 'date', null, 10),
       ('lines', 'lro', 12, false, false, 'term', 'lro', 63),
       ('lines', 'groups', 13, false, false, 'groups', null, 2000),
       ('lines', 'numbers', 14, false, false, 'phones', null, 4000),
       ('assessments', 'line_ref', 1, true, true, 'reference', null, 32),
       ('assessments', 'signed_on', 2, true, true, 'date', null, 10),
       ('assessments', 'model', 3, true, true, 'reference', null, 32),
       ('assessments', 'factor', 4, true, true, 'reference', null, 64),
       ('assessments', 'score', 5, true, true, 'number', null, 9),
       ('assessments', 'rationale', 6, true, true, 'block', null, 4000),
       ('assessments', 'second_by', 7, false, false, 'text', null, 63),
       ('arrests', 'event_ref', 1, true, true, 'reference', null, 32),
       ('arrests', 'on', 2, true, true, 'date', null, 10),
       ('arrests', 'unit', 3, true, true, 'term', 'unit', 20),
       ('arrests', 'line_ref', 4, true, false, 'reference', null, 32),
       ('arrests', 'person_ref', 5, true, true, 'reference', null, 32),
       ('arrests', 'drugs_linked', 6, true, true, 'flag', null, 3),
       ('arrests', 'programme', 7, true, true, 'flag', null, 3),
       ('charges', 'event_ref', 1, true, true, 'reference', null, 32),
       ('charges', 'on', 2, true, true, 'date', null, 10),
       ('charges', 'unit', 3, true, true, 'term', 'unit', 20),
       ('charges', 'line_ref', 4, true, false, 'reference', null, 32),
       ('charges', 'person_ref', 5, true, true, 'reference', null, 32),
       ('charges', 'offence', 6, true, true, 'term', 'offence', 20),
       ('charges', 'programme', 7, true, true, 'flag', null, 3),
       ('charges', 'class_a', 8, false, false, 'flag', null, 3),
       ('safeguarding', 'event_ref', 1, true, true, 'reference', null, 32),
       ('safeguarding', 'on', 2, true, true, 'date', null, 10),
       ('safeguarding', 'unit', 3, true, true, 'term', 'unit', 20),
       ('safeguarding', 'line_ref', 4, true, false, 'reference', null, 32),
       ('safeguarding', 'person_ref', 5, true, true, 'reference', null, 32),
       ('safeguarding', 'route', 6, true, true, 'term', 'route', 20),
       ('safeguarding', 'stage', 7, true, true, 'term', 'stage', 20),
       ('safeguarding', 'programme', 8, true, true, 'flag', null, 3),
       ('disruptions', 'event_ref', 1, true, true, 'reference', null, 32),
       ('disruptions', 'on', 2, true, true, 'date', null, 10),
       ('disruptions', 'unit', 3, true, true, 'term', 'unit', 20),
       ('disruptions', 'group_ref', 4, true, false, 'groups', null, 32),
       ('disruptions', 'line_ref', 5, true, false, 'reference', null, 32),
       ('disruptions', 'grade', 6, true, true, 'term', 'grade', 20),
       ('disruptions', 'four_p', 7, true, true, 'term', 'four_p', 20),
       ('disruptions', 'drugs_linked', 8, true, true, 'flag', null, 3),
       ('disruptions', 'arrested', 9, true, false, 'number', null, 9),
       ('disruptions', 'arrested_drugs', 10, true, false, 'number', null, 9),
       ('disruptions', 'trafficking_outcomes', 11, true, false, 'number', null, 9),
       ('disruptions', 'programme', 12, false, false, 'flag', null, 3),
       ('outcomes', 'outcome_ref', 1, true, true, 'reference', null, 32),
       ('outcomes', 'kind', 2, true, true, 'term', 'outcome_kind', 20),
       ('outcomes', 'line_ref', 3, true, true, 'reference', null, 32),
       ('outcomes', 'on', 4, true, true, 'date', null, 10),
       ('outcomes', 'unit', 5, true, true, 'term', 'unit', 20),
       ('outcomes', 'bulk_on', 6, true, false, 'date', null, 10),
       ('outcomes', 'bulk_source', 7, true, false, 'text', null, 200),
       ('outcomes', 'recovered_on', 8, true, false, 'date', null, 10),
       ('outcomes', 'recovered_source', 9, true, false, 'text', null, 200),
       ('outcomes', 'charge_ref', 10, true, false, 'reference', null, 32),
       ('outcomes', 'check_back_on', 11, false, false, 'date', null, 10),
       ('outcomes', 'check_back_result', 12, false, false, 'term', 'result', 20),
       ('outcomes', 'reason', 13, false, false, 'block', null, 2000),
       ('taskings', 'tasking_ref', 1, true, true, 'reference', null, 32),
       ('taskings', 'line_ref', 2, true, false, 'reference', null, 32),
       ('taskings', 'group_ref', 3, true, false, 'groups', null, 32),
       ('taskings', 'title', 4, true, true, 'text', null, 120),
       ('taskings', 'route', 5, true, true, 'term', 'tasking_route', 20),
       ('taskings', 'unit', 6, true, true, 'term', 'unit', 20),
       ('taskings', 'officer', 7, true, false, 'term', 'officer', 63),
       ('taskings', 'operation', 8, true, false, 'term', 'operation', 40),
       ('taskings', 'four_p', 9, true, false, 'term', 'four_p', 20),
       ('taskings', 'priority', 10, true, false, 'term', 'priority', 20),
       ('taskings', 'raised_on', 11, true, true, 'date', null, 10),
       ('taskings', 'raised_by', 12, true, true, 'term', 'officer', 63),
       ('taskings', 'due_on', 13, true, false, 'day', null, 10),
       ('taskings', 'state', 14, true, true, 'term', 'tasking_state', 20),
       ('taskings', 'closed_on', 15, true, false, 'date', null, 10),
       ('taskings', 'result', 16, true, false, 'block', null, 2000),
       ('returns', 'series', 1, true, true, 'term', 'series', 40),
       ('returns', 'period_start', 2, true, true, 'text', null, 10),
       ('returns', 'period_end', 3, true, true, 'text', null, 10),
       ('returns', 'breakdown', 4, true, false, 'text', null, 40),
       ('returns', 'category', 5, true, false, 'text', null, 120),
       ('returns', 'value', 6, true, true, 'text', null, 20),
       ('returns', 'source', 7, true, true, 'text', null, 200)
on conflict (kind, name) do update
   set position = excluded.position, required = excluded.required, fillable = excluded.fillable,
       shape = excluded.shape, vocabulary = excluded.vocabulary, max_length = excluded.max_length;
-- What may be done to a line as a whole, and to two lines that may be one.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('line_add', 'Identify a new line', 'Puts a line on the grid. What may be the same line is looked for as you type.',
		'none', '{analyst,lro,supervisor}', 'held', true, true, false, 1),
	('line_edit', 'Edit the line', 'Changes what is known of the line; the version before stays in its history.',
		'line', '{analyst,lro,supervisor}', 'held', true, true, false, 10),
	('line_numbers', 'Add a number', 'Adds a telephone number or another identifier of the line.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 20),
	('number_state', 'Say what became of a number', 'In use, silent, disabled, or somebody else''s by now.',
		'line', '{analyst,lro,supervisor}', 'held', false, false, false, 21),
	('line_keep', 'Keep on the grid', 'The line was looked at and stays: it is reviewed as of today.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 80),
	('line_dormant', 'Make dormant', 'The line has fallen silent; it stays on the grid as dormant.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 81),
	('line_wake', 'Wake from dormant', 'The line sells again.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 82),
	('line_close', 'Close without an outcome', 'Takes the line off the grid. Type 1 and Type 2 closures have steps of their own.',
		'line', '{supervisor}', 'held', false, false, false, 83),
	('line_reopen', 'Reopen', 'Puts a closed line back on the grid.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 84),
	('line_unmerge', 'Undo the merge', 'Makes a merged line a line of its own again; the merge stays in the history.',
		'line', '{supervisor}', 'held', false, false, false, 85),
	('deconflict_different', 'They are different', 'Two lines after all: both can be tasked.',
		'deconfliction', '{analyst,supervisor}', 'held', false, false, false, 1),
	('deconflict_same', 'They are the same', 'One line under two names, to be merged; neither is tasked until then.',
		'deconfliction', '{analyst,supervisor}', 'held', false, false, false, 2),
	('deconflict_merge', 'Merge them', 'One goes on, the other leaves the grid; both histories stay, and it can be undone.',
		'deconfliction', '{supervisor}', 'held', false, false, false, 3)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select s.step, f.*
from (values ('line_add'), ('line_edit')) s (step)
cross join (values
	('name', 10, 'What it is', 'Name', 'The brand it sells under, as in its messages; empty if it has none.', 'text', null, false, 120, false),
	('aliases', 11, 'What it is', 'Also known as', 'Other names, separated by ;', 'texts', null, false, 2000, false),
	('status', 12, 'What it is', 'Status', 'Closing a line has steps of its own.', 'term', 'status', true, 40, false),
	('bulk_marketing', 13, 'What it is', 'Bulk messages', 'Does it send bulk messages offering Class A?', 'flag', null, false, 3, false),
	('drugs', 14, 'What it is', 'Sells', 'Drugs, separated by ;', 'terms', 'drug', false, 1000, false),
	('export_force', 20, 'Where', 'Run from force', 'The force whose area it is run from.', 'term', 'force', true, 60, false),
	('export_npu', 21, 'Where', 'Run from NPU', 'The neighbourhood policing unit, where it is known.', 'term', 'npu', false, 10, false),
	('imports', 22, 'Where', 'Sells in', 'Forces and areas, separated by ;', 'terms', 'location', false, 4000, false),
	('first_seen', 30, 'When and who', 'First seen', 'Day of the first intelligence, like 2022-12-31.', 'date', null, true, 10, false),
	('last_seen', 31, 'When and who', 'Last seen', 'Day of the latest intelligence; empty for the same day.', 'date', null, false, 10, false),
	('lro', 32, 'When and who', 'LRO', 'Who answers for it in its unit.', 'term', 'lro', false, 63, false),
	('groups', 33, 'When and who', 'Groups behind it', 'References of OCGs and USGs, separated by ;', 'groups', null, false, 2000, false),
	('successor_of', 34, 'When and who', 'Goes on from', 'Reference of the closed line that this one takes over from.', 'reference', null, false, 32, false),
	('numbers', 40, 'Numbers to add', 'Numbers', 'Telephone numbers, separated by ; those it has already stand in its dossier.', 'phones', null, false, 4000, false)
) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('line_add', 'line_ref', 1, 'What it is', 'Reference', 'Empty for the next free one of the force.', 'reference', null, false, 32, false),
	('line_numbers', 'number', 1, '', 'Number', 'A telephone number like 07700 900123, or another identifier.', 'text', null, true, 40, false),
	('line_numbers', 'kind', 2, '', 'Kind', 'What sort of identifier it is; empty for a telephone number.', 'term', 'number_kind', false, 20, false),
	('line_numbers', 'first_seen', 3, '', 'First seen', 'Day it was first known to be this line''s.', 'date', null, true, 10, true),
	('number_state', 'number', 1, '', 'Number', 'One of the numbers of this line.', 'text', null, true, 40, false),
	('number_state', 'state', 2, '', 'Is now', '', 'term', 'number_state', true, 20, false),
	('number_state', 'on', 3, '', 'Since', 'Day it was known.', 'date', null, true, 10, true),
	('number_state', 'reason', 4, '', 'How it is known', 'What it rests on, with the source.', 'block', null, true, 2000, false),
	('line_keep', 'reason', 1, '', 'Reason', 'Why it stays: what was looked at and what is still expected of it.', 'block', null, true, 2000, false),
	('line_dormant', 'reason', 1, '', 'Reason', 'Since when it is silent, and how that is known.', 'block', null, true, 2000, false),
	('line_wake', 'reason', 1, '', 'Reason', 'What was heard.', 'block', null, true, 2000, false),
	('line_close', 'reason', 1, '', 'Reason', 'Why it leaves the grid without an outcome.', 'block', null, true, 2000, false),
	('line_reopen', 'reason', 1, '', 'Reason', 'What shows that it sells again.', 'block', null, true, 2000, false),
	('line_unmerge', 'reason', 1, '', 'Reason', 'Why it was not the same line after all.', 'block', null, true, 2000, false),
	('deconflict_different', 'rationale', 1, '', 'Rationale', 'What shows that they are two: holders, numbers, places.', 'block', null, true, 4000, false),
	('deconflict_same', 'rationale', 1, '', 'Rationale', 'What shows that they are one.', 'block', null, true, 4000, false),
	('deconflict_merge', 'into_ref', 1, '', 'Goes on', 'Reference of the one that stays on the grid.', 'reference', null, true, 32, false),
	('deconflict_merge', 'rationale', 2, '', 'Rationale', 'What shows that they are one, and why this one goes on.', 'block', null, true, 4000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
-- From a proposal to a signed score.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('assess_propose', 'Propose a score', 'Factor by factor, with the scores signed before beside them. An analyst moderates it, a supervisor signs it.',
		'line', '{lro,analyst}', 'held', true, true, true, 30),
	('external_add', 'Record an external score', 'What MoRiLE or OCG mapping gave, with date and assessor; never computed here.',
		'line', '{analyst,supervisor}', 'held', false, false, false, 31),
	('external_group_add', 'Record an external score', 'What OCG mapping or MoRiLE gave the group, with date and assessor.',
		'group', '{analyst,supervisor}', 'held', false, false, false, 31),
	('assess_moderate', 'Moderate the proposed score', 'Another analyst looks at each factor and puts right what does not hold.',
		'assessment', '{analyst}', 'held', true, true, true, 1),
	('assess_second', 'Score it a second time', 'By yourself: what the first scorer gave is not shown.',
		'assessment', '{analyst,lro,supervisor}', 'held', true, true, true, 2),
	('assess_sign', 'Sign the score', 'It becomes the score of the line and can never be changed, only followed by a new one.',
		'assessment', '{supervisor}', 'held', false, true, false, 3),
	('assess_return', 'Return it to the proposer', 'With the reason; the proposer can propose anew from what was given.',
		'assessment', '{analyst,supervisor}', 'held', false, false, false, 4),
	('assess_withdraw', 'Withdraw the proposal', 'By who proposed it.',
		'assessment', '{analyst,lro}', 'held', false, false, false, 5)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line) values
	('assess_propose', 'rationale', 1, '', 'In short', 'What the score rests on as a whole, for the meeting.', 'block', null, true, 4000, false),
	('assess_moderate', 'rationale', 1, '', 'In short', 'What was changed and why, or that it holds.', 'block', null, true, 4000, false),
	('assess_sign', 'signed_on', 1, '', 'Signed on', 'Empty for today.', 'date', null, false, 10, true),
	('assess_sign', 'reason', 2, '', 'Reason', 'Why you sign it.', 'block', null, true, 2000, false),
	('assess_return', 'reason', 1, '', 'Reason', 'What does not hold, factor by factor.', 'block', null, true, 2000, false),
	('assess_withdraw', 'reason', 1, '', 'Reason', 'Why it is withdrawn.', 'block', null, true, 2000, false),
	('external_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, true),
	('external_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false),
	('external_group_add', 'scheme', 1, '', 'Scheme', '', 'term', 'external_scheme', true, 40, false),
	('external_group_add', 'value', 2, '', 'Score or band', 'As it was given.', 'text', null, true, 40, false),
	('external_group_add', 'on', 3, '', 'Given on', '', 'date', null, true, 10, false),
	('external_group_add', 'assessor', 4, '', 'Assessor', 'The unit or person who gave it.', 'text', null, true, 120, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
-- What came of a line: events, and outcomes that need their evidence.
insert into ref.step (step, label, help, object, roles, scope, prefilled, previewed, factors, position) values
	('arrest_add', 'Record an arrest', 'A person arrested on this line, by pseudonymous reference.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 40),
	('charge_add', 'Record a charge', 'A person charged on this line.', 'line', '{analyst,supervisor}', 'held', false, false, false, 41),
	('safeguard_add', 'Record safeguarding', 'Somebody referred to, or engaged with, a service.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 42),
	('disruption_add', 'Record a disruption', 'What was done against the line or a group behind it, under one of the four Ps.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 43),
	('disruption_group_add', 'Record a disruption', 'What was done against the group, under one of the four Ps.', 'group', '{analyst,supervisor}', 'held', false, false, false, 43),
	('seizure_add', 'Record a seizure', 'Drugs, phones, money or weapons seized.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 44),
	('ddtro_add', 'Record a restriction order', 'A DDTRO. By itself it closes nothing.', 'line', '{analyst,supervisor}', 'held', false, false, false, 45),
	('type1_claim', 'Claim a Type 1 outcome', 'The line is closed for good: three proofs, each with a date and a source. What is missing is named as you type.',
		'line', '{analyst,lro,supervisor}', 'held', false, true, false, 60),
	('type2_claim', 'Claim a Type 2 outcome', 'A number was deactivated; no charge is needed.', 'line', '{analyst,lro,supervisor}', 'held', false, false, false, 61),
	('outcome_ratify', 'Ratify the outcome', 'It closes the line. A Type 1 stays provisional until it is checked back.', 'outcome', '{supervisor}', 'held', false, true, false, 1),
	('outcome_refuse', 'Refuse the outcome', 'The line stays open.', 'outcome', '{supervisor}', 'held', false, false, false, 2),
	('checkback_pass', 'Check-back passed', 'The number is still out of use: the Type 1 is verified.', 'outcome', '{analyst,lro,supervisor}', 'held', false, false, false, 3),
	('checkback_fail', 'Check-back failed', 'The number is in use again: the Type 1 is revoked and the line open.', 'outcome', '{analyst,lro,supervisor}', 'held', false, false, false, 4),
	('outcome_revoke', 'Revoke the outcome', 'It does not stand up any more; figures restate.', 'outcome', '{supervisor}', 'held', false, false, false, 5),
	('ddtro_comply', 'Complied with', 'The provider has complied with the order.', 'event', '{analyst,supervisor}', 'held', false, false, false, 1),
	('event_void', 'Void the event', 'It was recorded wrongly; it stays to be seen, and figures restate.', 'event', '{analyst,supervisor}', 'held', false, false, false, 2)
on conflict (step) do update set label = excluded.label, help = excluded.help, object = excluded.object,
	roles = excluded.roles, scope = excluded.scope, prefilled = excluded.prefilled, previewed = excluded.previewed,
	factors = excluded.factors, position = excluded.position;
insert into ref.step_field (step, name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('ddtro_add'), ('disruption_add'),
	('disruption_group_add'), ('type1_claim'), ('type2_claim')) e (step)
cross join (values
	('on', 1, '', 'On', 'The day it happened.', 'date', null, true, 10, true),
	('unit', 2, '', 'Unit', 'Whose result it is.', 'term', 'unit', true, 20, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add')) e (step)
cross join (values
	('person_ref', 3, '', 'Person', 'Pseudonymous reference; never a name.', 'reference', null, true, 32, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('arrest_add'), ('charge_add'), ('safeguard_add'), ('seizure_add'), ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('programme', 30, '', 'Programme', 'Would it not have happened without programme funding?', 'flag', null, true, 3, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
select e.step, f.*
from (values ('disruption_add'), ('disruption_group_add')) e (step)
cross join (values
	('grade', 10, '', 'Grade', 'As the originator judges what it did to them.', 'term', 'grade', true, 20, false),
	('four_p', 11, '', 'Under', 'Which of the four Ps.', 'term', 'four_p', true, 20, false),
	('tactic', 12, '', 'What was done', 'A warrant, a closure order, a visit, messages to customers.', 'text', null, false, 200, false),
	('drugs_linked', 13, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('arrested', 14, '', 'Arrested', 'People arrested in it; empty for none.', 'number', null, false, 9999, false),
	('arrested_drugs', 15, '', 'Of them for drugs', 'Those linked to drugs.', 'number', null, false, 9999, false),
	('trafficking_outcomes', 16, '', 'Of those, trafficking', 'With an outcome for drug trafficking.', 'number', null, false, 9999, false)) f (name, position, section, label, help, shape, vocabulary, required, max_length, since_line)
union all
values
	('arrest_add', 'drugs_linked', 10, '', 'Linked to drugs', '', 'flag', null, true, 3, false),
	('charge_add', 'event_ref', 4, '', 'Reference', 'Of the charge; empty for one of our own.', 'reference', null, false, 32, false),
	('charge_add', 'offence', 10, '', 'Offence', 'Only relevant supply offences count for a Type 1.', 'term', 'offence', true, 20, false),
	('charge_add', 'class_a', 11, '', 'Class A', 'Is a Class A drug charged?', 'flag', null, true, 3, false),
	('safeguard_add', 'child', 4, '', 'Child', 'Under eighteen: no consent is needed.', 'flag', null, true, 3, false),
	('safeguard_add', 'route', 10, '', 'Service', 'Statutory, or funded by the programme.', 'term', 'route', true, 20, false),
	('safeguard_add', 'stage', 11, '', 'Stage', 'Referred, or engaged: only engagement counts as such.', 'term', 'stage', true, 20, false),
	('safeguard_add', 'mechanism', 12, '', 'Mechanism', 'NRM, or MS1 where an adult does not consent.', 'term', 'mechanism', false, 20, false),
	('safeguard_add', 'consent', 13, '', 'Consent', 'Of an adult.', 'term', 'consent', false, 20, false),
	('disruption_add', 'group_ref', 3, '', 'Group', 'The OCG or USG it was done against; empty for the line alone.', 'groups', null, false, 32, false),
	('seizure_add', 'what', 10, '', 'What', 'Heroin, crack cocaine, a phone, cash, a knife.', 'text', null, true, 120, false),
	('seizure_add', 'quantity', 11, '', 'How much', 'A whole number.', 'number', null, false, 999999999, false),
	('seizure_add', 'measure', 12, '', 'Of', 'Wraps, grams, pounds, pieces.', 'text', null, false, 20, false),
	('seizure_add', 'class_a', 13, '', 'Class A', '', 'flag', null, true, 3, false),
	('ddtro_add', 'applicant_rank', 10, '', 'Applicant', 'Superintendent or above.', 'term', 'rank', true, 40, false),
	('ddtro_add', 'identifiers', 11, '', 'Identifiers', 'How many numbers or devices the order restricts.', 'number', null, true, 9999, false),
	('ddtro_add', 'compliance_due', 12, '', 'To be complied with', 'Empty for the end of the fifth working day after the order.', 'day', null, false, 10, false),
	('type1_claim', 'bulk_on', 10, 'Bulk messages offering Class A', 'Day', 'Of a bulk message that offers Class A.', 'date', null, false, 10, true),
	('type1_claim', 'bulk_source', 11, 'Bulk messages offering Class A', 'Source', 'Where it is evidenced: exhibit, download, report.', 'text', null, false, 200, false),
	('type1_claim', 'recovered_on', 12, 'Phone line recovered', 'Day', 'It was recovered and shown to be disabled.', 'date', null, false, 10, true),
	('type1_claim', 'recovered_source', 13, 'Phone line recovered', 'Source', 'Where it is evidenced.', 'text', null, false, 200, false),
	('type1_claim', 'charge_ref', 14, 'Holder charged', 'Charge', 'Reference of the charge of the holder, recorded on this line.', 'reference', null, false, 32, false),
	('type2_claim', 'deactivated_on', 10, '', 'Deactivated on', 'Day the number or SIM was deactivated.', 'date', null, true, 10, true),
	('type2_claim', 'deactivated_source', 11, '', 'Source', 'Where it is evidenced.', 'text', null, true, 200, false),
	('outcome_ratify', 'reason', 1, '', 'Reason', 'What you looked at.', 'block', null, true, 2000, false),
	('outcome_refuse', 'reason', 1, '', 'Reason', 'What does not stand up.', 'block', null, true, 2000, false),
	('checkback_pass', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_pass', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'on', 1, '', 'Checked on', '', 'date', null, true, 10, true),
	('checkback_fail', 'source', 2, '', 'Source', 'How it was checked.', 'text', null, true, 200, false),
	('checkback_fail', 'reason', 3, '', 'Reason', 'What shows that it is in use again.', 'block', null, true, 2000, false),
	('outcome_revoke', 'reason', 1, '', 'Reason', 'Why it does not stand up any more.', 'block', null, true, 2000, false),
	('ddtro_comply', 'on', 1, '', 'Complied on', '', 'date', null, true, 10, true),
	('event_void', 'reason', 1, '', 'Reason', 'What was wrong with it.', 'block', null, true, 2000, false)
on conflict (step, name) do update set position = excluded.position, section = excluded.section, label = excluded.label,
	help = excluded.help, shape = excluded.shape, vocabulary = excluded.vocabulary, required = excluded.required,
	max_length = excluded.max_length, since_line = excluded.since_line;
