export { convertDate, type DateProblem, type DateReading } from "./dates/convert.ts";
export { type DateProof, type DateVerdict, proveDateFormat } from "./dates/prove.ts";
