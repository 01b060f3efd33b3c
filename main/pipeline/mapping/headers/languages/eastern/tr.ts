import type { Dictionary } from "../../dictionary.ts";
import { phrases } from "../../phrases.ts";

export const tr: Dictionary = {
  certain: {
    code: phrases(`
      müşteri no, müşteri numarası, müşteri kodu, müşteri id, müşteri kimliği, cari kodu, cari kod,
      cari hesap kodu, cari no, müşteri kod, müşteri nosu`),
    card_number: phrases(`
      kart no, kart numarası, sadakat kartı, sadakat kart no, sadakat kartı no, müşteri kartı,
      müşteri kart no, müşteri kartı no, üye kartı, üyelik kartı, üye kart no, puan kart, puan kartı,
      kulüp kartı, kulüp kart no, bonus kart no, mağaza kartı, kart kodu, kart id, üyelik kart no,
      üyelik kartı no, puan kart no, sadakat no, puan kartı no, kulüp kartı no, üye kartı no`),
    first_name: phrases("ilk ad, ilk isim, ön ad, ilk adı"),
    last_name: phrases("soyad, soyadı, soyisim, soy isim, soyismi, soy ad, soy adı"),
    full_name: phrases(`
      ad soyad, adı soyadı, ad soyadı, ad ve soyad, isim soyisim, adı ve soyadı, tam ad, tam adı,
      isim ve soyisim, ad soyisim, isim soyad, tam isim, müşteri adı soyadı, adsoyad`),
    email: phrases(`
      e-posta, e-posta adresi, e-mail adresi, mail adresi, elektronik posta, elektronik posta adresi,
      e-postası, e-posta adres`),
    phone: phrases("telefon, telefon numarası, telefon no, tel, tel no, telefonu, iletişim no"),
    mobile_phone: phrases(`
      cep telefonu, cep tel, cep no, gsm, gsm no, cep telefon no, cep telefonu no, mobil telefon,
      cep numarası, mobil, mobil no, cep telefon, cep telefonu numarası, mobil tel`),
    home_phone: phrases("ev telefonu, ev tel, sabit telefon, sabit tel, sabit hat"),
    work_phone: phrases("iş telefonu, iş tel, telefon iş"),
    custom_date: phrases(`
      doğum tarihi, doğum günü, doğum tar., d. tarihi, doğumgünü, doğum, doğum gün, d. tarih,
      doğum gunu tarihi`),
    street1: phrases(`
      adres, açık adres, adres 1, adres satırı 1, sokak, cadde, cadde sokak, ev adresi, adresi,
      sokak adresi, adres bilgisi, sokak cadde, cadde ve sokak, adres satır 1, ikamet adresi`),
    street2: phrases(
      "adres 2, adres satırı 2, daire, daire no, iç kapı no, adres satır 2, apartman daire",
    ),
    house_number: phrases("bina no, kapı no, apartman no, dış kapı no, ev no"),
    city: phrases("şehir, şehri, şehir adı, yaşadığı şehir"),
    province_city: phrases("il ilçe, il adı, şehir il, ilçe il"),
    state: phrases("eyalet, eyalet il, eyalet bölge"),
    postal_code: phrases("posta kodu, p kodu, postakodu, posta kod"),
    country: phrases("ülke, ülkesi, ülke kodu, ülke bölge, ülke adı"),
  },
  likely: {
    code: phrases("üye no, üye numarası, üye id, üye kodu, üyelik no, kod, kodu, üyelik numarası"),
    card_number: phrases("kart, vip kart, barkod, barkod no, kart barkodu"),
    name: phrases("adı, isim, ismi"),
    full_name: phrases("müşteri ünvanı, cari ünvanı, cari ünvan, ünvanı adı soyadı"),
    city: phrases("ilçe, ilçesi, semt"),
    street1: phrases("tam adres, posta adresi"),
    postal_code: phrases("pk"),
    state_maybe: phrases("bölge"),
    customer_username: phrases("kullanıcı adı, kullanıcı"),
    auto_add: phrases(`
      eklenecek puan, eklenecek puanlar, puan ekle, yüklenecek puan, hoş geldin puanı,
      hoş geldin bonusu, hoşgeldin puanı, hoşgeldin bonusu, eklenecek puan miktarı`),
  },
  unsure: { full_name: phrases("müşteri, üye") },
  among: {
    name: phrases("ad"),
    mobile_phone: phrases("cep"),
    province_city: phrases("il, ili"),
  },
  owners: {
    main: phrases("müşteri, müşterinin, üye, üyenin, kişi, alıcı"),
    home: phrases("ev, adres"),
    billing: phrases("fatura, faturalama"),
    work: phrases("iş"),
  },
};
