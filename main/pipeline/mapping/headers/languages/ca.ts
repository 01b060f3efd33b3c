import type { Dictionary } from "../dictionary.ts";
import { phrases } from "../phrases.ts";

export const ca: Dictionary = {
  certain: {
    code: phrases(`
      codi de client, codi client, número de client, id client, id de client, codi del client,
      identificador de client, referència client, número client`),
    card_number: phrases(`
      número de targeta, targeta de fidelització, targeta de client, targeta client,
      número de targeta de client, targeta de soci, targeta de punts, número targeta, targeta club,
      targeta fidelitat, targeta de fidelitat, número de la targeta, codi de targeta, targeta del client`),
    first_name: phrases("nom de pila, prenom, primer nom"),
    last_name: phrases("cognom 1, cognoms, cognom, primer cognom, 1r cognom"),
    second_last_name: phrases("segon cognom, cognom 2, 2n cognom"),
    full_name: phrases(`
      nom complet, nom i cognoms, nom i cognom, nom cognoms, nom del client, cognoms i nom,
      cognoms nom, nom del soci`),
    email: phrases(`
      correu electrònic, correu, adreça electrònica, adreça de correu electrònic, adreça de correu,
      correu-e, a/e, adreça email`),
    phone: phrases("telèfon, número de telèfon, telèfon de contacte, tel., telèfon 1, telèfons"),
    mobile_phone: phrases("mòbil, telèfon mòbil, número de mòbil, tel. mòbil"),
    home_phone: phrases("telèfon fix, fix, telèfon particular, telèfon de casa"),
    work_phone: phrases("telèfon feina, telèfon de la feina, telèfon del treball, telèfon treball"),
    custom_date: phrases(`
      data de naixement, data naixement, naixement, data d'aniversari, data naix., data de naix.,
      data aniversari, nascut el, dt naixement, dt. naixement, dt naix., data de naixement del client`),
    street1: phrases(`
      adreça, carrer, domicili, adreça 1, carrer i número, adreça postal, adreça línia 1,
      línia d'adreça 1, carrer i núm.`),
    street2: phrases(`
      adreça 2, pis, pis i porta, pis porta, adreça línia 2, línia d'adreça 2, complement d'adreça`),
    city: phrases("ciutat, població, poble, municipi, localitat, ciutat població"),
    state: phrases("província, comunitat autònoma, estat província"),
    postal_code: phrases("codi postal, c.p."),
    country: phrases("país, codi de país, país regió"),
  },
  likely: {
    street1: phrases("adreça completa"),
    code: phrases("codi, número de soci, codi de soci, número soci, id soci"),
    card_number: phrases("targeta, codi de barres"),
    name: phrases("nom"),
    custom_date: phrases("aniversari"),
    state_maybe: phrases("comarca, regió"),
    customer_username: phrases("usuari, nom d'usuari"),
    auto_add: phrases("punts a afegir, punts a sumar, afegir punts, bo de benvinguda"),
  },
  owners: {
    main: phrases("client, del client, soci, contacte, del soci"),
    home: phrases("adreça, casa, particular, domicili"),
    billing: phrases("facturació, de facturació, factura"),
    work: phrases("feina, de la feina, treball"),
  },
};
