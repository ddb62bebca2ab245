-- Lines by band over twelve weeks.
select series, label, value, note from api.dashboard_bands();
