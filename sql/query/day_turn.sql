-- Bring what depends on the day up to date; cheap when nothing is due.
select api.day_turn();
