-- Dates travel as ISO whatever the environment says.
select set_config('DateStyle', 'ISO', false);
