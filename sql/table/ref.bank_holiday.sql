-- SPDX-License-Identifier: MIT
create table ref.bank_holiday (
	day date primary key,
	label text not null
);
comment on table ref.bank_holiday is 'Days in England and Wales that are no working days, beside weekends';
comment on column ref.bank_holiday.day is 'Day';
comment on column ref.bank_holiday.label is 'What it is';
insert into ref.bank_holiday values
	('2022-04-15', 'Good Friday'), ('2022-04-18', 'Easter Monday'), ('2022-05-02', 'Early May'), ('2022-06-02', 'Spring'),
	('2022-06-03', 'Platinum Jubilee'), ('2022-08-29', 'Summer'), ('2022-09-19', 'State Funeral'), ('2022-12-26', 'Boxing Day'),
	('2022-12-27', 'Christmas Day, in lieu'), ('2023-01-02', 'New Year, in lieu'), ('2023-04-07', 'Good Friday'),
	('2023-04-10', 'Easter Monday'), ('2023-05-01', 'Early May'), ('2023-05-08', 'Coronation'), ('2023-05-29', 'Spring'),
	('2023-08-28', 'Summer'), ('2023-12-25', 'Christmas Day'), ('2023-12-26', 'Boxing Day'), ('2024-01-01', 'New Year'),
	('2024-03-29', 'Good Friday'), ('2024-04-01', 'Easter Monday'), ('2024-05-06', 'Early May'), ('2024-05-27', 'Spring'),
	('2024-08-26', 'Summer'), ('2024-12-25', 'Christmas Day'), ('2024-12-26', 'Boxing Day'), ('2025-01-01', 'New Year'),
	('2025-04-18', 'Good Friday'), ('2025-04-21', 'Easter Monday'), ('2025-05-05', 'Early May'), ('2025-05-26', 'Spring'),
	('2025-08-25', 'Summer'), ('2025-12-25', 'Christmas Day'), ('2025-12-26', 'Boxing Day'), ('2026-01-01', 'New Year'),
	('2026-04-03', 'Good Friday'), ('2026-04-06', 'Easter Monday'), ('2026-05-04', 'Early May'), ('2026-05-25', 'Spring'),
	('2026-08-31', 'Summer'), ('2026-12-25', 'Christmas Day'), ('2026-12-28', 'Boxing Day, in lieu')
on conflict (day) do nothing;
