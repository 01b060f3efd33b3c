import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const cs: Dictionary = {
  certain: {
    code: phrases(`
      číslo zákazníka, zákaznické číslo, kód zákazníka, id zákazníka, c zakaznika, kód klienta,
      číslo klienta, id klienta, kód odběratele, identifikátor zákazníka, zákazník id, zákaznický kód,
      zákaznické id, klientské číslo`),
    card_number: phrases(`
      číslo karty, c karty, zákaznická karta, číslo zákaznické karty, věrnostní karta,
      číslo věrnostní karty, klubová karta, členská karta, číslo členské karty, kód karty,
      číslo klubové karty, bonusová karta, číslo bonusové karty, slevová karta, karta zákazníka,
      číslo karty zákazníka, id karty, čárový kód karty, zákaznická karta číslo`),
    first_name: phrases("křestní jméno, křestní, jméno křestní, křestní jm."),
    last_name: phrases("příjmení, příjm., druhé jméno příjmení"),
    full_name: phrases(
      "jméno a příjmení, jméno příjmení, celé jméno, jméno zákazníka, jméno a příjmení zákazníka",
    ),
    family_first: phrases("příjmení a jméno, příjmení jméno"),
    email: phrases(`
      e-mailová adresa, el. pošta, elektronická pošta, elektronická adresa, mailová adresa,
      adresa e-mail, adresa elektronické pošty`),
    phone: phrases(`
      telefon, telefonní číslo, tel. číslo, číslo telefonu, kontaktní telefon, telefonní kontakt,
      telefonu, tel. kontakt, tel. c., kontaktní tel.`),
    mobile_phone: phrases(`
      mobil, mobilní telefon, mobilní číslo, číslo mobilu, mobilní tel., mobilní, mobilu,
      číslo mobilního telefonu, telefon mobil, mobilního telefonu`),
    home_phone: phrases("pevná linka, telefon domů, domácí telefon, telefon pevná linka"),
    work_phone: phrases("telefon do práce, pracovní telefon, telefon práce, služební telefon"),
    custom_date: phrases(`
      datum narození, dat. narození, dat. nar., narozen, narozena, narozeniny, datum nar.,
      den narození, datum narozenin, narození, nar.`),
    street1: phrases(`
      ulice, ulice a číslo, ulice a č.p., ulice a čp, ulice č.p., ulice čp, adresa, ulice a cp,
      ulice a číslo popisné, ulice číslo, adresa 1, adresa řádek 1, řádek adresy 1, bydliště,
      adresa bydliště, trvalé bydliště, ulice 1, ulice a číslo domu, ulice a c, ulice a č.,
      ulice číslo popisné, ulice a c.p.`),
    street2: phrases(
      "adresa 2, adresa řádek 2, řádek adresy 2, doplněk adresy, byt, číslo bytu, ulice 2",
    ),
    house_number: phrases(
      "číslo popisné, č.p., čp, cp, číslo domu, číslo orientační, popisné číslo, č.p./č.o.",
    ),
    city: phrases("město, obec, město obec, obec město, název obce"),
    state: phrases("název kraje, kraj okres"),
    postal_code: phrases("psč, poštovní směrovací číslo, směrovací číslo, poštovní kód"),
    country: phrases("země, kód země, země region, země stát, stát země, kód státu"),
  },
  likely: {
    street1: phrases("celá adresa, úplná adresa"),
    code: phrases("členské číslo, číslo člena, id člena, kód"),
    card_number: phrases("karta, čárový kód, vip karta"),
    name: phrases("jméno"),
    state_maybe: phrases("okres, oblast"),
    customer_username: phrases("uživatelské jméno, přihlašovací jméno, uživatel"),
    auto_add: phrases(`
      body k přičtení, přičíst body, přidat body, body k připsání, uvítací bonus, uvítací body,
      body k přidání`),
  },
  unsure: { full_name: phrases("zákazník, zákaznice, odběratel, člen") },
  accented: { country: phrases("stát") },
  among: { state: phrases("kraj"), country: phrases("stat"), code: phrases("číslo") },
  owners: {
    main: phrases("zákazník, zákazníka, kontakt, kontaktu, klienta, člena, kontaktní"),
    home: phrases("adresa, domů, domácí, bydliště, trvalé"),
    mailing: phrases("korespondenční"),
    billing: phrases("fakturační, faktura, fakturace, faktury"),
    work: phrases("práce, do práce, pracovní"),
  },
};
