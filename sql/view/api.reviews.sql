-- SPDX-License-Identifier: MIT
create view api.reviews as
	select r.review_id, s.name as series, r.force, r.week, r.meets_on, r.chair, array_to_string(r.attendees, ';') as attendees,
		array_to_string(r.units, ';') as units, r.state,
		(select count(*) from data.review_item i where i.review_id = r.review_id) as items,
		(select count(*) from data.review_item i where i.review_id = r.review_id and i.state = 'decided') as decided,
		(select count(*) from data.review_item i where i.review_id = r.review_id and i.state = 'deferred') as deferred,
		r.prepared_at, r.opened_at, r.opened_by, r.closed_at, r.closed_by, r.since, r.frozen_at, encode(r.frozen_hash, 'hex') as frozen_hash,
		r.row_version as version
	from data.review r join data.review_series s using (series_id);
comment on view api.reviews is 'The weekly reviews of the force of the caller; items are counted that the caller sees';
