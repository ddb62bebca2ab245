-- SPDX-License-Identifier: MIT
create view api.review_notes as
	select n.note_id, n.review_id, r.week, i.position as item, n.kind, n.text, n.reason, n.late, n.at, n.login
	from data.review_note n join data.review r using (review_id) left join data.review_item i on i.item_id = n.item_id;
comment on view api.review_notes is 'Notes and corrections of reviews, late ones marked';
