-- The summary strip: counts over the open lines the viewer may see.
select kind, code, label, n from api.summary();
