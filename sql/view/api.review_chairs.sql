-- SPDX-License-Identifier: MIT
create view api.review_chairs as
	select c.review_id, r.week, c.n, c.act, c.login, c.reason, c.at, c.by_login
	from data.review_chair c join data.review r using (review_id);
comment on view api.review_chairs is 'Who was handed the chair of a review, and to whom decisions were delegated';
