/** The schema as text, read back from PostgreSQL itself: tables, columns with their comments and storage, constraints, indexes, rights. */
import { query } from "../../support/machine/postgres.ts";

type Line = { readonly line: string };

const PARTS: readonly string[] = [
  `SELECT format('COMMENT ON TABLE %I IS %L;', relname, obj_description(oid)) AS line
   FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'kysely%' ORDER BY relname`,
  `SELECT format('COLUMN %I.%I %s%s%s%s; -- %s', relname, attname, format_type(atttypid, atttypmod),
     CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END,
     coalesce(' DEFAULT ' || pg_get_expr(adbin, adrelid), ''),
     CASE attstorage WHEN 'e' THEN ' STORAGE EXTERNAL' ELSE '' END,
     col_description(attrelid, attnum)) AS line
   FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
   WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'kysely%' AND attnum > 0 AND NOT attisdropped
   ORDER BY relname, attnum`,
  `SELECT format('CONSTRAINT %I ON %I %s;', conname, conrelid::regclass::text, pg_get_constraintdef(oid)) AS line
   FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid::regclass::text NOT LIKE 'kysely%'
   ORDER BY conrelid::regclass::text, conname`,
  `SELECT format('FUNCTION %s; -- %s', oid::regprocedure, obj_description(oid, 'pg_proc')) || E'\\n' || pg_get_functiondef(oid) AS line
   FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY proname`,
  `SELECT format('GRANT %s ON FUNCTION %I TO %s;', privilege_type, routine_name, grantee) AS line
   FROM information_schema.routine_privileges WHERE routine_schema = 'public' AND grantee IN ('segel_app', 'PUBLIC') ORDER BY routine_name, grantee`,
  `SELECT pg_get_triggerdef(oid) || ';' AS line FROM pg_trigger WHERE NOT tgisinternal ORDER BY line`,
  `SELECT indexdef || ';' AS line FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE 'kysely%'
     AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY indexname`,
  `SELECT format('GRANT %s ON %I TO %I;', string_agg(privilege_type, ', ' ORDER BY privilege_type), table_name, grantee) AS line
   FROM information_schema.table_privileges WHERE table_schema = 'public' AND grantee = 'segel_app'
   GROUP BY table_name, grantee ORDER BY table_name`,
  `SELECT format('GRANT %s (%s) ON %I TO %I;', privilege_type, string_agg(column_name, ', ' ORDER BY column_name), table_name, grantee) AS line
   FROM information_schema.column_privileges c WHERE table_schema = 'public' AND grantee = 'segel_app' AND NOT EXISTS (
     SELECT FROM information_schema.table_privileges t WHERE t.table_schema = 'public' AND t.grantee = c.grantee
       AND t.table_name = c.table_name AND t.privilege_type = c.privilege_type)
   GROUP BY privilege_type, table_name, grantee ORDER BY table_name, privilege_type`,
  `SELECT format('FUNCTION %s%s%s; -- %s', oid::regprocedure, CASE WHEN prosecdef THEN ' AS OWNER' ELSE '' END,
     CASE WHEN has_function_privilege('segel_app', oid, 'EXECUTE') THEN ' TO segel_app' ELSE '' END, obj_description(oid)) AS line
   FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY oid::regprocedure::text`,
];

export async function dumpSchema(ownerUrl: string): Promise<string> {
  const parts: string[] = [];
  for (const part of PARTS) parts.push((await query<Line>(ownerUrl, part)).map(({ line }) => line).join("\n"));
  return `-- Written by UPDATE_SCHEMA=1 node test/server/store/schema.test.ts, read back from PostgreSQL; no migration reads this.\n\n${parts.join("\n\n")}\n`;
}
