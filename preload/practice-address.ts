/** Stands for the address of the practice server, which listens on another port at every start. */
export const PRACTICE_ADDRESS = "practice";
