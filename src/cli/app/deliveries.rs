//! `app deliveries`: what became of an app's callbacks.

use serde_json::{Value, json};
use uuid::Uuid;

use super::no_such_app;
use crate::{
    actions::{
        Context,
        app::list_deliveries::{NEWEST, list_deliveries},
        operator::apps,
    },
    cli::{say, time},
    domain::webhook::{message_id, message_type},
    store::webhooks::Delivery,
};

pub(super) async fn deliveries(
    context: &Context,
    id: Uuid,
    external_id: Option<&str>,
    limit: u32,
    json: bool,
) -> anyhow::Result<()> {
    let (app, _) = apps::find(context, id).await?.ok_or_else(|| no_such_app(id))?;
    let all = list_deliveries(context, &app, external_id, NEWEST, limit).await?;
    if json {
        say(json!(all.iter().map(delivery_in_json).collect::<Vec<_>>()));
        return Ok(());
    }
    for d in all {
        let external_id = d.external_id.as_deref().unwrap_or("-");
        let next = d.next_attempt_at.map_or_else(String::new, |at| format!("\tnext attempt {}", time(at)));
        say(format!(
            "{}\t{}\t{}\t{external_id}\t{}{next}",
            time(d.created_at),
            message_id(d.id),
            message_type(d.kind),
            d.state.as_str()
        ));
        for a in &d.attempts {
            let outcome = match (a.status, a.failure) {
                (Some(status), _) => status.to_string(),
                (None, Some(failure)) => failure.as_str().to_owned(),
                (None, None) => "unknown".to_owned(),
            };
            say(format!("  {}\t{outcome}\t{} ms", time(a.at), a.duration_ms));
        }
    }
    Ok(())
}

/// As the API writes it.
fn delivery_in_json(d: &Delivery) -> Value {
    json!(crate::api::deliveries::DeliveryBody::from(d))
}
