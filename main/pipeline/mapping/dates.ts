export { convertDate } from "./dates/convert.ts";
export { proveDateFormat } from "./dates/prove.ts";
