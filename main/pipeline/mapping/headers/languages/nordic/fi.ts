import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const fi: Dictionary = {
  certain: {
    code: phrases(`
      asiakasnumero, asiakastunnus, asiakas-id, asiakasid, asiakaskoodi, asiakas nro,
      asiakkaan numero, asiakkaan tunnus, asiakkaan id, asiakastunniste, asiakkaan koodi`),
    card_number: phrases(`
      kortin numero, korttinumero, kortti nro, kanta-asiakaskortti, kanta-asiakaskortin numero,
      kanta-asiakasnumero, etukortti, etukortin numero, asiakaskortti, asiakaskortin numero,
      jäsenkortti, jäsenkortin numero, bonuskortti, bonuskortin numero, kortin tunnus, kortin id,
      kanta-asiakaskortin nro, kanta-as. kortti, kanta-as. numero, kanta-asiakastunnus, plussakortti`),
    first_name: phrases("etunimi, etunimet, kutsumanimi"),
    last_name: phrases("sukunimi"),
    full_name: phrases(`
      koko nimi, etu- ja sukunimi, etunimi ja sukunimi, etunimi sukunimi, asiakkaan nimi,
      asiakasnimi`),
    family_first: phrases("sukunimi etunimi, sukunimi ja etunimi, suku- ja etunimi"),
    email: phrases(`
      sähköposti, sähköpostiosoite, s-posti, s-postiosoite, email-osoite, meili, e-mail osoite,
      sähköpostin osoite, spostiosoite, meiliosoite`),
    phone: phrases(`
      puhelin, puhelinnumero, puh., puh. nro, puhelin nro, yhteysnumero, puhelin 1, puhnro,
      puhelinnumerot, puhnumero`),
    mobile_phone: phrases(`
      matkapuhelin, matkapuhelinnumero, kännykkä, kännykkänumero, gsm, matkapuh.,
      matkapuhelimen numero, puhelin matka, puh. matka, puhelin gsm, gsm-numero, mobiili, mobiilinumero, kännykän numero`),
    home_phone: phrases("kotipuhelin, lankapuhelin, puhelin koti, kotinumero"),
    work_phone: phrases("työpuhelin, puhelin työ, työnumero"),
    custom_date: phrases(`
      syntymäaika, syntymäpäivä, synt. aika, syntymäpvm, syntynyt, synt. pvm, syntymäpäivämäärä,
      synttärit, syntaika, syntpvm, syntymä-aika`),
    street1: phrases(`
      osoite, katuosoite, lähiosoite, postiosoite, katu, kotiosoite, osoiterivi 1, osoite 1,
      katu ja numero, katuosoite 1, jakeluosoite, kadunnimi, katu nro`),
    street2: phrases(`
      osoite 2, osoiterivi 2, asunto, asunnon numero, huoneisto, katuosoite 2, c/o, lisäosoite`),
    house_number: phrases("talon numero, talonumero, katunumero, kadun numero, talo nro"),
    city: phrases(
      "kaupunki, paikkakunta, postitoimipaikka, postitmp, ptp, kaupunki kunta, toimipaikka",
    ),
    state: phrases("maakunta, lääni, osavaltio, maakunta osavaltio, osavaltio maakunta"),
    postal_code: phrases("postinumero, postinro, pnro, postinumerokoodi"),
    country: phrases("maa, maakoodi, maatunnus, kotimaa, maa alue"),
  },
  likely: {
    street1: phrases("koko osoite, täydellinen osoite"),
    code: phrases("jäsennumero, jäsentunnus, jäsenen numero, jäsen-id"),
    card_number: phrases("kortti, viivakoodi"),
    name: phrases("nimi"),
    city: phrases("kunta, kotikunta, asuinkunta, kotipaikka"),
    state_maybe: phrases("alue"),
    customer_username: phrases("käyttäjätunnus, käyttäjänimi, käyttäjä"),
    auto_add: phrases("lisättävät pisteet, lisää pisteet, tervetulobonus, lisättävä pistemäärä"),
  },
  unsure: { full_name: phrases("asiakas, jäsen") },
  owners: {
    main: phrases("asiakas, asiakkaan, jäsen, jäsenen, yhteyshenkilön"),
    home: phrases("osoite, koti, kodin"),
    mailing: phrases("postiosoite, postitusosoite"),
    billing: phrases("laskutus, laskutuksen, laskun, laskutusosoite, laskutusosoitteen"),
    work: phrases("työ, työn"),
  },
};
