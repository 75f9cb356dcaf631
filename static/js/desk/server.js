// What the desk sends, and the three ways in which an answer may be none.

function token(form) {
  // From the cookie, which is new after signing in again in another window.
  const cookie = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}

// told: the server's answer; problem: the name of a message in the form's data, when it gave none.
export async function post(form, address, deed, { keepalive = false } = {}) {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", deed);
  const headers = { Accept: "application/json", "X-CSRFToken": token(form) };
  const answer = await fetch(address, { method: "POST", body, headers, keepalive, redirect: "manual" });
  if (answer.type === "opaqueredirect" || answer.status === 403) return { problem: "signedOut" };
  const isOurs = answer.headers.get("content-type")?.startsWith("application/json");
  return isOurs ? { told: await answer.json() } : { problem: "lost" };
}
