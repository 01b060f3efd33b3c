import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const sv: Dictionary = {
  certain: {
    code: phrases("kundnummer, kund nr, kund-id, kundid, kundkod, kund kod, kundreferens"),
    card_number: phrases(`
      kortnummer, kort nr, kundkort, kundkortsnummer, kundkortnummer, lojalitetskort,
      lojalitetskortnummer, lojalitetskortsnummer, medlemskort, medlemskortnummer,
      medlemskortsnummer, bonuskort, bonuskortnummer, bonuskortsnummer, förmånskort, klubbkort,
      klubbkortnummer, stamkundskort, kort-id, kortid, kortets nummer, poängkort`),
    first_name: phrases(
      "förnamn, tilltalsnamn, för namn, förnamn och mellannamn, förnamn mellannamn",
    ),
    last_name: phrases("efternamn, släktnamn, efter namn"),
    full_name: phrases(`
      kundnamn, kundens namn, för- och efternamn, förnamn och efternamn, förnamn efternamn, fullständigt namn, hela namnet,
      kundnamn, kundens namn, fullt namn, namn kund`),
    family_first: phrases("efternamn förnamn, efternamn och förnamn"),
    email: phrases(`
      e-post, e-postadress, mejl, mejladress, mailadress, e-mailadress, mail adress, epost adress,
      e-post adress`),
    phone: phrases(`
      telefon, telefonnummer, tel, tfn, tfn nr, tele, telefon 1, tel. nr, telnr, tlf,
      kontakttelefon`),
    mobile_phone: phrases(`
      mobil, mobilnummer, mobiltelefon, mobiltelefonnummer, mobil nr, mob, mobil tel,
      mobil telefon`),
    home_phone: phrases(`
      hemtelefon, telefon hem, telefon bostad, fast telefon, telefonnummer hem, hemnummer,
      telefon hemma`),
    work_phone: phrases("arbetstelefon, telefon arbete, jobbtelefon, telefon jobb, tel arbete"),
    custom_date: phrases("födelsedatum, födelsedag, född, född datum, födelse datum, födelsedata"),
    street1: phrases(`
      gatuadress, adress, gata, gata och nummer, gatuadress 1, adress 1, adressrad 1,
      utdelningsadress, bostadsadress, hemadress, gata nr, gata och husnummer, gatunamn`),
    street2: phrases(`
      adress 2, adressrad 2, c/o, c/o adress, c/o-adress, coadress, lägenhetsnummer, gatuadress 2,
      lgh nr, lägenhet`),
    house_number: phrases("gatunummer, husnummer, hus nr"),
    city: phrases("ort, postort, stad, bostadsort, stad ort, ort stad, post ort"),
    state: phrases("län region, region län, delstat, stat provins, delstat provins"),
    postal_town: phrases("postadress"),
    postal_code: phrases("postnummer, post nr, postkod, post kod"),
    country: phrases("land, landskod, land region, landkod"),
  },
  likely: {
    street1: phrases("fullständig adress, hela adressen, rad 1"),
    street2: phrases("rad 2"),
    phone: phrases("telefon dag, telefon dagtid, dagtelefon"),
    code: phrases("medlemsnummer, medlemsnr, medlem nr, medlems-id, medlemsid"),
    card_number: phrases("streckkod"),
    name: phrases("namn"),
    city: phrases("kommun"),
    state: phrases("landskap"),
    customer_username: phrases("användarnamn, användare"),
    auto_add: phrases(`
      poäng att lägga till, lägg till poäng, välkomstbonus, välkomstpoäng, poäng att addera`),
  },
  unsure: { full_name: phrases("kund, medlem") },
  accented: { state: phrases("län") },
  among: { state: phrases("lan"), card_number: phrases("kort") },
  owners: {
    main: phrases("kund, kundens, kontakt, medlem, medlemmens, medlems"),
    home: phrases("adress, hem, bostad, hemma, privat"),
    mailing: phrases("postadress"),
    billing: phrases("faktura, fakturering, fakturerings, fakturaadress, faktureringsadress"),
    work: phrases("arbete, jobb, arbets"),
  },
};
