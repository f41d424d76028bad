/** What the command prints when it isn't told what to do. */
export const help = `Toetssteen voor wie het platform beheert. Inhoud van organisaties is hier niet te zien.

  organisation create "NAAM" SOORT… --admin-email ADRES --admin-name "NAAM"
      Maakt een organisatie en nodigt de eerste beheerder uit. SOORT is één of meer van:
        --library                bibliotheek, met --vob (lid van de VOB), --ido (heeft een IDO), --locations AANTAL,
                                 --expires JJJJ-MM-DD (einde van het certificaat) en --edition CODE
        --support-organisation   ondersteuningsorganisatie van bibliotheken
        --certification-body     certificerende instelling
  organisation list
      Namen, soorten, aantallen leden, bestanden en indieningen, en wanneer er voor het laatst gewerkt is.
  organisation invite ORGANISATIE --admin-email ADRES --admin-name "NAAM"
      Nodigt opnieuw een eerste beheerder uit, zolang er geen beheerder is.
  organisation appoint ORGANISATIE SOORT…
      Maakt een organisatie ook bibliotheek, ondersteuningsorganisatie of certificerende instelling.
  organisation dismiss ORGANISATIE --support-organisation | --certification-body [--withdraw]
      Neemt dat terug. Met --withdraw eindigen ook de inzage en de opdrachten die nog lopen.

  account block ADRES
      Blokkeert een account: alle sessies eindigen en inloggen kan niet meer. Wat iemand schreef, blijft staan.
  account unblock ADRES
      Maakt dat ongedaan.
  account end-sessions ADRES
      Logt iemand overal uit, bijvoorbeeld na een gestolen laptop.
  account drop-second-factor ADRES
      Neemt de tweede stap bij het inloggen weg bij wie telefoon en herstelcodes kwijt is, beëindigt alle sessies en
      stuurt een mail. Ga eerst na dat het echt die persoon is die het vraagt: bel terug op een nummer dat je al kende.

  log verify [ORGANISATIE] [--head KOP]
      Kijkt of inzagelogboeken nog zijn zoals ze zijn vastgelegd, en noemt de eerste regel die niet klopt. KOP is wat
      deze opdracht eerder gaf; bewaar hem buiten de database, dan blijkt ook of er aan het eind iets is afgeknipt.

  adopt [--drop-mail] [--take-over]
      Zegt dat deze database nu de echte is, nadat ze is teruggezet of verhuisd: van nu af gaat er mail uit en worden
      bestanden opgeruimd. Met --drop-mail vervalt de mail die nog klaarstaat. Gebruikt een andere installatie dezelfde
      opslag, dan weigert dit; met --take-over gaat de opslag naar deze, en doet de andere dat niet meer.
  verify-files [--bring-back]
      Kijkt of van elk bestand de bytes er zijn, en of ze kloppen. Met --bring-back komt terug wat opzij was gezet.

  edition check BESTAND        Kijkt of een editie, of een bestand met officiële teksten, klopt.
  edition add BESTAND          Kijkt, publiceert en bewaart het bij de server.
                               Met - als BESTAND komt het van de standaardinvoer.
  edition list                 De edities die er zijn.

  backup MAP                   Bewaart database en bestanden van DATA_DIR in een nieuwe map, ook terwijl de server draait.
  restore MAP                  Zet zo'n back-up in een lege DATA_DIR.

ORGANISATIE is een naam of een id uit "organisation list".`;
