-- Which lines hold these words: null where they are too many, or the word too short, to list.
select word, api.line_search(word), api.search_key(word) from unnest($1::text[]) as word;
