/**
 * Words of column headers that hardly any other language has, by language: a list with one of them
 * is most likely written in it, also where few letters beyond ASCII can tell.
 */
export const languageHints: Readonly<Record<string, string>> = {
  polish: "imię imie imiona nazwisko miasto miejscowość klienta urodzenia województwo",
  czech: "jméno příjmení město číslo ulice zákazník zákazníka narození psč",
  slovak: "meno priezvisko mesto číslo zákazník zákazníka narodenia psč",
  hungarian:
    "név neve vezetéknév keresztnév utónév város település cím utca irányítószám telefonszám születési ügyfél vevő",
  croatian: "ime prezime mjesto šifra kupac kupca županija rođenja",
  romanian: "nume numele prenume prenumele oraş judeţ judet localitate ţara naşterii",
  turkish: "adı soyadı soyad isim şehir şehri ilçe müşteri müşterinin doğum ülke eposta",
  latvian: "vārds uzvārds pilsēta dzimšanas adrese",
  lithuanian: "vardas pavardė miestas gimimo adresas",
};
