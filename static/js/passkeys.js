// A passkey is asked for by the browser, and its form sends the answer. Where a browser cannot, the form stays hidden:
// codes do as well.

const PARSERS = {
  get: (challenge) => PublicKeyCredential.parseRequestOptionsFromJSON(challenge),
  create: (challenge) => PublicKeyCredential.parseCreationOptionsFromJSON(challenge),
};

async function answer({ kind, challenge }) {
  const publicKey = PARSERS[kind](JSON.parse(challenge));
  return JSON.stringify(await navigator.credentials[kind]({ publicKey }));
}

async function send(event) {
  event.preventDefault();
  const form = event.target;
  const failed = form.querySelector(".errornote");
  failed.hidden = true;
  try {
    form.elements.passkey.value = await answer(form.dataset);
    form.submit();
  } catch {
    failed.hidden = false; // the person said no, or has no such key; browsers do not tell which
  }
}

if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form.passkey")) {
    form.hidden = false;
    form.addEventListener("submit", send);
  }
}
