//! The providers that the settings name, with what is in files beside them.

use std::{fs, path::Path, sync::Arc};

use anyhow::{Context as _, anyhow, bail};
use url::Url;
use zeroize::Zeroizing;

use crate::{
    config::{ProviderSetting, Settings},
    domain::{
        brand::Logo,
        provider::{Provider, Trouble},
    },
    owner_only,
    ports::IdentityProvider,
    providers::{self, OidcProvider},
};

/// All of them, ready to be spoken to. Nothing is sent.
pub(crate) fn open(settings: &Settings, base_url: &Url) -> anyhow::Result<Vec<Arc<dyn IdentityProvider>>> {
    let about = settings.check()?.providers;
    let each = about.into_iter().zip(&settings.provider);
    each.map(|(about, setting)| Ok(Arc::new(open_one(about, setting, base_url)?) as Arc<_>)).collect()
}

fn open_one(mut about: Provider, setting: &ProviderSetting, base_url: &Url) -> anyhow::Result<OidcProvider> {
    let name = about.name.clone();
    let named = || format!("provider `{name}`");
    let secret = secret(&setting.secret_file).with_context(named)?;
    about.logo = setting.logo.as_deref().map(logo).transpose().with_context(named)?;
    OidcProvider::new(about, secret, base_url).with_context(named)
}

fn secret(path: &Path) -> anyhow::Result<Zeroizing<String>> {
    let shown = path.display();
    let text = fs::read_to_string(path).map(Zeroizing::new);
    let text = text.with_context(|| format!("its secret_file {shown} cannot be read"))?;
    if owner_only::rights_of_others(path)?.is_some() {
        bail!("its secret_file {shown} can be read by others: run `chmod 600 {shown}`");
    }
    let secret = Zeroizing::new(text.trim().to_owned());
    if secret.is_empty() || secret.contains(char::is_whitespace) {
        bail!("its secret_file {shown} must hold the client secret, and nothing else");
    }
    Ok(secret)
}

fn logo(path: &Path) -> anyhow::Result<Logo> {
    let shown = path.display();
    let bytes = fs::read(path).with_context(|| format!("its logo {shown} cannot be read"))?;
    Logo::from_bytes(bytes).map_err(|problem| anyhow!("its logo {shown} {problem}"))
}

/// What `doctor` says of each: its name, and what is fine or wrong.
pub(crate) async fn looked_at(settings: &Settings, base_url: &Url) -> Vec<(String, anyhow::Result<String>)> {
    let Ok(checked) = settings.check() else { return Vec::new() };
    let mut found = Vec::new();
    for (about, setting) in checked.providers.into_iter().zip(&settings.provider) {
        let what = format!("provider {}", about.name);
        found.push((what, look_at(about, setting, base_url).await));
    }
    found
}

async fn look_at(about: Provider, setting: &ProviderSetting, base_url: &Url) -> anyhow::Result<String> {
    let (callback, signed_out) = (providers::callback(base_url, &about), providers::signed_out(base_url));
    let issuer = about.issuer.clone();
    let provider = open_one(about, setting, base_url)?;
    provider.learn().await.map_err(|trouble| match trouble {
        Trouble::Away(why) | Trouble::Refused(why) => {
            anyhow!("{issuer}: {why}. Patients can sign in by the other ways meanwhile")
        }
        Trouble::Cancelled => anyhow!("{issuer} was cancelled"),
    })?;
    let out = match provider.sign_out_origin() {
        Some(_) => format!("; it signs out, too: register {signed_out} for that"),
        None => "; it offers no sign-out".to_owned(),
    };
    Ok(format!("{issuer} answers; register the redirect URI {callback}{out}"))
}
