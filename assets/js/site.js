// What JavaScript adds; every page works without it.
import { followDetails } from "./details.js";
import { showFramesOnRequest } from "./frames.js";
import { enhanceMenu } from "./menu.js";
import { showPageTools } from "./page-tools.js";
import { tellPasskeyErrors } from "./passkeys.js";
import { offerQuickExit } from "./quick-exit.js";
import { suggestTitles } from "./suggestions.js";

followDetails();
enhanceMenu();
showFramesOnRequest();
showPageTools();
suggestTitles();
tellPasskeyErrors();
offerQuickExit();

// What must be mended is read first.
document.querySelector("[data-focus]")?.focus();
