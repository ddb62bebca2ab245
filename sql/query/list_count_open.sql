-- How many lines are open, of those the viewer may see.
select n from api.summary() where kind = 'open';
