-- The panels, and what they count.
select panel, title, population, period, whose, rule from api.dashboard_panels();
