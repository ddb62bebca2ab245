-- SPDX-License-Identifier: MIT
create view api.audit_log as
	select entry_id, at, operation, login, object_kind, object_id, justification, recipient, detail,
		encode(hash, 'hex') as hash
	from audit.entry;
comment on view api.audit_log is 'The log, for auditors';
