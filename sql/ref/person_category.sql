-- SPDX-License-Identifier: MIT
insert into ref.person_category (code, label, offender, protected, position) values
	('suspect', 'Suspect', true, false, 1),
	('charged', 'Charged', true, false, 2),
	('convicted', 'Convicted', true, false, 3),
	('victim', 'Victim', false, true, 4),
	('potential-victim', 'Potential victim', false, true, 5),
	('witness', 'Witness', false, true, 6),
	('other', 'Other', false, false, 7)
on conflict (code) do update set label = excluded.label, offender = excluded.offender, protected = excluded.protected,
	position = excluded.position;
