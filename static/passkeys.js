// Passkeys: hands what the page asks for to the device, and the device's answer to the page's form. Without it, and in
// browsers that know no passkeys, everything else works as before.
(() => {
  'use strict';

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const noScript = document.querySelector('[data-passkey-no-script]');
  if (noScript) noScript.hidden = true;

  const adding = document.querySelector('[data-passkey-new]');
  const signingIn = document.querySelector('[data-passkey-sign-in]');
  if (!window.PublicKeyCredential || !navigator.credentials) {
    const missing = document.querySelector('[data-passkey-missing]');
    if (missing) missing.hidden = false;
    return;
  }

  // While a device asks her, a second press by mistake is none: it would take the first one's question away.
  let asking = false;
  const ask = (question) => {
    if (asking) return new Promise(() => {});
    asking = true;
    return question().finally(() => {
      asking = false;
    });
  };

  const send = (form, button, answer) => {
    form.elements.passkey_answer.value = answer;
    form.requestSubmit(button);
  };

  if (adding) {
    const options = JSON.parse(adding.dataset.passkeyNew);
    const button = adding.querySelector('[data-testid="add-passkey"]');
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    };
    adding.hidden = false;
    button.addEventListener('click', (event) => {
      // Without a name the page says so first: a device should make nothing for nothing.
      if (!adding.elements.passkey_name.value.trim()) return;
      event.preventDefault();
      ask(() => navigator.credentials.create({ publicKey })).then(
        (made) => {
          const { attestationObject, clientDataJSON } = made.response;
          const response = { attestationObject: text(attestationObject), clientDataJSON: text(clientDataJSON) };
          const answer = { id: made.id, rawId: text(made.rawId), type: made.type, response, extensions: {} };
          send(adding, button, JSON.stringify(answer));
        },
        (error) => send(adding, button, error.name === 'InvalidStateError' ? 'known' : ''),
      );
    });
  }

  if (signingIn) {
    const options = JSON.parse(signingIn.dataset.passkeySignIn);
    const button = signingIn.querySelector('[data-testid="use-passkey"]');
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: known(options.allowCredentials),
    };
    let waiting = null;
    const signIn = async (mediation) => {
      if (waiting) waiting.abort();
      waiting = new AbortController();
      const answer = await navigator.credentials.get({ publicKey, mediation, signal: waiting.signal });
      const { authenticatorData, clientDataJSON, signature, userHandle } = answer.response;
      const response = {
        authenticatorData: text(authenticatorData),
        clientDataJSON: text(clientDataJSON),
        signature: text(signature),
        userHandle: userHandle && text(userHandle),
      };
      const sent = { id: answer.id, rawId: text(answer.rawId), type: answer.type, response, extensions: {} };
      send(button.form, button, JSON.stringify(sent));
    };
    // Where the browser can, it offers passkeys while she types her address; not again by itself after one was refused.
    const offer = async () => {
      const can = PublicKeyCredential.isConditionalMediationAvailable;
      if (can && (await can.call(PublicKeyCredential)) && !asking) await signIn('conditional');
    };
    signingIn.hidden = false;
    button.addEventListener('click', (event) => {
      event.preventDefault();
      // She stopped, or has none here: the page stays as it is, and offers again.
      ask(() => signIn('optional')).catch(() => offer().catch(() => {}));
    });
    if (!('refused' in signingIn.dataset)) offer().catch(() => {});
  }
})();
