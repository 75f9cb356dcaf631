// What a form proves with that it is ours: from the cookie, which is new after signing in again in another window.

export function token(form) {
  const cookie = document.cookie.match(/(?:^|; )(?:__Host-)?csrftoken=([^;]+)/);
  return cookie ? cookie[1] : form.elements.csrfmiddlewaretoken.value;
}
