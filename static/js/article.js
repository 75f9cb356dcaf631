// What an article's page can do besides being read. Collecting static files joins the parts here.
import "./share.js";
import "./quote.js";
import "./gloss.js";
