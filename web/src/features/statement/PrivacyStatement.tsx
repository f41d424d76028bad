import { Trans, useLingui } from "@lingui/react/macro";
import { StatementPage } from "./StatementPage.tsx";

/** What is kept of people, for whom, and what they can ask. */
export function PrivacyStatement() {
  const { t } = useLingui();
  return (
    <StatementPage
      name="privacy"
      title={t`Privacy`}
      lead={
        <Trans>
          Wat Toetssteen van je bewaart, wie dat ziet en wat je kunt vragen. Er wordt niets verkocht
          en niemand wordt gevolgd.
        </Trans>
      }
    >
      <h2>
        <Trans>Wie is verantwoordelijk</Trans>
      </h2>
      <p>
        <Trans>
          Je organisatie beslist wat er in Toetssteen komt te staan en is daarvoor verantwoordelijk.
          Wie het platform draaiend houdt, verwerkt die gegevens in opdracht van je organisatie en
          leest de inhoud niet. Een ondersteuningsorganisatie en auditors zijn andere ontvangers:
          zij zien alleen wat je bibliotheek met hen deelt of indient, en alleen zolang dat geldt.
        </Trans>
      </p>
      <h2>
        <Trans>Wat er bewaard wordt</Trans>
      </h2>
      <ul>
        <li>
          <Trans>
            Van je account: je naam, je e-mailadres, een controlegetal van je wachtwoord (het
            wachtwoord zelf niet) en, als je die gebruikt, het geheim van je tweede stap,
            versleuteld.
          </Trans>
        </li>
        <li>
          <Trans>
            Van waar je bent ingelogd: wanneer, vanaf welk netwerkadres en met welke browser. Je
            sessies staan bij je account; daar kun je ze beëindigen.
          </Trans>
        </li>
        <li>
          <Trans>
            Van je werk: wat je schrijft en kiest, met je naam en het tijdstip. Dat hoort bij het
            dossier van je organisatie en blijft staan als je daar weggaat.
          </Trans>
        </li>
        <li>
          <Trans>
            In het inzagelogboek: wie van buiten iets van je bibliotheek opende, wanneer en met welk
            recht.
          </Trans>
        </li>
      </ul>
      <h2>
        <Trans>In je browser</Trans>
      </h2>
      <p>
        <Trans>
          Er zijn alleen cookies om je ingelogd te houden. Je browser onthoudt verder je taal, licht
          of donker, voor wie je het laatst werkte, en tekst die nog niet bewaard is. Die tekst
          staat alleen op dit apparaat tot hij verstuurd is. Er zijn geen cookies of diensten van
          anderen; ook de letters komen van onze eigen server.
        </Trans>
      </p>
      <h2>
        <Trans>Hoe lang</Trans>
      </h2>
      <p>
        <Trans>
          Een sessie verdwijnt als je uitlogt of als de tijd om is. Het dossier blijft zolang je
          organisatie het nodig heeft; zij bepaalt wanneer het weg kan. Een indiening verandert niet
          meer, ook niet als iemand weggaat.
        </Trans>
      </p>
      <h2>
        <Trans>Documenten met persoonsgegevens</Trans>
      </h2>
      <p>
        <Trans>
          Zet in documenten zo weinig mogelijk over personen. Namen van klanten of deelnemers zijn
          voor een certificering bijna nooit nodig: haal ze weg voordat je iets toevoegt.
        </Trans>
      </p>
      <h2>
        <Trans>Wat je kunt vragen</Trans>
      </h2>
      <p>
        <Trans>
          Je mag weten wat er over je staat, het laten verbeteren en, waar dat kan, laten weghalen.
          Vraag dat aan de beheerder van je organisatie. Kom je er samen niet uit? Dan kun je naar
          de Autoriteit Persoonsgegevens.
        </Trans>
      </p>
    </StatementPage>
  );
}
