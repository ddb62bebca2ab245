-- SPDX-License-Identifier: MIT
-- The shipped settings.
insert into ref.setting default values on conflict (one) do nothing;
