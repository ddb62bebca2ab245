-- SPDX-License-Identifier: MIT
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
