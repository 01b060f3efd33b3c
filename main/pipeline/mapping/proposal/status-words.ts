import { plainLetters } from "../../../common/plain-letters.ts";

/** What "State", "Estado" or "Stato" says where it is an account's, an order's or a person's. */
const STATUS = new Set(
  (
    "enabled disabled active inactive invited declined pending subscribed unsubscribed open closed " +
    "archived blocked new lead prospect customer member candidate guest paid unpaid shipped delivered " +
    "processing complete completed cancelled canceled refunded expired suspended deleted verified " +
    "unverified confirmed unconfirmed approved rejected draft single married divorced widowed " +
    "activo inactivo baja alta pendiente bloqueado suspendido confirmado soltero soltera casado casada " +
    "divorciado divorciada viudo viuda nuevo cliente " +
    "actif inactif bloque suspendu confirme celibataire marie mariee divorce divorcee veuf veuve nouveau " +
    "aktiv inaktiv gesperrt gekundigt ledig verheiratet geschieden verwitwet neu offen " +
    "ativo inativo bloqueado pendente solteiro solteira divorciada viuvo viuva " +
    "attivo inattivo sospeso bloccato celibe nubile coniugato coniugata " +
    "actief inactief geblokkeerd geblokkeerde ongehuwd gehuwd gescheiden " +
    "aktywny nieaktywny zablokowany nowy aktivni neaktivni blokovany novy inaktiv blockerad blokeret " +
    "aktiivinen passiivinen estetty aktif pasif engelli actiu inactiu активен активный активна неактивен " +
    "заблокирован новый постоянный"
  )
    .split(" ")
    .map(plainLetters),
);

export function isStatus(value: string): boolean {
  return STATUS.has(plainLetters(value));
}
