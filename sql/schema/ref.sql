-- SPDX-License-Identifier: MIT
create schema ref;
comment on schema ref is 'Vocabularies with validity dates, settings, versions';
