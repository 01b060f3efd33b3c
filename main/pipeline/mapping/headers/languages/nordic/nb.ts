import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

/** Norwegian, in both of its written forms. */
export const nb: Dictionary = {
  certain: {
    code: phrases("kundenummer, kunde-id, kundeid, kundekode, kunde nr"),
    card_number: phrases(`
      kortnummer, kort nr, kundekort, kundekortnummer, medlemskort, medlemskortnummer,
      lojalitetskort, lojalitetskortnummer, fordelskort, fordelskortnummer, bonuskort,
      bonuskortnummer, klubbkort, kort-id, kortid, lojalitetsnummer`),
    first_name: phrases("fornavn, førenamn, fornavn og mellomnavn, fornavn mellomnavn"),
    last_name: phrases("etternavn, slektsnavn, etternamn"),
    full_name: phrases(`
      fullt navn, for- og etternavn, fornavn og etternavn, kundenavn, kundens navn,
      fornavn etternavn, hele navnet, fullt namn`),
    family_first: phrases("etternavn fornavn, etternavn og fornavn"),
    email: phrases("e-post, e-postadresse, e-post adresse, mailadresse"),
    phone: phrases("telefon, telefonnummer, tlf, tlf nr, tlfnr, telefon nr, tlf nummer, telefon 1"),
    mobile_phone: phrases(
      "mobil, mobilnummer, mobiltelefon, mobil nr, mobiltlf, mobil tlf, mobiltelefonnummer",
    ),
    home_phone: phrases(
      "hjemmetelefon, telefon privat, fasttelefon, privattelefon, telefon hjemme, hustelefon",
    ),
    work_phone: phrases("arbeidstelefon, jobbtelefon, telefon jobb, telefon arbeid"),
    custom_date: phrases(
      "fødselsdato, fødselsdag, bursdag, født, født dato, bursdagsdato, fødselsdatoen",
    ),
    street1: phrases(`
      gateadresse, gate, adresse, gatenavn, veiadresse, vei, adresselinje 1, gate og nummer, gate vei,
      gate og husnummer, adresse 1, gate nr, bostedsadresse, hjemmeadresse`),
    street2: phrases(
      "adresse 2, adresselinje 2, leilighet, leilighetsnummer, bolignummer, gateadresse 2, c/o",
    ),
    house_number: phrases("husnummer, hus nr, gatenummer"),
    city: phrases("poststed, by sted, sted by, post sted, bosted"),
    state: phrases("fylke, delstat, stat provins"),
    postal_town: phrases("postadresse"),
    postal_code: phrases("postnummer, post nr, postkode"),
    country: phrases("land, landskode, landkode, land region"),
  },
  likely: {
    street1: phrases("full adresse, fullstendig adresse, linje 1"),
    street2: phrases("linje 2"),
    phone: phrases("telefon dag, telefon dagtid, dagtelefon"),
    code: phrases("medlemsnummer, medlems-id, medlemsid, medlem nr"),
    card_number: phrases("strekkode"),
    name: phrases("navn, namn"),
    city: phrases("kommune"),
    customer_username: phrases("brukernavn, bruker"),
    auto_add: phrases(`
      poeng som skal legges til, legg til poeng, velkomstbonus, velkomstpoeng, poeng å legge til`),
  },
  unsure: { full_name: phrases("kunde, medlem") },
  among: { city: phrases("by, sted, stad"), card_number: phrases("kort"), state: phrases("stat") },
  owners: {
    main: phrases("kunde, kundens, kontakt, medlem, medlemmets, medlems"),
    home: phrases("adresse, hjem, hjemme, privat"),
    mailing: phrases("postadresse"),
    billing: phrases("faktura, fakturering, fakturerings, fakturaadresse, faktureringsadresse"),
    work: phrases("jobb, arbeid, arbeids"),
  },
};
