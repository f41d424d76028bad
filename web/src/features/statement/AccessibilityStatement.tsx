import { Trans, useLingui } from "@lingui/react/macro";
import { StatementPage } from "./StatementPage.tsx";

/** How far the product can be used by everybody, and what to do when it can't. */
export function AccessibilityStatement() {
  const { t } = useLingui();
  return (
    <StatementPage
      name="toegankelijkheid"
      title={t`Toegankelijkheid`}
      lead={
        <Trans>
          Iedereen moet met Toetssteen kunnen werken. We bouwen volgens WCAG 2.2, niveau AA, en EN
          301 549: de pagina’s en de documenten die Toetssteen maakt.
        </Trans>
      }
    >
      <h2>
        <Trans>Zo werkt het</Trans>
      </h2>
      <ul>
        <li>
          <Trans>
            Alles kan met alleen het toetsenbord. De eerste sprong op elke pagina is naar de inhoud.
          </Trans>
        </li>
        <li>
          <Trans>
            Een schermlezer krijgt koppen, gebieden en meldingen, zoals ‘bewaard’ of dat iemand
            anders ook schreef.
          </Trans>
        </li>
        <li>
          <Trans>
            Je kunt kiezen voor licht of donker. De pagina volgt ook het contrast en de rust in
            beweging die je op je apparaat hebt ingesteld.
          </Trans>
        </li>
        <li>
          <Trans>
            Vergroten tot 200 procent kan, en een scherm van 320 pixels breed is genoeg.
          </Trans>
        </li>
        <li>
          <Trans>Wat een kleur zegt, staat er ook in woorden.</Trans>
        </li>
      </ul>
      <h2>
        <Trans>Hoe we dat nagaan</Trans>
      </h2>
      <p>
        <Trans>
          Bij elke verandering kijkt een programma alle pagina’s na, breed en smal, licht en donker,
          en wordt het werk met alleen het toetsenbord gedaan. Een onafhankelijk onderzoek is er nog
          niet geweest. Daarom zeggen we niet dat alles klopt.
        </Trans>
      </p>
      <h2>
        <Trans>Wat we weten dat minder goed gaat</Trans>
      </h2>
      <p>
        <Trans>
          Documenten die een bibliotheek zelf toevoegt, laten we zien zoals ze zijn. Of die voor
          iedereen te lezen zijn, hangt af van wie ze maakte.
        </Trans>
      </p>
      <h2>
        <Trans>Loop je ergens tegenaan?</Trans>
      </h2>
      <p>
        <Trans>
          Zeg het tegen de beheerder van je organisatie, met de pagina en wat je gebruikt. Die geeft
          het door aan wie het platform draaiend houdt. Wat je wilde doen moet intussen op een
          andere manier kunnen: vraag daarom.
        </Trans>
      </p>
    </StatementPage>
  );
}
