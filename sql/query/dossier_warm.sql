-- A dossier is about to be opened: get ready for it.
select api.dossier_warm();
