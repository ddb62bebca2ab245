-- SPDX-License-Identifier: MIT
-- Only supply offences count for a Type 1 outcome, and only where Class A is charged.
insert into ref.offence (code, label, act, section, counts_for_type1, position) values
	('MDA-4-3-a', 'Supplying or offering to supply a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(a)', true, 1),
	('MDA-4-3-b', 'Being concerned in the supply of a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(b)', true, 2),
	('MDA-4-3-c', 'Being concerned in an offer to supply a controlled drug', 'Misuse of Drugs Act 1971', '4(3)(c)', true, 3),
	('MDA-5-3', 'Possession with intent to supply', 'Misuse of Drugs Act 1971', '5(3)', true, 4),
	('CLA-1', 'Conspiracy to supply', 'Criminal Law Act 1977', '1', true, 5),
	('MDA-5-2', 'Possession of a controlled drug', 'Misuse of Drugs Act 1971', '5(2)', false, 6),
	('MSA-1', 'Slavery, servitude and forced labour', 'Modern Slavery Act 2015', '1', false, 7),
	('MSA-2', 'Human trafficking', 'Modern Slavery Act 2015', '2', false, 8),
	('PSA-5', 'Supplying a psychoactive substance', 'Psychoactive Substances Act 2016', '5', false, 9)
on conflict (code) do update set label = excluded.label, act = excluded.act, section = excluded.section,
	counts_for_type1 = excluded.counts_for_type1, position = excluded.position;
