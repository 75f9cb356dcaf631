// What a page can do besides being read. Collecting static files joins the parts here.
import "./pictures.js";
import "./reading.js";
import "./share.js";
import "./quote.js";
import "./gloss.js";
