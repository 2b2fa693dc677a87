#!/bin/sh
# Run once by the PostgreSQL image, when its volume is empty. Two roles: the owner migrates, the application's role
# owns no table, so that a fault in the server cannot alter or drop one.
set -eu

psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
\set owner_password `cat /run/secrets/owner_password`
\set app_password `cat /run/secrets/app_password`
CREATE ROLE segel_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE segel_app LOGIN PASSWORD :'app_password';
CREATE DATABASE segel OWNER segel_owner TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
REVOKE ALL ON DATABASE segel FROM PUBLIC;
GRANT CONNECT ON DATABASE segel TO segel_app;
-- The owner's functions end the write-ahead log and forget when tables were last used (docs/operations/database.md).
GRANT pg_checkpoint TO segel_owner;
\connect segel
GRANT EXECUTE ON FUNCTION pg_switch_wal(), pg_stat_reset_single_table_counters(oid) TO segel_owner;
SQL
