//! What applying an app's file changes, field by field, for `app apply --dry-run`.
