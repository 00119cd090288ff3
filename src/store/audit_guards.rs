//! Triggers that keep the audit log append-only: the one thing that SQLite and PostgreSQL say in different words. Whoever
//! owns the tables can drop them; what stands in the chain is proved by its hashes, not by these.

use super::{Db, StoreError};

/// What is refused, in the words of both databases' errors.
const SQLITE: &str = "
CREATE TRIGGER IF NOT EXISTS audit_log_is_not_changed BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_log_is_not_deleted BEFORE DELETE ON audit_log
WHEN OLD.number > COALESCE((SELECT pruned FROM audit_chain WHERE id = 1), 0)
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_waiting_is_not_changed BEFORE UPDATE ON audit_waiting
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER IF NOT EXISTS audit_chain_is_not_deleted BEFORE DELETE ON audit_chain
BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
";

/// How many triggers each database has.
const GUARDS: i64 = 4;

const STAND: &str = "SELECT COUNT(*) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid \
     WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND t.tgname IN \
     ('audit_log_is_not_changed', 'audit_log_is_not_deleted', 'audit_waiting_is_not_changed', \
     'audit_chain_is_not_deleted')";

const POSTGRES: &str = "
CREATE OR REPLACE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'audit_log' THEN
        IF OLD.number <= COALESCE((SELECT pruned FROM audit_chain WHERE id = 1), 0) THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION 'the audit log is append-only';
END $$;
CREATE OR REPLACE TRIGGER audit_log_is_not_changed BEFORE UPDATE OR TRUNCATE ON audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE OR REPLACE TRIGGER audit_log_is_not_deleted BEFORE DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE OR REPLACE TRIGGER audit_waiting_is_not_changed BEFORE UPDATE OR TRUNCATE ON audit_waiting
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE OR REPLACE TRIGGER audit_chain_is_not_deleted BEFORE DELETE OR TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
";

const TAKE_DOWN: &str = "
DROP TRIGGER IF EXISTS audit_log_is_not_changed ON audit_log;
DROP TRIGGER IF EXISTS audit_log_is_not_deleted ON audit_log;
DROP TRIGGER IF EXISTS audit_waiting_is_not_changed ON audit_waiting;
DROP TRIGGER IF EXISTS audit_chain_is_not_deleted ON audit_chain;
";

/// Of the nodes that start at the same time one sets them up: any number that nobody else locks.
const LOCK: &str = "SELECT pg_advisory_xact_lock(7391842650)";

/// Sets up what is missing of them. Safe to repeat, also on several nodes at once.
pub(super) async fn set_up(db: &Db) -> Result<(), StoreError> {
    match db {
        Db::Sqlite { write, .. } => {
            let mut tx = write.begin("BEGIN IMMEDIATE", None).await?;
            sqlx::raw_sql(SQLITE).execute(&mut *tx).await?;
            tx.commit().await?;
        }
        Db::Postgres { pool, .. } => {
            let mut tx = pool.begin().await?;
            sqlx::query(LOCK).execute(&mut *tx).await?;
            let (standing,): (i64,) = sqlx::query_as(STAND).fetch_one(&mut *tx).await?;
            // A trigger is made under a lock that waits for whoever writes: not without need.
            if standing < GUARDS {
                sqlx::raw_sql(POSTGRES).execute(&mut *tx).await?;
            }
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Takes PostgreSQL's down, for a database that an installation moves into: half a copy may have to go again. On SQLite
/// nothing moves in.
pub(super) async fn take_down(db: &Db) -> Result<(), StoreError> {
    if let Db::Postgres { pool, .. } = db {
        sqlx::raw_sql(TAKE_DOWN).execute(pool).await?;
    }
    Ok(())
}
