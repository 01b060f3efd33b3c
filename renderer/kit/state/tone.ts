/** The five tones of the window; each state, confidence and notice has one of them. */
export type Tone = "neutral" | "blue" | "green" | "red" | "amber";
