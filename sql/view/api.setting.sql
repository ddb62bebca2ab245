-- SPDX-License-Identifier: MIT
create view api.setting as
	select stale_days, justification, consult_minutes, check_back_days, suppress_below from ref.setting;
comment on view api.setting is 'Settings of the force that a client shows';
