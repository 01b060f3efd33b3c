import { moneyAt } from "../../common/money.ts";

/** An amount's text taken apart: what stands around its digits only says what they count. */
export interface AmountParts {
  /** Digits with their marks. */
  readonly number: string;
  readonly isNegative: boolean;
  /** Whether a sign or word was taken off. */
  readonly isBared: boolean;
  /** Whether the money has no cents, so that a mark before three digits parts thousands. */
  readonly isWhole: boolean;
}

/** Its first mark is no abbreviation's: `Rs.50` is fifty. */
const PARTS = /^(\D*?)((?:(?<!\p{L})[.,])?\d(?:[\d.,\s'’´`˙·_]*\d)?)(\D*)$/u;
/** Minus signs and dashes, all of which people type for a minus. */
const DASHES = /[\u2010-\u2015\u2212\uFE63\uFF0D]/g;
/** `25,-`, `25.--`, `250:-`, `500/-`, `25,=`: no cents. */
const NO_CENTS = /^(?:[.,:/] ?-{1,2}|[.,/]=)/;
/** `25€50`, as people write in French. */
const SIGN_FOR_MARK = /^(\d+) ?\p{Sc} ?(\d\d)$/u;
const CENTS = /[.,]\d\d$/;
/** `minus 5`; triangles are Japan's. */
const MINUS = /^(?:-|△|▲|▼|minus(?!\p{L}))/iu;

/** Yen, won and dong; of yuan there are no three decimals either. */
const WITHOUT_CENTS = /[円원₩₫đĐ¥￥]|\b(?:jpy|krw|vnd)\b/i;

/** What is counted in the cells of amounts to add, in the languages of the headers. */
const COUNTED = new Set(
  (
    "point points point(s) pts pt punkt punkte punkten punkter puntos punto punti punts ponto pontos punten pkt punkty punktów " +
    "poäng poeng piste pistettä pisteet bod body bodů bodov puan pont pontot балл балла баллов баллы бал бали балів " +
    "ポイント 点 點 积分 積分 分 포인트 점 visit visits besuch besuche visita visitas visite visites bezoek bezoeken wizyt wizyty " +
    "návštěv návštěvy besøg besök besøk ziyaret визит визита визитов 回 次 회 stamp stamps stempel sello sellos tampon tampons"
  ).split(" "),
);
const COUNTED_WORD = /^\p{L}[\p{L}\p{M}]*(?:\(s\))?\.?/u;

/** Null where something else than money, a sign or what is counted stands beside the digits. */
export function amountParts(text: string): AmountParts | null {
  const plain = text.replace(DASHES, "-");
  const [, whole, cents] = SIGN_FOR_MARK.exec(plain) ?? [];
  if (whole !== undefined) {
    return { number: `${whole}.${cents}`, isNegative: false, isBared: true, isWhole: false };
  }
  const [, front = "", number = "", behind = ""] = PARTS.exec(plain) ?? [];
  if (number === "") return null;
  const back = behind.replace(NO_CENTS, "");
  const before = signsIn(front, CENTS.test(number), false);
  const after = signsIn(back, false, true);
  if (before === null || after === null) return null;
  const brackets = before.brackets + after.brackets;
  if (brackets !== "" && brackets !== "()") return null;
  const isZero = !/[1-9]/.test(number);
  return {
    number,
    isNegative: !isZero && (brackets !== "" || before.isMinus || after.isMinus),
    isBared: /[^\s+]/.test(front + behind),
    isWhole: WITHOUT_CENTS.test(front + behind),
  };
}

interface Signs {
  readonly isMinus: boolean;
  readonly brackets: string;
}

/** The signs among money and counted things; null where there is anything else. */
function signsIn(text: string, hasCents: boolean, isBehind: boolean): Signs | null {
  let rest = text.trim();
  let isMinus = false;
  let brackets = "";
  while (rest !== "") {
    const minus = MINUS.exec(rest)?.[0];
    const first = rest.charAt(0);
    let length = 1;
    if (minus !== undefined) {
      if (isMinus) return null;
      isMinus = true;
      length = minus.length;
    } else if (first === "(" || first === ")") brackets += first;
    else if (first !== "+" || isBehind)
      length = moneyAt(rest, hasCents) || (isBehind ? countedAt(rest) : 0);
    if (length === 0) return null;
    rest = rest.slice(length).trimStart();
  }
  return { isMinus, brackets };
}

function countedAt(text: string): number {
  const word = COUNTED_WORD.exec(text)?.[0] ?? "";
  return COUNTED.has(word.replace(/\.$/, "").toLowerCase()) ? word.length : 0;
}
