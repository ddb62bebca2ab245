-- Where lines are run from and where they sell.
select series, label, value, note from api.corridors();
