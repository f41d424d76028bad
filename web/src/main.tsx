import "./ui/tokens.css";
import "./ui/base.css";
import { ApolloProvider } from "@apollo/client/react";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { forgetAhead } from "./network/ahead.ts";
import { createClient } from "./network/apollo.ts";
import { loadErrorTexts } from "./features/identity/use-error-text.ts";
import { findViewer } from "./features/identity/sign-in.ts";
import { attend } from "./network/open-texts.ts";
import { keptLanguage, speak } from "./i18n/language.ts";
import { createAppRouter, refreshOnReturn } from "./router.ts";

const client = createClient();
attend(window);
const router = createAppRouter({ client });
refreshOnReturn(router, document);

const place = document.getElementById("app");
if (place === null) throw new Error("index.html has no #app");

// Pages of an organisation begin with who asks; the answer comes while the words do.
if (/^\/(o\/.*)?$/.test(window.location.pathname)) findViewer(client).catch(() => undefined);

// So do the files of the page, which else would be asked for once it is known who asks.
for (const route of router.getMatchedRoutes(window.location.pathname)[0])
  router.loadRouteChunk(route)?.catch(() => undefined);

await speak(keptLanguage(), { remember: false }).catch((error: unknown) => {
  // There are no words yet, in either language.
  place.textContent = "Toetssteen kon niet laden. Laad de pagina opnieuw.";
  throw error;
});
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </I18nProvider>
  </StrictMode>,
);
router.subscribe("onResolved", forgetAhead);
// Behind the first page, with time to be painted.
router.subscribe("onRendered", () =>
  setTimeout(() => void loadErrorTexts().catch(() => undefined), 1_000),
);
