-- SPDX-License-Identifier: MIT
create function api.import_rows(import uuid, rows jsonb) returns bigint
language sql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
	select data.import_rows(import, rows)
$$;
comment on function api.import_rows(uuid, jsonb) is 'Hand over rows of an open import, [{"line": 2, "cells": {"line_ref": "L-1"}}]; returns how many';
