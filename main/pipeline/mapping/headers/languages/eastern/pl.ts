import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const pl: Dictionary = {
  certain: {
    code: phrases(`
      numer klienta, id klienta, kod klienta, identyfikator klienta, klient id, symbol klienta,
      numer kontrahenta, kod kontrahenta, id kontrahenta, symbol kontrahenta, numer kliencki,
      kod odbiorcy, numer odbiorcy`),
    card_number: phrases(`
      numer karty, karta lojalnościowa, karta stałego klienta, karta klienta, karta rabatowa,
      karta członkowska, karta punktowa, karta klubowa, numer karty lojalnościowej,
      numer karty stałego klienta, numer karty klienta, numer karty rabatowej,
      numer karty członkowskiej, numer karty punktowej, numer karty klubowej, kod karty, id karty,
      kod kreskowy karty`),
    first_name: phrases("imię, imiona, pierwsze imię"),
    last_name: phrases("nazwisko, nazwiska"),
    full_name: phrases(`
      imię i nazwisko, imię nazwisko, imiona i nazwisko, pełne imię i nazwisko, pełne imię,
      imię i nazwisko nazwa, imię i nazwisko lub nazwa, nazwa imię i nazwisko`),
    family_first: phrases("nazwisko i imię, nazwisko imię, nazwisko i imiona"),
    email: phrases(`
      adres e-mail, adres poczty elektronicznej, poczta elektroniczna, adres mailowy, poczta email,
      adres mail, adres emailowy`),
    phone: phrases(`
      telefon, numer telefonu, telefonu, telefon kontaktowy, numer kontaktowy, telefony, nr tel.,
      numer tel., tel. kontaktowy, telefon 1, numer telefonu kontaktowego`),
    mobile_phone: phrases(`
      telefon komórkowy, komórka, numer komórki, komórki, numer telefonu komórkowego, tel. kom., kom.,
      komórkowy, tel. komórkowy, telefon mobilny, numer komórkowy, tel. komórka, numer tel. komórkowego, nr kom.`),
    home_phone: phrases(
      "telefon domowy, telefon stacjonarny, stacjonarny, tel. stacjonarny, tel. domowy",
    ),
    work_phone: phrases("telefon służbowy, tel. służbowy, telefon do pracy, telefon w pracy"),
    custom_date: phrases(`
      data urodzenia, data ur., data urodz., urodziny, dzień urodzin, urodzony, urodzona, data urodzin,
      ur., urodzenia, dzień urodzenia`),
    street1: phrases(`
      ulica, adres, ulica i numer, ulica i nr domu, ulica numer, ulica numer domu, ulica i numer domu,
      ulica nr domu nr lokalu, adres zamieszkania, adres 1, adres linia 1, linia adresu 1, ul.,
      pierwsza linia adresu, adres pocztowy, ulica i nr, adres ulica,
      ulica nr domu mieszkania, ulica i numer domu mieszkania`),
    street2: phrases(`
      adres 2, adres linia 2, linia adresu 2, druga linia adresu, numer mieszkania, numer lokalu,
      mieszkanie, lokal, nr lok., nr m., uzupełnienie adresu, ciąg dalszy adresu, adres cd., nr miesz.,
      numer mieszkania lokalu`),
    house_number: phrases("numer domu, numer budynku, nr domu lokalu, nr bud., numer posesji"),
    city: phrases("miasto, miejscowość, miasto miejscowość, nazwa miejscowości"),
    state: phrases("województwo, woj., stan województwo, województwo region, prowincja"),
    postal_town: phrases("miejsce zamieszkania, zamieszkanie"),
    postal_code: phrases("kod pocztowy, kod poczt., kod poczty, k. pocztowy, kod pocztowy zip"),
    country: phrases("państwo, kod kraju, kraj region, kraj państwo, nazwa kraju"),
  },
  likely: {
    code: phrases("numer uczestnika, numer członkowski, id uczestnika, numer członka, kod"),
    card_number: phrases("karta, kod kreskowy, karta vip"),
    full_name: phrases("nazwa klienta, nazwa kontaktu"),
    state_maybe: phrases("region"),
    country: phrases("kraj"),
    street1: phrases("pełny adres, adres korespondencyjny"),
    customer_username: phrases("nazwa użytkownika, użytkownik"),
    auto_add: phrases(`
      punkty do dodania, dodaj punkty, punkty do doliczenia, bonus powitalny, punkty powitalne,
      liczba punktów do dodania, punkty do przyznania, punkty do naliczenia`),
  },
  unsure: { full_name: phrases("klient, klientka, nabywca, uczestnik") },
  among: {
    country: phrases("kraj"),
    code: phrases("symbol"),
    city: phrases("poczta"),
    name: phrases("nazwa"),
  },
  owners: {
    main: phrases("klient, klienta, kontakt, kontaktu, kontrahenta, uczestnika, członka"),
    home: phrases("adres, domowy, domowe, zamieszkania, dom, prywatny, prywatne"),
    mailing: phrases("korespondencyjny, do korespondencji, korespondencyjne, korespondencji"),
    billing: phrases("faktury, do faktury, rozliczeniowy, rozliczeniowe, płatności, rozliczenia"),
    work: phrases("służbowy, praca, służbowe, do pracy"),
  },
};
