-- SPDX-License-Identifier: MIT
grant usage on schema data to gridline_search;
grant select (line_id, search_text, imports, is_open) on data.line to gridline_search;
grant execute on function search.word_similarity_op(text, text), search.word_similarity(text, text) to gridline_search;
