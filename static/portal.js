// What makes the pages a little more convenient. Every page works without it.
(() => {
  'use strict';

  // A problem is read out and seen first.
  const summary = document.querySelector('[data-testid="error-summary"]');
  if (summary) summary.focus();

  // A password can be looked at. The button says what it does next.
  for (const box of document.querySelectorAll('.secret')) {
    const field = box.querySelector('input');
    const button = document.createElement('button');
    const show = (shown) => {
      field.type = shown ? 'text' : 'password';
      button.textContent = shown ? box.dataset.hide : box.dataset.show;
      button.setAttribute('aria-label', shown ? box.dataset.hideLabel : box.dataset.showLabel);
    };
    button.type = 'button';
    button.className = 'peek';
    button.setAttribute('aria-controls', field.id);
    button.addEventListener('click', () => show(field.type === 'password'));
    // Browsers offer to remember passwords only, not text.
    field.form.addEventListener('submit', () => show(false));
    show(false);
    box.append(button);
  }

  for (const place of document.querySelectorAll('.print')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button second';
    button.textContent = place.dataset.print;
    button.addEventListener('click', () => window.print());
    place.append(button);
  }

  // Who types a name for a new record means a new record.
  const newName = document.getElementById('new_record_name');
  const newRecord = document.querySelector('input[name="record"][value="new"]');
  if (newName && newRecord) {
    newName.addEventListener('input', () => {
      if (newName.value) newRecord.checked = true;
    });
  }

  // A double press sends a form once. Coming back, or a long wait, makes it ready again.
  const ready = (form) => {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll('button')) button.removeAttribute('aria-disabled');
  };
  for (const form of document.forms) {
    form.addEventListener('submit', (event) => {
      if (form.dataset.sent) {
        event.preventDefault();
        return;
      }
      form.dataset.sent = 'yes';
      for (const button of form.querySelectorAll('button:not([type="button"])')) {
        button.setAttribute('aria-disabled', 'true');
      }
      setTimeout(() => ready(form), 8000);
    });
  }
  window.addEventListener('pageshow', () => {
    for (const form of document.forms) ready(form);
  });
})();
