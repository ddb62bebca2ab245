-- SPDX-License-Identifier: MIT
-- The training clock: from here on it is 31 December 2022, nine in the morning, and time goes by.
update ref.setting set training_base = timestamptz '2022-12-31 09:00 Europe/London', training_started = now();
