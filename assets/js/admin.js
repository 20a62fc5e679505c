// What JavaScript adds to the staff's screens; Wagtail's own scripts do the rest.
import { watchQuality } from "./quality.js";

watchQuality();
