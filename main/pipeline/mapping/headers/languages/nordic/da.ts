import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const da: Dictionary = {
  certain: {
    code: phrases("kundenummer, kunde-id, kundeid, kundekode, kunde nr, kundens nummer"),
    card_number: phrases(`
      kortnummer, kort nr, kundekort, kundekortnummer, medlemskort, medlemskortnummer,
      loyalitetskort, loyalitetskortnummer, fordelskort, fordelskortnummer, bonuskort,
      bonuskortnummer, klubkort, klubkortnummer, kort-id, kortid, kortets nummer, loyalitetsnummer`),
    first_name: phrases("fornavn, fornavne, for navn, fornavn og mellemnavn, fornavn mellemnavn"),
    last_name: phrases("efternavn, efternavne, efter navn"),
    full_name: phrases(`
      fulde navn, for- og efternavn, fornavn og efternavn, fuldt navn, kundenavn, kundens navn,
      fornavn efternavn, hele navnet`),
    family_first: phrases("efternavn fornavn, efternavn og fornavn"),
    email: phrases(`
      e-mailadresse, e-mail adresse, mailadresse, e-postadresse, e-post, e-post adresse,
      mail adresse`),
    phone: phrases(`
      telefon, telefonnummer, tlf, tlf nr, tlfnr, telefon nr, tlf nummer, telefon 1,
      kontakttelefon`),
    mobile_phone: phrases(`
      mobil, mobilnummer, mobiltelefon, mobiltlf, mobil tlf, mobil nr, mobiltelefonnummer, mob,
      mobil telefon`),
    home_phone: phrases(`
      hjemmetelefon, fastnet, fastnettelefon, telefon hjem, privat telefon, privattelefon,
      fastnetnummer`),
    work_phone: phrases("arbejdstelefon, telefon arbejde, telefon job, arbejde tlf"),
    custom_date: phrases(`
      fødselsdato, fødselsdag, født, født den, født dato, fødselsdagsdato, foedselsdato, foedselsdag, foedt,
      fødsels dato, fødselsdage`),
    street1: phrases(`
      adresse, vej, gade, gade og nummer, vejnavn, gadenavn, vejnavn og nr, vej og nr, adresse 1,
      adresselinje 1, gadeadresse, gade vej, gade og husnummer, vej og husnummer,
      vejnavn og husnummer, vej nr, gade nr, bopæl`),
    street2: phrases(`
      adresse 2, adresselinje 2, etage, etage og dør, etage dør, lejlighed, supplerende adresse, sal,
      c/o, c/o navn, etage side`),
    house_number: phrases("husnummer, hus nr, vejnummer"),
    city: phrases("bynavn, postdistrikt, postby, by navn, post distrikt"),
    state: phrases("delstat, stat provins, amt"),
    postal_code: phrases("postnummer, post nr, postkode, postnummer zip"),
    country: phrases("land, landekode, landkode, land region"),
  },
  likely: {
    street1: phrases("fuld adresse, hele adressen"),
    phone: phrases("telefon dag, telefon dagtid, dagtelefon"),
    code: phrases("medlemsnummer, medlems-id, medlemsid, debitornummer, medlem nr"),
    card_number: phrases("stregkode"),
    name: phrases("navn"),
    city: phrases("kommune"),
    customer_username: phrases("brugernavn, bruger"),
    auto_add: phrases(`
      point der skal tilføjes, tilføj point, velkomstbonus, point til tilføjelse, velkomstpoint`),
  },
  unsure: { full_name: phrases("kunde, medlem") },
  among: { city: phrases("by"), card_number: phrases("kort"), state: phrases("stat") },
  owners: {
    main: phrases("kunde, kundens, kontakt, medlem, medlemmets, medlems"),
    home: phrases("adresse, hjem, privat, hjemme"),
    mailing: phrases("postadresse"),
    billing: phrases("faktura, fakturering, fakturerings, fakturaadresse, faktureringsadresse"),
    work: phrases("arbejde, arbejds"),
  },
};
