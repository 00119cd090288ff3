//! Settings that hold a password, read from files of their own: what a service manager hands over as a credential, or a
//! cluster as a secret.

use std::{fs, path::Path};

use super::{ConfigError, Secret, Settings, refused};
use crate::owner_only;

impl Settings {
    /// Puts what the files hold in the place of the settings that they are instead of.
    pub(super) fn read_files(&mut self) -> Result<(), ConfigError> {
        if let Some(file) = &self.database_url_file {
            if !self.database_url.is_empty() {
                return Err(refused("database_url_file", "is instead of database_url: set one of the two"));
            }
            self.database_url = read("database_url_file", file)?;
        }
        if let Some(file) = &self.smtp_url_file {
            if !self.smtp_url.reveal().is_empty() {
                return Err(refused("smtp_url_file", "is instead of smtp_url: set one of the two"));
            }
            self.smtp_url = Secret::from(read("smtp_url_file", file)?.as_str());
        }
        Ok(())
    }
}

fn read(setting: &'static str, file: &Path) -> Result<String, ConfigError> {
    let shown = file.display();
    let problem = |e: std::io::Error| refused(setting, format!("{shown} cannot be read: {e}"));
    let text = fs::read_to_string(file).map_err(problem)?;
    if owner_only::rights_of_others(file).map_err(problem)?.is_some() {
        return Err(refused(setting, format!("{shown} can be read by others: run `chmod 600 {shown}`")));
    }
    let text = text.trim();
    if text.is_empty() || text.contains(char::is_whitespace) {
        return Err(refused(setting, format!("{shown} must hold the setting, and nothing else")));
    }
    Ok(text.to_owned())
}
