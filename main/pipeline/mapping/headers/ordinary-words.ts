/**
 * Common words of the languages of headers that lie beside a header of the dictionaries, in plain
 * letters: they are no slips of it. "Stage" is no "State", "Anniversary" is no "Aniversari".
 */
export const ORDINARY: ReadonlySet<string> = new Set(
  `
    stage
    abres achteraan achterlaat acres aires andres anniversary aparcament aparentment apartament
    apartamento apartaments apartments apparemment appartamenti appartamento appartements
    appartenant appartient apres apresse apunto asento asiakkaani assunto asuntoa asuntos asusto
    barcodes buildings bundesbank bursdagen bydlite byste cable cadre cadres calla calli callie
    calls cally calme calze cannon canon canta cante canten canto cantor cantos cantou canyon
    cardio career carga carita carla carne carrec carrera carrero carrers carres carrier cartas
    cartaz cartel cartes carton cartro carvao carver celle cellula cellulari celula celulares
    celulas certa certe cidades cinta cista citat ciutats civic clarte codici codigos colle comigo
    commun communale communes communs complimenti complimento comprimento comun comuna comunes
    comuni comuns conan corre correm corren correos correre corres correte correto correus corrio
    corro corta corte cosciente cotta count counts courrier cuarta curta custode dairy danar
    delstaten direccio direction distraido distratto distretto districte districts distrutto
    dogdum emailed estel etager etages etape etternavnet evvel famiglia familial familiale
    familiar familiare familiari familiars familias familiaux familie fastnat firsat flame
    fodelsedagen fodselsdagen forenade forst frame furst fylde fylle fylte geboden geboten gehoren
    gesteente gordo handa hande hands handys hardy huoneesta idioci ilaci imion indirizzi intel
    isten ister jasenia kaars kacta kahta kalte kanon kanten karata karate karet karle karma karre
    kartal kartan kartel kartet kartke kartta kartu kasta kaste katon katta katte kaupungin
    kaupunkia kaupunkiin kayta kerta klarte kommen kommunen komorke konta konton korta korte
    kortit korttia kulta kundit kunna kunpa kvart kwart lagenheten lagenheter landscape landschap
    leiligheten lejligheden lejligheder lhani liame llame local localitzar localitzat localizado
    localizar lojal lokaal lokala lokale lokalt loyal loyalitat meile mento merli mesmo messo
    mesta meste mestu metto miast miasta mieli mieszkancy mieszkaniu mirada misto mobel mobilen
    mobiler mobiles mobili mobils mobiltelefoner mobily morava morda movie movio mowil municipal
    nachnamen nacion nadel nagel narizeni narodzenie narozeninam nasel natet nations nazionale
    nazioni nazwisk nazwisku neale nedele needle neela negle neile nelle neyle nobres nomination
    notion oblasti osavaltion osoita ospite paase paesi palats panstwa panstwu passe pause 
    plaat plaatse plaatst plants plats pobles pobre podle ponle portables portale portarle
    portatile posle postbode postkort postposted potable prefeitura prenem prenons prenos prese
    prijd prijem prijmu prijs prism providence provinces provincial provinile provino puhelimen
    puhelun ragione referenced referencies regionale religione saate satte sehre sehrin seite
    seyir siate sihir skate slaat slite sobrenom sokmak sposati sposi sposta spusti staak staal
    staan staar staart stada stado stads staje stake stale stana standort stane stapte stare
    starte stated statek staten stater states statewide stati stats statue staty stave stedry
    stiate stodt stote straal strada strala stramt stran strand stranda strane strang strani
    stranka strano stranu strany strasna strasne streek streep streit strona suited suiten suites
    suits sulte sutte svate syntymapaivaa syntymapaivani tamam tamami taman target targets
    tarjetas tarjota telefonare telefonata telefonate telefonato telefonaty telefonemas 
    telefonene telefonerna telefonou telefonow telefonum telefonun telefonuna telefonunu
    telephoner telephones telephonie telephony ulicce ulici ulicy ulike ulkeyi unica
    urzadzenia vaille valle veille viele vilde vilje villa villes villet villi vilse volle
    voorkomen voorraden vornehmen zname голод города городе городу имели карла карте карточки
    карточку карту квартире квартиру мобильник области почте почти почту родится рождение рождении
    рожденья стран стране страну страха телефоне телефоном телефону улика улицам улицах улице
    улицу улицы фамилию
`
    .trim()
    .split(/\s+/),
);
