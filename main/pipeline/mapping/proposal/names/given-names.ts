import { plainLetters } from "../../../../common/plain-letters.ts";

/** Given names that are hardly any family's, in the languages of the headers; enough of them stand in any list. */
const GIVEN = new Set(
  (
    "anna anne ann maria marie eva julia laura sara sarah lena lea lisa emma sophie sofia elena claudia monika petra sabine ursula karin heike silke " +
    "susanne stefanie katharina christine andrea barbara brigitte renate helga ingrid gisela birgit nicole sandra melanie michaela jana anja katja tanja ute ulrike " +
    "hans klaus jurgen dieter wolfgang helmut gunter uwe jens jan lars sven stefan andreas matthias tobias florian sebastian markus christian alexander michael " +
    "thomas peter bernd ralf rainer holger jorg udo kai tim lukas jonas felix ben paul max leon noah " +
    "john james robert david william richard joseph charles daniel matthew anthony mark steven andrew joshua kevin brian edward " +
    "mary patricia jennifer linda elizabeth susan jessica karen nancy lisa betty sandra ashley emily michelle amanda rebecca kate amy " +
    "jean pierre michel philippe alain nicolas luc julien camille chloe manon nathalie isabelle sylvie catherine francoise " +
    "jose antonio manuel francisco juan carlos miguel jesus javier pablo luis maria carmen ana isabel dolores pilar teresa lucia cristina " +
    "giuseppe giovanni antonio mario luigi francesco marco alessandro andrea giulia chiara francesca paola " +
    "piotr krzysztof andrzej tomasz jan pawel michal marcin anna katarzyna malgorzata agnieszka krystyna barbara ewa " +
    "joao pedro paulo rui tiago rafael marcos fernanda juliana mariana beatriz " +
    "willem kees johan henk els sanne femke lotte daan sem"
  ).split(" "),
);

/** Whether a text begins with a given name that many have. */
export function isUsualGiven(value: string): boolean {
  const [first = ""] = value.trim().split(/[\s-]/, 1);
  return GIVEN.has(plainLetters(first));
}
