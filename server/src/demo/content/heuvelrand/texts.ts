import { norm, texts, year, type DemoText } from "../content.ts";

const yvonne = (daysAgo: number) => ({ by: "yvonne", daysAgo });
const lotte = (daysAgo: number) => ({ by: "lotte", daysAgo });

/** Bibliotheek Heuvelrand wrote nearly everything: one norm is handed in, the last texts are being read. */
export const heuvelrandTexts: readonly DemoText[] = [
  ...texts("", yvonne(120), {
    ambitions: `In ${year(3)} kent elk kind in Heuvelrand en Berkenloo de bibliotheek van school. We willen dat 85% van de basisscholen een schoolbibliotheek heeft; nu is dat 71%. En we willen 400 volwassenen per jaar helpen die moeite hebben met lezen, schrijven of de computer. Vorig jaar waren dat er 260.`,
    bottlenecks: `Het gebouw in Berkenloo is te klein voor het taalhuis: de spreekkamer is ook de pauzeruimte. En drie van onze acht educatiemensen gaan binnen vier jaar met pensioen. Voor beide hebben we een plan, voor het gebouw nog geen geld.`,
    accents: `Wij zijn een bibliotheek van dorpen. Vijf van de zes vestigingen zijn kleiner dan 300 m² en draaien voor de helft op vrijwilligers. Kijk daarom vooral hoe we in die dorpen samenwerken met scholen, dorpshuizen en de huisarts.`,
  }),
  ...norm(
    "1",
    yvonne(110),
    {
      facts: `Ons beleidsplan loopt van ${year(-2)} tot ${year(2)}. De twee gemeenteraden hebben het besproken, de raad van toezicht heeft het vastgesteld. Elk jaar in oktober maken we er een jaarplan van.`,
      view: `De richting is duidelijk en de mensen kennen haar. Wat beter kan: we leggen nog te weinig uit waarom we iets níét meer doen. Toen we met de cursus stamboomonderzoek stopten, hoorden leden dat van de docent.`,
    },
    [
      [
        "De drie lijnen van het beleidsplan (lezen, meedoen, ontmoeten) komen uit gesprekken met 140 inwoners, tien scholen en beide gemeenten. Bij elke lijn staat waarom juist wij dit doen en een ander niet.",
        "Deze aanpak werkt. Doordat inwoners meededen, herkennen raadsleden hun eigen dorp erin.",
      ],
      [
        "Per lijn staan er drie tot vijf resultaten in het plan, met een getal en een jaar. Bijvoorbeeld: 6.000 leerlingen lenen via school. Voor ontmoeten is dat lastiger, daar meten we bezoek en vragen we mensen wat het hun bracht.",
        "Bij lezen en meedoen zijn de doelen scherp. Bij ontmoeten zeggen bezoekcijfers te weinig; vanaf dit jaar vragen we er twee keer per jaar naar bij de koffie.",
      ],
      [
        "Elk team maakt in november een eigen plan van één bladzijde. Wat er niet op past, doen we niet. In het werkoverleg hangt de bladzijde aan de muur en lopen we hem elke maand langs.",
        "Wie hier een dag meeloopt, ziet het plan terug. In de kleinste vestiging, met alleen vrijwilligers, leeft het minder.",
      ],
      [
        "In juni en december zetten we naast het plan wat er is gebeurd. De directeur bespreekt dat met de raad van toezicht. Vorig jaar schoven we twee doelen op omdat de verbouwing van Berkenloo niet doorging.",
        "We kijken op tijd en durven bij te stellen. De uitkomst delen met vrijwilligers doen we pas sinds dit voorjaar.",
      ],
    ],
  ),
  ...norm(
    "2",
    lotte(96),
    {
      facts: `De begroting is € 3,4 miljoen: 82% subsidie van twee gemeenten, 9% lidmaatschappen, 9% projecten. Zes gebouwen, waarvan vier gehuurd van de gemeente. De collectie telt 96.000 boeken en krijgt er 8.200 per jaar bij.`,
      view: `We komen rond en onze reserve is met 14% op orde. Kwetsbaar zijn we bij projectgeld: het taalhuis leunt voor een derde op subsidies die elk jaar opnieuw moeten worden aangevraagd.`,
    },
    [
      [
        "De begroting volgt de drie lijnen van het beleidsplan. Zo zien we dat lezen 58% van het geld krijgt. Voor gebouwen is er een onderhoudsplan van tien jaar, voor computers een van vier.",
        "Geld, gebouwen en apparatuur zijn vooruit gepland. Een plan voor de collectie per vestiging is er sinds vorig jaar.",
      ],
      [
        "We willen een reserve tussen 10 en 15%, een verzuim aan apparatuur van minder dan één dag per maand en een collectie waarvan 40% jonger is dan drie jaar.",
        "De doelen zijn te meten en we halen er twee van de drie. De collectie is met 36% nog te oud.",
      ],
      [
        "De controller stuurt elk kwartaal een overzicht van vier bladzijden aan alle teamleiders. Wie meer dan 5% afwijkt, schrijft erbij hoe dat komt.",
        "Teamleiders weten wat ze kunnen uitgeven. Vestigingen bestellen zelf en dat gaat goed.",
      ],
      [
        "Na elk jaar bespreken we met de accountant wat beter kan. Twee jaar geleden leidde dat tot één systeem voor facturen; het scheelt ons een dag per week.",
        "We leren van de cijfers. Voor de gebouwen evalueren we alleen als er iets stuk is, dat moet anders.",
      ],
    ],
  ),
  ...norm(
    "3",
    yvonne(88),
    {
      facts: `Er werken hier 41 mensen (27,5 fte) en 168 vrijwilligers. Gemiddelde leeftijd van medewerkers: 51 jaar. Verzuim vorig jaar: 5,1%. Iedereen heeft elk jaar een gesprek over werk en plannen.`,
      view: `Onze mensen blijven graag en dat is fijn, maar het wordt tijd voor nieuwe. We zoeken bewust mensen van buiten het vak, zoals een leerkracht en iemand uit de zorg.`,
      reason: `We vinden dat we deze norm nog niet helemaal halen, omdat een derde van de vrijwilligers geen scholing kreeg in het voorbije jaar.`,
      plan: `Vanaf september krijgt elke vrijwilliger twee avonden per jaar: één over omgaan met lastige vragen en privacy, één over een onderwerp naar keuze. De teamleider houdt bij wie er was.`,
      consequences: `Tot die tijd kan het gebeuren dat een bezoeker met een moeilijke vraag niet goed wordt doorverwezen. Daarom staat er bij elke balie nu een kaart met vijf namen en telefoonnummers.`,
    },
    [
      [
        "Voor elk team weten we welke kennis over vier jaar nodig is. Dat staat in een overzicht van één bladzijde met namen, dat de teamleiders twee keer per jaar bijwerken.",
        "We kijken verder dan de vacature van morgen. Met pensioenen houden we nu echt rekening.",
      ],
      [
        "Ieder heeft een opleidingsbudget van € 600 en 24 uur per jaar. We willen dat 90% daar iets van gebruikt; vorig jaar was dat 78%.",
        "Het doel is helder, alleen de mensen met kleine contracten komen er nog niet aan toe.",
      ],
      [
        "Nieuwe mensen lopen zes weken mee met een maatje en werken een dag in een andere vestiging. Na drie maanden vraagt de teamleider wat ontbrak.",
        "Wie hier begint, voelt zich snel thuis. Dat hoorden we van alle vijf nieuwe collega's.",
      ],
      [
        "Elke twee jaar houden we een onderzoek onder medewerkers én vrijwilligers. Uit het laatste kwam dat overleg te lang duurt; nu staan we bij het werkoverleg en is het na een half uur klaar.",
        "We doen iets met wat we horen en laten dat zien.",
      ],
    ],
  ),
  ...norm(
    "4",
    yvonne(70),
    {
      facts: `We werken met 23 vaste partners samen. Met negen daarvan is er een overeenkomst, met zes een projectplan, de rest zijn werkafspraken van een halve bladzijde. De lijst met partners wordt elk jaar in januari nagelopen.`,
      view: `Samenwerken kunnen we goed, stoppen leren we nog. Twee samenwerkingen liepen langer door dan nuttig was omdat niemand erover begon.`,
    },
    [
      [
        "In onze notitie ‘Zelf of samen’ staat per dienst wie hem het best kan doen. Leeslessen geven we zelf, de taallessen geeft het ROC in ons gebouw, en het dorpshuis verzorgt de koffie bij lezingen.",
        "De keuze is uit te leggen en volgt uit onze drie lijnen. Voor cultuur is de notitie nog dun.",
      ],
      [
        "Bij elke overeenkomst hoort een bladzijde met doel, bijdrage en drie getallen. Met het ROC spraken we af: 60 deelnemers, 45 maken de cursus af, 20 gaan door naar een opleiding of werk.",
        "Wat we leveren is overal opgeschreven, wat het mensen oplevert bij twaalf van de vijftien.",
      ],
      [
        "Op dinsdagochtend zitten in Berkenloo de bibliotheek, de gemeente en maatschappelijk werk aan één tafel. Bezoekers merken niet wie van welke organisatie is; de afspraken erachter liggen in een map bij de balie.",
        "Wie komt kijken, ziet het meteen. De dinsdagochtend is het beste voorbeeld.",
      ],
      [
        "In april en oktober vullen wij en de partner apart dezelfde zes vragen in en leggen die naast elkaar. Vorig najaar stopten we zo met het repaircafé in Oudewal en gingen we in Heuveldorp juist twee keer per maand open.",
        "Het werkt, en kost anderhalf uur per partner. Bij kleine partners doen we het voortaan om het jaar.",
      ],
    ],
  ),
  ...norm(
    "5",
    { by: "joris", daysAgo: 58 },
    {
      facts: `We bieden uitlenen, de schoolbibliotheek, het taalhuis, het IDO, 210 activiteiten per jaar en een studieplek in elke vestiging. 14.800 leden, van wie 8.900 jeugd. Vorig jaar 231.000 bezoeken.`,
      view: `Ons aanbod voor kinderen en voor mensen met een taalvraag is sterk. Jongeren van 15 tot 20 jaar zien we weinig, behalve in de examenweken.`,
    },
    [
      [
        "Een nieuwe dienst begint met drie vragen: voor wie, wat verandert er voor diegene, en wat stopt ervoor in de plaats? Het antwoord past op één bladzijde en gaat langs het teamleidersoverleg.",
        "Dat houdt ons aanbod klein en duidelijk. Het kost soms een goed idee, en dat vinden we niet erg.",
      ],
      [
        "Voor elke dienst is er een doel in aantallen en een in wat mensen eraan hebben. Voor de schoolbibliotheek: kinderen lezen per week een kwartier langer dan op scholen zonder.",
        "De doelen zijn er. Voor activiteiten voor volwassenen zijn ze nog mager.",
      ],
      [
        "In de vestigingen is te zien wat we belangrijk vinden: de jeugdafdeling ligt bij de ingang, de taalboeken staan bij de koffie, en het IDO heeft een eigen tafel met een bordje op ooghoogte.",
        "De inrichting helpt mensen op weg. In Oudewal is de ruimte te krap voor rolstoelen; dat lossen we dit jaar op.",
      ],
      [
        "Elk half jaar vragen we 200 bezoekers wat ze vinden. Daaruit kwam dat de openingstijden op zaterdag niet pasten; sinds maart zijn we tot vijf uur open en komen er 30% meer gezinnen.",
        "We passen aan wat mensen echt raakt. Niet-gebruikers vragen we te weinig; daar beginnen we volgend jaar mee.",
      ],
    ],
  ),
  ...norm(
    "6",
    lotte(44),
    {
      facts: `Twee keer per jaar rapporteren we aan de gemeenten, één keer per jaar aan iedereen met een jaarverslag van acht bladzijden. Cijfers komen uit het bibliotheeksysteem en uit de eigen telling van activiteiten.`,
      view: `We laten goed zien wat we doen en steeds beter wat het oplevert. De cijfers van de kleine vestigingen zijn niet altijd compleet.`,
    },
    [
      [
        "Vooraf staat vast welke twaalf cijfers we bijhouden en waarom. Bij elk cijfer hoort iemand die het verzamelt. Daarnaast tekenen we elk kwartaal vier verhalen van bezoekers op.",
        "Die mix van cijfers en verhalen overtuigt raadsleden meer dan cijfers alleen.",
      ],
      [
        "Per beleidslijn is bekend welk resultaat we in welk jaar willen. De laatste drie jaar haalden we negen van de elf. Met de gemeenten maakten we afspraken over wat er gebeurt als we iets niet halen.",
        "Onze doelen zijn streng genoeg om soms te missen. Dat vinden we gezond.",
      ],
      [
        "Elke teamleider ziet de eigen cijfers op één scherm. In het werkoverleg vertelt iedere maand iemand anders wat opvalt.",
        "Cijfers zijn van de teams geworden in plaats van van kantoor.",
      ],
      [
        "Na het jaarverslag bellen we vijf lezers en vragen wat ze misten. Zo kwam er een kaart met cijfers per dorp in, en verdween de lijst met alle cursussen.",
        "De verantwoording wordt elk jaar korter en beter gelezen.",
      ],
    ],
  ),
  ...norm(
    "7",
    lotte(30),
    {
      facts: `Er is een lijst met 19 wetten en regels, van arbo tot privacy, met per regel wie erop let. We volgen de Governance Code Cultuur. Vorig jaar waren er twee datalekken, allebei gemeld binnen een dag.`,
      view: `De basis is in orde. De meeste aandacht vragen privacy in het taalhuis en veiligheid in vestigingen waar één vrijwilliger alleen staat.`,
    },
    [
      [
        "De lijst met regels wordt in januari langsgelopen met de accountant en een jurist van de provinciale steuninstelling. Nieuwe regels krijgen meteen een eigenaar.",
        "Overzichtelijk en vol te houden voor een organisatie van onze maat.",
      ],
      [
        "We willen nul klachten over privacy, een bedrijfshulpverlener bij elke opening met personeel, en alle contracten met leveranciers op orde. De contracten zijn voor 95% klaar.",
        "De doelen zijn haalbaar en bijna gehaald.",
      ],
      [
        "Bij het taalhuis staat op de intakekaart alleen wat nodig is; de kaarten liggen in een kast met een slot. Elk kwartaal controleert iemand van een ander team of dat zo is.",
        "In de praktijk houden mensen zich eraan, ook als het druk is.",
      ],
      [
        "Na het tweede datalek zijn we gestopt met deelnemerslijsten per e-mail. Sindsdien is het niet meer gebeurd.",
      ],
    ],
  ),
  ...texts("4.2", yvonne(40), {
    reason: `Toen de overeenkomsten werden gesloten, vond niemand het een moment om over stoppen te praten. In de vier nieuwste staat het wel.`,
    plan: `In januari vullen we de vijf oude overeenkomsten aan: ROC De Vlonder, beide gemeenten, het dorpshuis in Heuveldorp en de muziekschool. Yvonne maakt één bladzijde die overal bij past.`,
    consequences: `Tot dan kan een samenwerking langer doorlopen dan nuttig is. Bij de muziekschool is dat nu zo: er kwamen vorig jaar elf kinderen op twintig plaatsen.`,
  }),
];
