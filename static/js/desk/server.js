// What the desk sends, and the three ways in which an answer may be none.

import { token } from "../token.js";

// answer: what the server says; problem: the name of a message in the form's data, when it gave none.
export async function post(form, address, action, { keepalive = false } = {}) {
  const body = new URLSearchParams(new FormData(form));
  body.set("do", action);
  const headers = { Accept: "application/json", "X-CSRFToken": token(form) };
  const response = await fetch(address, { method: "POST", body, headers, keepalive, redirect: "manual" });
  if (response.type === "opaqueredirect" || response.status === 403) return { problem: "signedOut" };
  const isOurs = response.headers.get("content-type")?.startsWith("application/json");
  return isOurs ? { answer: await response.json() } : { problem: "lost" };
}
