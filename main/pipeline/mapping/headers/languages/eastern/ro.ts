import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const ro: Dictionary = {
  certain: {
    code: phrases(`
      cod client, codul clientului, număr client, nr. client, numărul clientului, id-ul clientului,
      cod partener, identificator client, cod de client`),
    card_number: phrases(`
      număr card, numărul cardului, nr. card, card fidelitate, card de fidelitate,
      număr card fidelitate, nr. card fidelitate, număr card de fidelitate, cod card, card client,
      card de client, cod card fidelitate, serie card, card loialitate, card de loialitate`),
    first_name: phrases("prenume, prenumele, prenume client"),
    last_name: phrases("nume de familie, nume familie, numele de familie"),
    full_name: phrases("nume complet, prenume și nume, prenume nume, numele complet"),
    family_first: phrases("nume și prenume, nume prenume, numele și prenumele, nume/prenume"),
    email: phrases(
      "adresă de email, adresă email, adresa de email, adresa email, adresă de e-mail",
    ),
    phone: phrases(`
      număr de telefon, număr telefon, nr. telefon, nr. de telefon, nr. tel., telefon contact,
      telefon de contact`),
    mobile_phone: phrases(
      "telefon mobil, număr mobil, nr. mobil, telefon mobil 1, număr de mobil, mobil telefon",
    ),
    home_phone: phrases("telefon fix, telefon acasă, nr. fix"),
    work_phone: phrases("telefon serviciu, telefon birou, telefon firmă"),
    custom_date: phrases(
      "data nașterii, data de naștere, data nasterii, zi de naștere, ziua de naștere, născut la, născut",
    ),
    street1: phrases(`
      adresă, stradă, strada, stradă și număr, strada și numărul, adresa 1, adresă 1,
      adresa de domiciliu, adresa poștală, strada nr, stradă nr.`),
    street2: phrases("adresă 2, adresa 2, bloc scară apartament, bl. sc. ap., bloc"),
    house_number: phrases("număr stradă, nr. stradă, număr casă"),
    city: phrases("oraș, localitate, localitatea, oraș localitate, orașul, localitate oraș"),
    state: phrases("județ, județul, județ sector, județ/sector, jud."),
    postal_code: phrases("cod poștal, codul poștal, cod postal"),
    country: phrases("țară, țara, cod țară, codul țării"),
  },
  likely: {
    street1: phrases("adresa completă, adresă completă"),
    code: phrases("număr membru, nr. membru, cod membru"),
    card_number: phrases("cod de bare"),
    customer_username: phrases("nume utilizator, nume de utilizator, utilizator"),
    auto_add: phrases("puncte de adăugat, adaugă puncte, bonus de bun venit"),
  },
  among: {
    name: phrases("nume, numele, denumire"),
    full_name: phrases("nume client, numele clientului"),
    code: phrases("cod"),
    street1: phrases("adresa"),
    card_number: phrases("card"),
  },
  owners: {
    main: phrases("clientului, persoană"),
    home: phrases("adresă, adresa, domiciliu, de domiciliu, acasă"),
    billing: phrases("facturare, de facturare"),
    work: phrases("serviciu, birou"),
  },
};
