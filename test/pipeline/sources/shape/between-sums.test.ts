import { describe, expect, test } from "vitest";
import { codes, judge } from "./judged.ts";

describe("taxes and discounts between sums", () => {
  test.each([
    [
      "in German",
      "Kunde;Umsatz;Telefon\nEva Kuhn;12,00;0301112301\nJan Ott;5,00;0301112302\nNettosumme;17,00;\nzzgl. 19% MwSt.;3,23;\nBruttosumme;20,23;\n",
      [4, 5, 6],
    ],
    [
      "in English, with a discount before the first sum",
      "Customer,Sales,Phone\nEve Stone,12.00,5550142301\nJon Reed,5.00,5550142302\nDiscount,-2.00,\nSales tax (8.25%),1.24,\nTotal,16.24,\n",
      [4, 5, 6],
    ],
    [
      "in Spanish",
      "Cliente;Ventas;Teléfono\nEva Cano;12,00;600111222\nJuan Ruiz;5,00;600111223\nBase imponible;17,00;\nIVA (21 %);3,57;\nTotal;20,57;\n",
      [4, 5, 6],
    ],
    [
      "a tax without its rate below a sum",
      "Client;Ventes;Téléphone\nEve Roche;12,00;0612345678\nJean Petit;5,00;0612345679\nSous-total;17,00;\nTVA;3,40;\n",
      [4, 5],
    ],
    [
      "in the column of the cards",
      "Karte;Vorname;Nachname;Umsatz\n101;Ute;Wolf;40,00\n102;Uwe;Adler;60,00\nZwischensumme;;;100,00\nUSt 19 %;;;19,00\nSkonto 2 %;;;-2,00\nMwSt;;;3,00\nBase imponible;;;9,00\nGesamt;;;117,00\n",
      [4, 5, 6, 7, 8, 9],
    ],
    [
      "a sum that was exported as its formula",
      "Card,First,Points\n7001,Eve,5\n7002,Jon,7\n=SUM(C2:C3),,\n",
      [4],
    ],
  ])("are no customers: %s", async (_, list, rows) => {
    const judged = await judge(list);
    expect(judged.leftOut).toEqual(rows);
    expect(codes(judged)).toEqual(["rows-are-totals"]);
  });

  test.each([
    [
      "people called Iva and Vat",
      "Name,Sales,Phone\nIva Horak,12.00,5550142301\nVat Tran,5.00,\nMary Tax,4.00,\n",
    ],
    [
      "a firm that deals with discounts",
      "Name,Phone,City\nDiscount Tire,5550142301,Reno\nTax Masters,,Elko\nShipping Depot,5550142303,\n",
    ],
    ["a rate of each customer", "Name,Tax,Phone\nEve Stone,20%,5550142301\nJon Reed,10%,\n"],
  ])("stay customers: %s", async (_, list) => {
    const judged = await judge(list);
    expect(judged.leftOut).toEqual([]);
    expect(codes(judged)).toEqual([]);
  });
});

describe("what says of the columns what belongs there", () => {
  test.each([
    [
      "whole sentences",
      "Kaartnummer;Voornaam;Achternaam;E-mail\nHet nummer op de achterkant van de kaart;Roepnaam van de klant;Familienaam;Adres voor berichten\n7001;Eva;Smit;e@smit.example\n7002;Jan;Bos;j@bos.example\n",
    ],
    [
      "one sentence above the only marked column",
      "Kundennummer;Vorname;Nachname\nEine Nummer, die es nur einmal gibt;Rufname;Familienname\nK1;Eva;Kuhn\nK2;Jan;Ott\n",
    ],
    [
      "a few words above codes",
      "Code,First Name,Last Name,Phone\nMust be unique,As on ID,As on ID,Digits only please\nA1,Eve,Stone,5550142301\nB2,Jon,Reed,5550142302\n",
    ],
    ["limits in brackets", "Card,First,Email\n(max 10),(max 40),(max 80)\n7001,Eve,e@x.example\n"],
    [
      "examples in Italian",
      "Tessera,Nome,Email\nEs. 12345,Es. Mario,es. mario@rossi.example\n7001,Eva,e@x.example\n",
    ],
    ["one mark for all", "Card,First,Email\nx,x,x\n7001,Eve,e@x.example\n7002,Jon,j@x.example\n"],
  ])("is left out: %s", async (_, list) => {
    const judged = await judge(list);
    expect(judged.leftOut).toEqual([2]);
    expect(codes(judged)).toEqual(["rows-are-template"]);
    expect(judged.errors).toEqual([]);
  });

  test.each([
    [
      "a first customer whose card is on its way",
      "Card,First,Last,City\nnew card,Eve,Stone,Reno\n7002,Jon,Reed,Elko\n7003,Amy,Lane,Reno\n",
    ],
    [
      "a date in words",
      "Card,First,Born\n7001,Eve,5 de mayo de 1985\n7002,Jon,1990-02-03\n7003,Amy,1979-04-05\n",
    ],
    [
      "a phone with an extension",
      "Card,First,Phone\n7001,Eve,+44 20 7946 0018 ext. 12\n7002,Jon,+44 20 7946 0019\n",
    ],
    [
      "countries called ES and NP",
      "Card,First,Country,City\n7001,Eva,ES,Vigo\n7002,Jon,NP,Pokhara\n7003,Ana,ES,Lugo\n",
    ],
  ])("a customer is none: %s", async (_, list) => {
    expect((await judge(list)).leftOut).toEqual([]);
  });
});

describe("notes between and below names", () => {
  test.each([
    [
      "as many notes as customers",
      "Name,Email,Phone\nEve Stone,e@x.example,5550142301\nCashier: Bo,,\nTill: 12,,\n",
      [3, 4],
    ],
    [
      "a page that goes on, in French",
      "Nom;Prénom;Téléphone\nRoche;Eve;0612345678\nSuite page suivante;;\nPetit;Jean;0612345679\n",
      [3],
    ],
    [
      "a page that goes on, in German",
      "Name;Vorname;Telefon\nKuhn;Eva;0301112301\nFortsetzung auf Seite 2;;\nOtt;Jan;0301112302\n",
      [3],
    ],
    [
      "an address of a page",
      "Name,Phone,City\nEve Stone,5550142301,Reno\nJon Reed,5550142302,Elko\nwww.tillsoft.example,,\n",
      [4],
    ],
    [
      "printed in Swedish",
      "Namn;Telefon;Ort\nEva Lind;0701112301;Umeå\nJan Ek;0701112302;Luleå\nUtskrivet 2024-03-14;;\n",
      [4],
    ],
    [
      "the headers of what can be won, below a blank row",
      "Card,First,Points\n7001,Eve,5\n7002,Jon,7\n\nReward,Cost,Valid until\nCoffee,50,2024-12-31\n",
      [5, 6],
    ],
  ])("are left out: %s", async (_, list, rows) => {
    expect((await judge(list)).leftOut).toEqual(rows);
  });

  test.each([
    [
      "firms named so",
      "Name,Phone,Email\nContinued Care,5550142301,a@x.example\nSuite Hotel,5550142302,b@x.example\nBooking.com,,c@x.example\n",
    ],
    [
      "contacts with their desk",
      "Contact,Phone,City\nFront desk: Eve,5550142301,Reno\nBack office: Jon,5550142302,Elko\nManager: Amy,5550142303,Reno\n",
    ],
    ["an address of a page for each", "Card,First,Page\n7001,Eve,www.a.example\n7002,Jon,\n"],
  ])("stay customers: %s", async (_, list) => {
    expect((await judge(list)).leftOut).toEqual([]);
  });
});
